// The sentences of the way into the management (zh-CN).
#pragma once

#include "app/checkin/unlock_flow.h"
#include "ui/words/strings.h"

namespace studio::say {

// What stands in the way and what to do; empty: nothing.
std::string UnlockLine(const UnlockFlow& flow);
// The same of a card alone; `verdict` is that of its badge.
std::string CardLine(CardProblem problem, CheckInVerdict verdict);
// "1 分 5 秒", "40 秒"
std::string WaitText(int seconds);

inline constexpr View kManagement = "管理";
inline constexpr View kShowManagerCard = "请出示委员证";
inline constexpr View kShowManagerCardHint = "要印在证上的二维码，手机里的开不了";
inline constexpr View kScanManagerCard = "请用扫码枪扫委员证";
inline constexpr View kAskPin = "{name} 委员，请输入密码";
inline constexpr View kAskPinHint = "6 到 12 位数字，别让旁人看见";
inline constexpr View kPinGoOn = "打开";
inline constexpr View kOtherCard = "换一张证";
inline constexpr View kUnlocking = "正在核对密码…";

}  // namespace studio::say
