#include "ui/press/page_pieces.h"
#include "ui/screens/checkin/check_in_screen.h"
#include "ui/screens/keys/pin_page.h"
#include "ui/words/staff/unlock_strings.h"
#include "ui/words/strings.h"

namespace studio {

void CheckInScreen::DrawPin(Frame& frame, Rect area) {
  PinAsking& asking = flow_.pin();
  if (asking.trying()) return DrawEmptyPage(frame, area, "hourglass_top", say::kUnlocking);
  if (asking.WaitMs() > 0) frame.RequestRedrawAt(frame.now.monotonic_ms + 1000);
  const CheckInAnswer& answer = flow_.answer();
  const bool leaving = IsLeaving(answer.verdict), out = flow_.outing() == "out";
  const std::string question = say::Fill(say::kAskPin, {{"name", answer.member->name}});
  const std::string problem = say::PinLine(asking);
  PinPageLook look;
  look.question = question;
  look.explanation = say::kAskPinHint;
  look.problem = problem;
  look.other = say::kOtherCard;
  look.go_on = out                       ? say::kGoVisiting
               : !flow_.outing().empty() ? say::kComeBack
               : leaving                 ? say::kLeaveNow
                                         : say::kArrive;
  look.icon = out ? "directions_walk" : leaving ? "logout" : "how_to_reg";
  look.can_go_on = asking.CanTry();
  look.ends = true;
  const PinTap tap = DrawPinPage(frame, area, asking.pin(), look);
  asking.NoteTyping();
  switch (tap) {
    case PinTap::kNone:
      return;
    case PinTap::kOther:
      return flow_.TryAgain();
    case PinTap::kGoOn:
      return flow_.EnterPin();
  }
}

void CheckInScreen::DrawHandoverPin(Frame& frame, Rect area) {
  PinAsking& asking = flow_.pin();
  if (asking.trying()) return DrawEmptyPage(frame, area, "hourglass_top", say::kUnlocking);
  if (asking.WaitMs() > 0) frame.RequestRedrawAt(frame.now.monotonic_ms + 1000);
  const std::string question = say::Fill(say::kAskPin, {{"name", flow_.answer().member->name}});
  const std::string problem = say::PinLine(asking);
  PinPageLook look;
  look.question = question;
  look.explanation = say::kAskPinHint;
  look.problem = problem;
  look.other = say::kHandoverLater;
  look.go_on = say::kHandoverGoOn;
  look.can_go_on = asking.CanTry();
  const PinTap tap = DrawPinPage(frame, area, asking.pin(), look);
  asking.NoteTyping();
  switch (tap) {
    case PinTap::kNone:
      return;
    case PinTap::kOther:
      return flow_.LaterHandover();
    case PinTap::kGoOn:
      return flow_.OpenHandover();
  }
}

}  // namespace studio
