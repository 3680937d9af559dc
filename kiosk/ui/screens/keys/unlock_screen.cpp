#include "ui/screens/keys/unlock_screen.h"

#include <string>
#include <utility>

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/keys/pin_page.h"
#include "ui/words/staff/unlock_strings.h"
#include "ui/words/strings.h"

namespace studio {

UnlockScreen::UnlockScreen(ScreenParts parts, const UnlockLook& look, Opens opens)
    : parts_(parts),
      look_(look),
      opens_(std::move(opens)),
      flow_(look.whom, parts.duty, parts.state, parts.clock),
      camera_(parts.ways, [this](const auto& codes) { flow_.OnCodes(codes); }) {}

bool UnlockScreen::OnCode(const ScannedCode& code) {
  const bool wanted = flow_.step() == UnlockStep::kBadge || flow_.step() == UnlockStep::kReading;
  if (!wanted || code.kind == CodeKind::kSlip || code.kind == CodeKind::kCut) return false;
  flow_.OnCodes(code.texts);
  return true;
}

void UnlockScreen::Draw(Frame& frame) {
  const bool wants_code =
      flow_.step() == UnlockStep::kBadge || flow_.step() == UnlockStep::kReading;
  if (wants_code) {
    camera_.DrawLamp(frame);
  } else {
    camera_.Stop();
  }
  Rect area = frame.area;
  if (Header(frame, area, look_.title)) return parts_.navigator.GoHome();
  switch (flow_.step()) {
    case UnlockStep::kBadge:
    case UnlockStep::kReading:
      return DrawBadge(frame, area);
    case UnlockStep::kPin:
      return DrawPin(frame, area);
    case UnlockStep::kOpen:
      return parts_.navigator.Replace(opens_(parts_, flow_.session()));
  }
}

void UnlockScreen::DrawBadge(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (HomeFooter(frame, area)) return parts_.navigator.GoHome();
  if (const std::string problem = say::UnlockLine(flow_); !problem.empty()) {
    const Rect line = area.TakeBottom(theme.Px(frame.wide ? 110 : 150), theme.size.gap);
    DrawProblem(frame, line.Inset(theme.size.margin, 0), problem);
  }
  camera_.Draw(frame, area,
               {say::kShowManagerCard, say::kShowManagerCardHint, say::kScanManagerCard,
                say::kShowManagerCardHint});
}

void UnlockScreen::DrawPin(Frame& frame, Rect area) {
  PinAsking& asking = flow_.pin();
  if (asking.trying()) return DrawEmptyPage(frame, area, "hourglass_top", say::kUnlocking);
  if (asking.WaitMs() > 0) frame.RequestRedrawAt(frame.now.monotonic_ms + 1000);
  const std::string question = say::Fill(say::kAskPin, {{"name", flow_.name()}});
  const std::string problem = say::PinLine(asking);
  PinPageLook look;
  look.question = question;
  look.explanation = say::kAskPinHint;
  look.problem = problem;
  look.other = say::kOtherCard;
  look.can_go_on = asking.CanTry();
  const PinTap tap = DrawPinPage(frame, area, asking.pin(), look);
  asking.NoteTyping();
  switch (tap) {
    case PinTap::kNone:
      return;
    case PinTap::kOther:
      return flow_.AnotherBadge();
    case PinTap::kGoOn:
      return flow_.Open();
  }
}

}  // namespace studio
