#include "ui/screens/wishes/wish_post_screen.h"

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/stop_pages.h"
#include "ui/screens/pieces/wall_pieces.h"
#include "ui/words/wish_strings.h"

namespace studio {

WishPostScreen::WishPostScreen(ScreenParts parts)
    : parts_(parts),
      flow_(parts.wishes, parts.requests, parts.state.station, parts.clock),
      voice_(parts.ways.voice, [this](AttachmentPtr voice) { flow_.SetVoice(std::move(voice)); }),
      words_keyboard_(parts.ways),
      name_keyboard_(parts.ways, WritingMode::kInk, WrittenThing::kName),
      helper_page_(parts),
      receipt_page_(parts) {}

Patience WishPostScreen::TimeOut() const {
  if (IsDanger(flow_.stop())) return Patience::kNever;
  switch (flow_.step()) {
    case WishStep::kReceipt:
      return receipt_page_.TimeOut(*flow_.receipt());
    case WishStep::kSaving:
      return Patience::kNever;
    case WishStep::kWords:
      return voice_.Busy() ? Patience::kNever : Patience::kWriting;
    case WishStep::kName:
    case WishStep::kGuardian:
    case WishStep::kConsent:
      return Patience::kWriting;
    default:
      return Patience::kNormal;
  }
}

void WishPostScreen::Draw(Frame& frame) {
  flow_.UseShortage(ShortageOf(parts_.state.storage));
  voice_.UseRoom(flow_.takes_voice());
  words_keyboard_.CloseVoice(!flow_.takes_voice() && !voice_.Busy() && !voice_.recorded());
  // Nobody is recorded on a page that does not show it.
  if (flow_.step() != WishStep::kWords && voice_.Busy()) voice_.Stop();
  if (helper_page_.open() && flow_.step() != WishStep::kCheck) helper_page_.Close();
  if (helper_page_.open()) helper_page_.Begin(frame);
  Rect area = frame.area;
  if (flow_.step() == WishStep::kReceipt) return DrawReceipt(frame, area);
  if (IsDanger(flow_.stop())) return DrawStopPage(frame, area);
  if (DrawStepHeader(frame, area)) return Back();
  if (flow_.stop().page() != StopPage::kNone) return DrawStopPage(frame, area);
  if (leave_.asking()) {
    if (leave_.Draw(frame, area)) parts_.navigator.Pop();
    return;
  }
  switch (flow_.step()) {
    case WishStep::kWords:
      return DrawWords(frame, area);
    case WishStep::kFor:
      return DrawFor(frame, area);
    case WishStep::kPlace:
      return DrawPlace(frame, area);
    case WishStep::kName:
    case WishStep::kGuardian:
      if (name_page_) return DrawNamePage(frame, area);
      return phone_pad_ ? DrawPhonePad(frame, area) : DrawContact(frame, area);
    case WishStep::kConsent:
      return DrawConsent(frame, area);
    case WishStep::kCheck:
      return helper_page_.open() ? DrawHelperPage(frame, area) : DrawCheck(frame, area);
    case WishStep::kSaving:
      return DrawEmptyPage(frame, area, "edit_note", say::kSaving);
    case WishStep::kReceipt:
      return;
  }
}

bool WishPostScreen::DrawStepHeader(Frame& frame, Rect& area) {
  const std::string step = say::Fill(
      say::kStep, {{"n", say::Number(flow_.page())}, {"all", say::Number(flow_.pages())}});
  HeaderLook look;
  look.step = step;
  look.progress = static_cast<float>(flow_.page()) / static_cast<float>(flow_.pages());
  look.back = flow_.step() != WishStep::kSaving;
  return Header(frame, area, say::kIWish, look);
}

void WishPostScreen::DrawStopPage(Frame& frame, const Rect& area) {
  const StopTap tap = DrawStop(frame, area, parts_, flow_.stop());
  if (tap == StopTap::kGoOn) flow_.Next();
  if (tap == StopTap::kLeaveHome) parts_.navigator.GoHome();
}

void WishPostScreen::Back() {
  if (flow_.stop().page() != StopPage::kNone) return flow_.stop().Back();
  if (leave_.asking()) {
    leave_ = {};
  } else if (helper_page_.open()) {
    helper_page_.Close();
  } else if (name_page_ || phone_pad_) {
    name_page_ = phone_pad_ = false;
  } else if (!flow_.Back() && leave_.MayLeave(!flow_.words().empty() || flow_.voice() ||
                                              !flow_.name().empty() || !flow_.phone().empty())) {
    parts_.navigator.Pop();
  }
}

std::string_view WishPostScreen::Problem() const {
  const auto problem = flow_.problem();
  return problem ? say::ProblemLine(*problem) : std::string_view{};
}

void WishPostScreen::DrawSteps(Frame& frame, Rect& area) {
  const FootTap tap = DrawFoot(frame, area, {say::kBack, say::kNext, "", Problem()});
  if (tap == FootTap::kBack) Back();
  if (tap == FootTap::kOn) flow_.Next();
}

}  // namespace studio
