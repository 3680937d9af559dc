#include "ui/screens/checkin/check_in_screen.h"

#include <utility>

#include "ui/kit/shapes.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/stop_pages.h"
#include "ui/words/strings.h"

namespace studio {

CheckInScreen::CheckInScreen(ScreenParts parts, std::vector<std::string> codes)
    : parts_(parts),
      flow_(parts.duty, parts.state, parts.clock),
      codes_(std::move(codes)),
      camera_(parts.ways, [this](const auto& seen) { flow_.OnCodes(seen); }),
      keyboard_(parts.ways) {}

void CheckInScreen::OnEnter() {
  flow_.OnCodes(codes_);
  for (std::string& code : codes_) WipeText(code);
  codes_.clear();
}

Patience CheckInScreen::TimeOut() const {
  if (IsDanger(flow_.stop())) return Patience::kNever;
  switch (flow_.step()) {
    case CheckInStep::kDone:
      return Patience::kDone;
    case CheckInStep::kVerdict:  // a question is to be read
      return WantsCode() ? Patience::kNormal : Patience::kWriting;
    case CheckInStep::kHandover:
    case CheckInStep::kLeaveHandover:
      return Patience::kWriting;
    default:
      return Patience::kNormal;
  }
}

bool CheckInScreen::WantsCode() const {
  if (flow_.failed()) return false;
  return flow_.step() == CheckInStep::kLooking || flow_.step() == CheckInStep::kJudging ||
         flow_.step() == CheckInStep::kNoPin ||
         (flow_.step() == CheckInStep::kVerdict && !IsTaken(flow_.answer().verdict) &&
          flow_.answer().verdict != CheckInVerdict::kAlreadyIn);
}

bool CheckInScreen::OnCode(const ScannedCode& code) {
  if (code.kind == CodeKind::kSlip || code.kind == CodeKind::kCut) return false;
  if (flow_.stop().page() != StopPage::kNone) return false;
  if (flow_.step() == CheckInStep::kDone) {
    // The next member, before the last one's page has gone.
    parts_.navigator.Replace(std::make_unique<CheckInScreen>(parts_, code.texts));
    return true;
  }
  if (WantsCode()) flow_.OnCodes(code.texts);
  // A scanner that reads the same card twice is told nothing.
  return WantsCode() || flow_.step() == CheckInStep::kSaving;
}

void CheckInScreen::Draw(Frame& frame) {
  if (WantsCode()) camera_.DrawLamp(frame);
  Rect area = frame.area;
  std::string corner = LocalTime::At(parts_.state.CountyMs(frame.now)).HourMin();
  if (flow_.step() == CheckInStep::kDone) {
    const std::int64_t now = frame.now.monotonic_ms;
    frame.RequestRedrawAt(now + 1000);
    corner = say::Fill(say::kGoesHomeIn, {{"n", say::Number(parts_.timer.SecondsLeft(now))}});
  }
  if (IsDanger(flow_.stop())) return DrawStopPage(frame, area);
  HeaderLook look;
  look.step = corner;
  if (Header(frame, area, say::kCheckIn, look)) {
    if (flow_.stop().page() != StopPage::kNone) return flow_.stop().Back();
    if (leave_.asking()) {
      leave_ = {};
    } else if (writing_) {
      writing_ = false;
    } else if (leave_.MayLeave(flow_.step() == CheckInStep::kLeaveHandover &&
                               !flow_.items().empty())) {
      return parts_.navigator.GoHome();
    }
  }
  if (flow_.stop().page() != StopPage::kNone) return DrawStopPage(frame, area);
  if (leave_.asking()) {
    if (leave_.Draw(frame, area)) parts_.navigator.GoHome();
    return;
  }
  if (!WantsCode()) camera_.Stop();
  DrawStep(frame, area);
}

void CheckInScreen::DrawStep(Frame& frame, Rect area) {
  if (WantsCode()) left_something_ = false;
  switch (flow_.step()) {
    case CheckInStep::kLooking:
    case CheckInStep::kJudging:
      return DrawLooking(frame, area);
    case CheckInStep::kVerdict:
      if (WantsCode()) return DrawRefused(frame, area);
      if (IsTaken(flow_.answer().verdict) && !flow_.failed()) return DrawStandIn(frame, area);
      return DrawAsking(frame, area);
    case CheckInStep::kPin:
      return DrawPin(frame, area);
    case CheckInStep::kNoPin:
      return DrawRefused(frame, area);
    case CheckInStep::kSaving:
      return DrawRecording(frame, area);
    case CheckInStep::kHandover:
      return flow_.left_words() ? DrawHandover(frame, area) : DrawLockedHandover(frame, area);
    case CheckInStep::kHandoverPin:
      return DrawHandoverPin(frame, area);
    case CheckInStep::kLeaveHandover:
      return writing_ ? DrawWriting(frame, area) : DrawLeaving(frame, area);
    case CheckInStep::kDone:
      return DrawArrived(frame, area);
  }
}

// Nothing is promised before it is kept.
void CheckInScreen::DrawRecording(Frame& frame, Rect area) {
  DrawEmptyPage(frame, area, "hourglass_top", say::kRecording);
}

}  // namespace studio
