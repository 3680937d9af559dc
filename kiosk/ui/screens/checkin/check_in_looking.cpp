#include "ui/press/page_pieces.h"
#include "ui/screens/checkin/check_in_screen.h"
#include "ui/words/strings.h"

namespace studio {

void CheckInScreen::DrawLooking(Frame& frame, Rect area) {
  if (HomeFooter(frame, area)) return parts_.navigator.GoHome();
  camera_.Draw(frame, area, {say::kShowCode, say::kShowCodeHint, say::kScanCode, say::kNeither});
}

}  // namespace studio
