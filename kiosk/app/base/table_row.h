// A table that somebody wrote, as a reader found it: its rows, nothing interpreted yet, or why it
// cannot be read.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace studio {

struct TableRow {
  int line = 0;                    // of the file, from 1, where the row begins
  std::vector<std::string> cells;  // UTF-8; empty cells at the end are left out
};

enum class CsvFault {
  kUnreadable,  // no such file, or the stick was pulled
  kEmpty,
  kBinary,
  kWorkbook,  // an Excel or WPS workbook: to be saved as CSV first
  kUnknownEncoding,
  kTooLarge,
  kTooManyRows,
  kOpenQuote,  // a quote that is never closed, from `line` on
};

struct CsvRefusal {
  CsvFault fault = CsvFault::kUnreadable;
  int line = 0;        // 0: of the whole file
  std::string detail;  // English, for kUnreadable
};

using CsvRows = tl::expected<std::vector<TableRow>, CsvRefusal>;

}  // namespace studio
