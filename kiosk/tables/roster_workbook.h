// The month's rotation as an XLSX workbook of three sheets: 轮值表, a calendar fit to be printed on
// A4 and pinned on the wall; 委员完成情况, each member against the rule, by activity group; and the
// 值班签到表.
#pragma once

#include <string>

#include "shared/base/result.h"
#include "tables/duty_sheet.h"

namespace studio {

// The file's bytes. kStorage: no room for the library's temporary files.
Result<std::string> MakeRosterWorkbook(const RosterReport& report);

}  // namespace studio
