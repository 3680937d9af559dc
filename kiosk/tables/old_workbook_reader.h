// Old workbooks (.xls), read by a process of its own that can do nothing else (kiosk/xls).
#pragma once

#include <string_view>

#include "shared/sheets/sheet.h"

namespace studio {

// Takes ten seconds at most, a file that ends its reader included. kWorkbook: it has a password.
// kOldWorkbook: it cannot be read, whatever the reason.
Sheets ReadXls(std::string_view bytes);

}  // namespace studio
