// Asks before what was filed is taken back. The button that does it stands where neither the page
// before nor the one after it has any.
#pragma once

#include "ui/kit/frame.h"

namespace studio {

enum class WithdrawTap { kNone, kNo, kYes };
WithdrawTap DrawWithdrawPage(Frame& frame, Rect area);

}  // namespace studio
