#include "ui/screens/request/request_screen.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/stop_pages.h"
#include "ui/words/strings.h"

namespace studio {
namespace {

constexpr int kRequestPages = 5;  // category, place, words, who, consent and check

int PageOf(RequestStep step) { return std::min(static_cast<int>(step) + 1, kRequestPages); }

}  // namespace

RequestScreen::RequestScreen(ScreenParts parts, Helper helper)
    : parts_(parts),
      flow_(parts.requests, parts.state.station, parts.clock),
      category_(flow_),
      closed_(parts.state, flow_),
      place_(flow_),
      words_(parts, flow_),
      matters_(flow_),
      who_(parts, flow_),
      sensitive_(flow_),
      consent_(parts.modes.theme, flow_),
      check_(parts, flow_),
      receipt_(parts, flow_) {
  flow_.SetHelper(std::move(helper));
}

Patience RequestScreen::TimeOut() const {
  // Somebody may be holding the telephone, or lying there: nothing ends that page but a button.
  if (flow_.detour() == RequestDetour::kDanger) return Patience::kNever;
  if (flow_.detour() == RequestDetour::kSensitive) return Patience::kWriting;
  switch (flow_.step()) {
    case RequestStep::kReceipt:
      return receipt_.TimeOut();
    case RequestStep::kSaving:
      return Patience::kNever;
    case RequestStep::kWords:
      return words_.TimeOut();
    case RequestStep::kWho:
    case RequestStep::kConsent:
      return Patience::kWriting;
    default:
      return Patience::kNormal;
  }
}

void RequestScreen::Draw(Frame& frame) {
  flow_.UseStation(parts_.state.station);
  flow_.UseShortage(ShortageOf(parts_.state.storage));
  words_.Begin(flow_.step() == RequestStep::kWords);
  check_.Begin(frame, flow_.step() == RequestStep::kCheck);
  Rect area = frame.area;
  if (flow_.detour() == RequestDetour::kDanger) return DrawDanger(frame);
  if (flow_.step() == RequestStep::kReceipt) return DrawReceipt(frame, area);
  if (DrawStepHeader(frame, area)) return StepBack();
  if (leave_.asking()) {
    if (leave_.Draw(frame, area)) Leave();
    return;
  }
  if (flow_.detour() == RequestDetour::kNotOurs) return DrawNotOurs(frame, area);
  Follow(DrawPage(frame, area));
}

RequestTap RequestScreen::DrawPage(Frame& frame, const Rect& area) {
  if (flow_.detour() == RequestDetour::kMatters) return matters_.Draw(frame, area);
  if (flow_.detour() == RequestDetour::kSensitive) return sensitive_.Draw(frame, area);
  switch (flow_.step()) {
    case RequestStep::kCategory:
      return flow_.closed() ? closed_.Draw(frame, area) : category_.Draw(frame, area);
    case RequestStep::kPlace:
      return place_.Draw(frame, area);
    case RequestStep::kWords:
      return words_.Draw(frame, area);
    case RequestStep::kWho:
      return who_.Draw(frame, area, words_.mode());
    case RequestStep::kConsent:
      return consent_.Draw(frame, area);
    case RequestStep::kCheck:
      return check_.Draw(frame, area);
    case RequestStep::kSaving:
      DrawEmptyPage(frame, area, "edit_note", say::kSaving);
      break;
    case RequestStep::kReceipt:
      break;
  }
  return RequestTap::kNone;
}

bool RequestScreen::DrawStepHeader(Frame& frame, Rect& area) {
  std::string title(say::kReport);
  if (flow_.category() && flow_.step() > RequestStep::kCategory) {
    title += " · " + flow_.category()->name;
  }
  const int page = PageOf(flow_.step());
  const std::string step =
      say::Fill(say::kStep, {{"n", say::Number(page)}, {"all", say::Number(kRequestPages)}});
  HeaderLook look;
  if (!flow_.closed()) {
    look.step = step;
    look.progress = static_cast<float>(page) / static_cast<float>(kRequestPages);
  }
  look.back = flow_.step() != RequestStep::kSaving;
  return Header(frame, area, title, look);
}

void RequestScreen::DrawDanger(Frame& frame) {
  // Where nothing new is taken there is nothing to go on with.
  const bool closed = flow_.closed();
  const StopTap tap = DrawDangerPage(frame, parts_, closed ? say::kDangerGoHome : say::kDangerGoOn);
  if (tap == StopTap::kNone) return;
  if (tap == StopTap::kGoOn && closed) return Leave();
  flow_.ContinueAfterDanger(tap == StopTap::kGoOn);
}

void RequestScreen::DrawNotOurs(Frame& frame, const Rect& area) {
  const StopTap tap = DrawNotOursPage(frame, area, *flow_.stop().not_ours(), say::kNotOursGuided);
  if (tap == StopTap::kGoOn) flow_.ContinueAnyway();
  if (tap == StopTap::kLeaveHome) {
    flow_.AcceptGuidance();
    Leave();
  }
}

void RequestScreen::DrawReceipt(Frame& frame, const Rect& area) {
  const ReceiptPage::Tap tap = receipt_.Draw(frame, area);
  if (tap == ReceiptPage::Tap::kDone) parts_.navigator.Finish();
  if (tap == ReceiptPage::Tap::kAnother)
    parts_.navigator.Replace(std::make_unique<RequestScreen>(parts_));
}

void RequestScreen::Follow(RequestTap tap) {
  switch (tap) {
    case RequestTap::kNone:
      return;
    case RequestTap::kBack:
      return Back();
    case RequestTap::kOn:
      return GoOn();
    case RequestTap::kHome:
      return AskToLeave();
  }
}

void RequestScreen::StepBack() {
  if (check_.StepBack() || who_.StepBack()) return;
  if (leave_.asking()) {
    leave_ = {};
  } else {
    Back();
  }
}

void RequestScreen::Back() {
  if (!flow_.Back()) AskToLeave();
}

void RequestScreen::GoOn() {
  if (flow_.detour() == RequestDetour::kMatters) return flow_.JoinNone();
  if (flow_.detour() == RequestDetour::kSensitive) return flow_.GoOnFromSensitive();
  if (flow_.step() == RequestStep::kCheck) return flow_.Confirm();
  flow_.Next();
}

void RequestScreen::AskToLeave() {
  if (leave_.MayLeave(flow_.HasSomethingToLose())) Leave();
}

}  // namespace studio
