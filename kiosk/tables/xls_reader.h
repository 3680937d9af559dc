// Workbooks of Excel 97 to 2003 (BIFF), also those that WPS calls .et.
#pragma once

#include <string_view>

#include "app/base/sheet.h"

namespace studio {

// Merged cells are not told by the library: the rows and columns under one are empty.
Sheets ReadXls(std::string_view bytes);

}  // namespace studio
