// Workbooks of Office Open XML (ECMA-376), as WPS, Excel and LibreOffice write them.
#pragma once

#include <string_view>

#include "shared/sheets/sheet.h"

namespace studio {

// What cells show: dates as "2026-12-01", times as "08:30", days of the week as "星期二", other
// numbers with all their digits. Parts that unpack to more than 64 MiB refuse the file.
Sheets ReadXlsx(std::string_view bytes);

}  // namespace studio
