// A sheet of the year as an XLSX workbook. Texts stay texts, whatever they begin with.
#pragma once

#include <functional>
#include <string>

#include "app/year/printed_sheet.h"
#include "shared/base/result.h"

namespace studio {

// Rows so far, and of how many; false: stop.
using OnPrintedRows = std::function<bool(std::size_t done, std::size_t of)>;

std::size_t RowsOf(const PrintedSheet& sheet);

// Empty where it was stopped. kStorage: no memory.
Result<std::string> MakeYearWorkbook(const PrintedSheet& sheet, std::int64_t made_ms,
                                     const OnPrintedRows& progress);

}  // namespace studio
