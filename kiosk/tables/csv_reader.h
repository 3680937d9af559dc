// CSV as WPS and Excel really write it: see text_decoding.h for the encodings; separated by comma,
// tab or semicolon, whichever fits the lines; cells in quotes may hold separators, line breaks and
// doubled quotes; lines end in CRLF, LF or CR.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/table_row.h"

namespace studio {

inline constexpr std::size_t kCsvLargest = 16u << 20;    // bytes of a file
inline constexpr std::size_t kCsvRowLimit = 100'000;     // this many are too many
inline constexpr std::size_t kCsvCellLimit = 1'000'000;  // in all
inline constexpr std::size_t kCsvColumns = 64;           // cells further right are left out

// Rows without any text are left out. Nothing of a refused file is returned.
CsvRows ReadCsv(std::string_view bytes);
CsvRows ReadCsvFile(const std::filesystem::path& path);

// Plain English, for command lines and the log.
std::string Sentence(const CsvRefusal& refusal);

}  // namespace studio
