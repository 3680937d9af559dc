// The one word for what became of a duty line: for everybody (home, 值班表) and for the manager
// (月度轮值, a day's page, the sheets). zh-CN.
#pragma once

#include <string>
#include <string_view>

#include "shared/feed/attendance.h"

namespace studio {

std::string_view PublicWord(PublicDuty duty);  // "在岗", "来过", "值班", …
// "待值", "未到", "在岗", "来过", "迟到", "迟到、早退", "缺席", …
std::string ManagerWord(const DutyLineOfSheet& line);
// With how long, where it is one of both: "迟到 20 分钟".
std::string ManagerWordAndMinutes(const DutyLineOfSheet& line);

}  // namespace studio
