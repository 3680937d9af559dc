// What is said of a slip: how long it is shown, how to take back what was filed, what to do where
// the slip is lost, and before somebody steps out of what they began (zh-CN).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/request/withdrawal.h"
#include "app/station/station.h"
#include "ui/words/strings.h"

namespace studio::say {

// "演示市政协（电话 010…）", without the number where none is known.
std::string CountyAndPhone(View county, View phone);
std::string CountyAndPhone(const Station& station);
// In the place of "10 分钟内可以撤回": why it was not withdrawn, or that it is too late here, and
// whom to ask; empty: it can be, or it was.
std::string WithdrawLine(std::optional<WithdrawProblem> problem, bool in_time,
                         const ReceiptStatus& status, const Station& station);
std::string WithdrawProblemLine(WithdrawProblem problem, const Station& station);
// On the paper: how to withdraw, and whom to ask.
std::string SlipRights(View county, View phone);
inline constexpr View kStayLonger = "再看一会儿";

inline constexpr View kLostSlip = "登记单丢了";
inline constexpr View kLostTitle = "登记单丢了，怎么办？";
inline constexpr View kLostCode =
    "查询码丢了，谁都找不回来；登记时同意让委员看的，委员能补打登记号";
inline constexpr View kLostGoesOn = "您登记的事照样办，不会因为单子丢了就停下";
inline constexpr View kLostAsk = "要问办得怎么样，请找{county}。说清哪天登记的、哪个村、什么事。";
inline constexpr View kLostAgain = "也可以回首页重新登记一次，说明以前登记过";
inline constexpr View kLostCall = "打电话问";

inline constexpr View kLeaveTitle = "要放弃刚才填的吗？";
inline constexpr View kLeaveHint = "现在出去，刚才填的就都没有了";
inline constexpr View kLeaveNo = "接着填";
inline constexpr View kLeaveYes = "不要了，出去";

inline constexpr View kSlipAgain = "登记号（补打）";
inline constexpr View kSlipAgainHint =
    "查询码补打不了，谁也找不回来。它只在原来的登记单上。"
    "要问办得怎么样，请拿这个号来问。找{county}、找工作室的委员都行。";

inline constexpr View kSlipLost =
    "单子丢了，请找{county}。说清哪天登记的、哪个村、什么事。查询码找不回来。";

}  // namespace studio::say
