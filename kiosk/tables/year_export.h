// The sheets of a year to files in a folder, one by one. The stick's thread.
#pragma once

#include <filesystem>

#include "app/year/year_files.h"
#include "shared/base/result.h"

namespace studio {

// "履职积分表 2026 示例乡委员工作室.pdf"
std::string YearFileName(SheetKind kind, const YearReport& report, YearFormat format);

// Replaces what stands there under those names. kStorage: see export_file.h; kUnavailable: see
// year_pdf.h. Files before the fault stay, whole.
Result<YearWritten> ExportYear(const YearExport& what, const std::filesystem::path& folder,
                               std::int64_t made_ms, const OnYearProgress& progress);

}  // namespace studio
