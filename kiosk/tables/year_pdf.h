// A sheet of the year as PDF, A4, in Noto Sans CJK with the glyphs it needs inside. Pango and cairo
// stay inside; one thread at a time.
#pragma once

#include <cstdint>
#include <string>

#include "app/year/printed_sheet.h"
#include "shared/base/result.h"
#include "tables/year_workbook.h"

namespace studio {

// Empty where it was stopped. kUnavailable: no font with Chinese characters is installed.
// kStorage: no memory.
Result<std::string> MakeYearPdf(const PrintedSheet& sheet, std::int64_t made_ms,
                                const OnPrintedRows& progress);

}  // namespace studio
