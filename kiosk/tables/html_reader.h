// Pages with tables, as other systems export them under the name of .xls.
#pragma once

#include <string_view>

#include "shared/sheets/sheet.h"

namespace studio {

bool LooksLikeHtml(std::string_view bytes);
// One sheet, as an office program would open it: tables and the lines between them one below the
// other.
Sheets ReadHtml(std::string_view bytes);

}  // namespace studio
