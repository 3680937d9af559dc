// The pages that stand in the way of what people write (app/saying/safety_stop): the emergency
// numbers, and where a matter goes that is not ours. The same for every screen on which people
// write.
#pragma once

#include <string_view>

#include "app/base/visit_timer.h"
#include "app/saying/safety_stop.h"
#include "ui/kit/frame.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

enum class StopTap {
  kNone,
  kGoOn,       // answered: on with what was written
  kGoBack,     // no danger: to where one was
  kLeaveHome,  // it is somebody else's matter
};

// Over the whole page; there is no header. Only a button ends it.
StopTap DrawDangerPage(Frame& frame, const ScreenParts& parts, std::string_view go_on);
// Under the page's header. `note`: what becomes of what was written.
StopTap DrawNotOursPage(Frame& frame, Rect area, const Safety::NotOurs& matter,
                        std::string_view note);

// What stop.page() asks for, answered there; going on and home are left to the screen.
StopTap DrawStop(Frame& frame, Rect area, const ScreenParts& parts, SafetyStop& stop);
// While somebody in danger is spoken to, nobody asks whether they are still there.
inline bool IsDanger(const SafetyStop& stop) { return stop.page() == StopPage::kDanger; }

}  // namespace studio
