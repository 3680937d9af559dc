// CSV as WPS and Excel really write it: see text_decoding.h for the encodings; separated by comma,
// tab or semicolon, whichever fits the lines; cells in quotes may hold separators, line breaks and
// doubled quotes; lines end in CRLF, LF or CR.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "app/table_row.h"

namespace studio {

inline constexpr std::size_t kCsvLargest = 16u << 20;    // bytes of a file
inline constexpr std::size_t kCsvRowLimit = 100'000;     // this many are too many
inline constexpr std::size_t kCsvCellLimit = 1'000'000;  // in all
inline constexpr std::size_t kCsvColumns = 64;           // cells further right are left out

enum class CsvFault {
  kUnreadable,  // no such file, or the stick was pulled
  kEmpty,
  kBinary,
  kWorkbook,  // an Excel or WPS workbook: to be saved as CSV first
  kUnknownEncoding,
  kTooLarge,     // kCsvLargest
  kTooManyRows,  // kCsvRowLimit or kCsvCellLimit
  kOpenQuote,    // a quote that is never closed, from `line` on
};

struct CsvRefusal {
  CsvFault fault = CsvFault::kUnreadable;
  int line = 0;        // 0: of the whole file
  std::string detail;  // English, for kUnreadable
};

using CsvRows = tl::expected<std::vector<TableRow>, CsvRefusal>;

// Rows without any text are left out. Nothing of a refused file is returned.
CsvRows ReadCsv(std::string_view bytes);
CsvRows ReadCsvFile(const std::filesystem::path& path);

// Plain English, for command lines and the log.
std::string Sentence(const CsvRefusal& refusal);

}  // namespace studio
