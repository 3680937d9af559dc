#include "ui/screens/parts/stop_pages.h"
#include "ui/screens/request/request_screen.h"
#include "ui/words/strings.h"

namespace studio {

void RequestScreen::DrawDanger(Frame& frame) {
  // Where nothing new is taken there is nothing to go on with.
  const bool closed = flow_.closed();
  const StopTap tap = DrawDangerPage(frame, parts_, closed ? say::kDangerGoHome : say::kDangerGoOn);
  if (tap == StopTap::kNone) return;
  if (tap == StopTap::kGoOn && closed) return Leave();
  flow_.ContinueAfterDanger(tap == StopTap::kGoOn);
}

void RequestScreen::DrawNotOurs(Frame& frame, Rect area) {
  const StopTap tap = DrawNotOursPage(frame, area, *flow_.stop().not_ours(), say::kNotOursGuided);
  if (tap == StopTap::kGoOn) flow_.ContinueAnyway();
  if (tap == StopTap::kLeaveHome) {
    flow_.AcceptGuidance();
    Leave();
  }
}

}  // namespace studio
