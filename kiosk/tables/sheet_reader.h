// Tables as people hand them in, whatever the file is called: CSV, .xlsx, .xls, and the HTML tables
// that other systems call .xls. The bytes say which.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "shared/sheets/sheet.h"

namespace studio {

// The sheets that have text, in the workbook's order; never none. Nothing of a refused file is
// returned. Limits: sheet_builder.h.
Sheets ReadSheets(std::string_view bytes);
Sheets ReadSheetsFile(const std::filesystem::path& path);

// Plain English, for command lines and the log.
std::string Sentence(const TableRefusal& refusal);

}  // namespace studio
