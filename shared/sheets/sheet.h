// A table that somebody wrote, as a reader found it: cells where an office program shows them,
// nothing interpreted yet, or why it cannot be read.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace studio {

struct SheetRow {
  int row = 0;                     // as office programs show it, from 1
  std::vector<std::string> cells;  // UTF-8; empty cells at the end are left out
  bool hidden = false;
};

// A range that is one cell to whoever looks at it; from 1, both ends belong to it. Its text stands
// in the first cell alone.
struct MergedCells {
  int top = 0, left = 0, bottom = 0, right = 0;
};

struct Sheet {
  std::string name;            // of the tab; empty: it has none
  std::vector<SheetRow> rows;  // by row; rows without any text are left out
  std::vector<MergedCells> merged;
  bool hidden = false;
};

enum class TableFault {
  kUnreadable,  // no such file, or the stick was pulled
  kEmpty,
  kBinary,
  kWorkbook,     // a workbook that cannot be opened: damaged, or behind a password
  kOldWorkbook,  // an .xls that cannot be read: damaged, or of before Excel 97
  kUnknownEncoding,
  kTooLarge,
  kTooManyRows,  // or columns, cells, merged ones
  kTooMuchText,
  kOpenQuote,  // a quote that is never closed, from `line` on
};

struct TableRefusal {
  TableFault fault = TableFault::kUnreadable;
  int line = 0;        // of the text; 0: of the whole file
  std::string detail;  // English, for kUnreadable
};

using Sheets = tl::expected<std::vector<Sheet>, TableRefusal>;

}  // namespace studio
