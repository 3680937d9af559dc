// What is said of a slip: how to take back what was filed, and what to do where it is lost (zh-CN).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/station.h"
#include "app/withdrawal.h"
#include "ui/strings.h"

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
inline constexpr View kSlipLost =
    "单子丢了，请找{county}，说清哪天登记的、哪个村、什么事；号码和查询码找不回来。";

}  // namespace studio::say
