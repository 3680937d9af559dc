// Workbooks of Excel 97 to 2003 (.xls), as WPS, Excel and LibreOffice still write them.
#pragma once

#include <string_view>

#include "shared/sheets/sheet.h"

namespace studio {

// As xlsx_reader.h says of its own. kWorkbook: it has a password. kOldWorkbook: damaged anywhere
// it is looked at, or older than that. Runs out of memory as it may: call it where that hurts
// nobody (main.cpp).
Sheets ReadOldWorkbook(std::string_view bytes);

}  // namespace studio
