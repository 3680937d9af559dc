#include "ui/screens/request/request_screen.h"

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/words/strings.h"

namespace studio {
namespace {

constexpr int kRequestPages = 5;  // category, place, words, who, consent and check

int PageOf(RequestStep step) { return std::min(static_cast<int>(step) + 1, kRequestPages); }

}  // namespace

RequestScreen::RequestScreen(ScreenParts parts)
    : parts_(parts),
      flow_(parts.requests, parts.state.station, parts.clock),
      voice_(parts.ways.voice, [this](AttachmentPtr voice) { flow_.SetVoice(std::move(voice)); }),
      words_keyboard_(parts.ways),
      name_keyboard_(parts.ways, WritingMode::kSentences, WrittenThing::kName),
      helper_page_(parts),
      receipt_page_(parts) {}

Patience RequestScreen::TimeOut() const {
  // Somebody may be holding the telephone, or lying there: nothing ends that page but a button.
  if (flow_.detour() == RequestDetour::kDanger) return Patience::kNever;
  if (flow_.detour() == RequestDetour::kSensitive) return Patience::kWriting;
  switch (flow_.step()) {
    case RequestStep::kReceipt:
      return receipt_page_.TimeOut(*flow_.receipt());
    case RequestStep::kSaving:
      return Patience::kNever;
    case RequestStep::kWords:
      return voice_.Busy() ? Patience::kNever : Patience::kWriting;
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
  voice_.UseRoom(flow_.takes_voice());
  words_keyboard_.CloseVoice(!flow_.takes_voice() && !voice_.Busy() && !voice_.recorded());
  // Nobody is recorded on a page that does not show it.
  if (flow_.step() != RequestStep::kWords && voice_.Busy()) voice_.Stop();
  // What leads away from the page leads away from the camera, too.
  if (helper_page_.open() && flow_.step() != RequestStep::kCheck) helper_page_.Close();
  if (helper_page_.open()) helper_page_.Begin(frame);
  Rect area = frame.area;
  if (flow_.detour() == RequestDetour::kDanger) return DrawDanger(frame);
  if (flow_.step() == RequestStep::kReceipt) return DrawReceipt(frame, area);
  if (DrawStepHeader(frame, area)) {
    if (helper_page_.open()) {
      helper_page_.Close();
    } else if (phone_pad_ || name_page_) {
      phone_pad_ = name_page_ = false;
    } else if (leave_.asking()) {
      leave_ = {};
    } else if (!flow_.Back()) {
      AskToLeave();
    }
    return;
  }
  if (leave_.asking()) {
    if (leave_.Draw(frame, area)) Leave();
    return;
  }
  if (flow_.detour() == RequestDetour::kNotOurs) return DrawNotOurs(frame, area);
  if (flow_.detour() == RequestDetour::kMatters) return DrawMatters(frame, area);
  if (flow_.detour() == RequestDetour::kSensitive) return DrawSensitive(frame, area);
  switch (flow_.step()) {
    case RequestStep::kCategory:
      return flow_.closed() ? DrawClosed(frame, area) : DrawCategory(frame, area);
    case RequestStep::kPlace:
      return DrawPlace(frame, area);
    case RequestStep::kWords:
      return DrawWords(frame, area);
    case RequestStep::kWho:
      if (name_page_) return DrawNamePage(frame, area);
      return phone_pad_ ? DrawPhonePad(frame, area) : DrawWho(frame, area);
    case RequestStep::kConsent:
      return DrawConsent(frame, area);
    case RequestStep::kCheck:
      return helper_page_.open() ? DrawHelperPage(frame, area) : DrawCheck(frame, area);
    case RequestStep::kSaving:
      return DrawSaving(frame, area);
    case RequestStep::kReceipt:
      return;
  }
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

void RequestScreen::DrawFooter(Frame& frame, Rect& area, std::string_view next) {
  Rect footer = TakeFooter(frame, area);
  // Landscape has more width than height: what stands in the way is said beside the button.
  Rect beside;
  if (frame.wide) {
    const Rect back = footer.TakeLeft(footer.w * 0.2f, frame.theme.size.gap);
    beside = footer.TakeLeft(footer.w * 0.56f, frame.theme.size.gap);
    DrawFooterButtons(frame, back, footer, next);
  } else {
    const Rect back = footer.TakeLeft(footer.w * 0.34f, frame.theme.size.gap);
    DrawFooterButtons(frame, back, footer, next);
  }
  if (const auto problem = flow_.problem()) {
    const Rect line = frame.wide ? beside
                                 : area.TakeBottom(frame.theme.Px(130), frame.theme.Px(8))
                                       .Inset(frame.theme.size.margin, 0);
    DrawProblem(frame, line, say::ProblemLine(*problem));
  }
}

void RequestScreen::DrawFooterButtons(Frame& frame, const Rect& back, const Rect& on,
                                      std::string_view next) {
  const bool first = flow_.step() == RequestStep::kCategory;
  if (SecondaryButton(frame, back, first ? say::kHome : say::kBack)) {
    if (!flow_.Back()) AskToLeave();
  }
  if (PrimaryButton(frame, on, next) && (flow_.step() != RequestStep::kWords || MayLeaveWords())) {
    flow_.Next();
  }
}

void RequestScreen::DrawSaving(Frame& frame, Rect area) {
  DrawEmptyPage(frame, area, "edit_note", say::kSaving);
}

void RequestScreen::AskToLeave() {
  if (leave_.MayLeave(flow_.HasSomethingToLose())) Leave();
}

void RequestScreen::Leave() { parts_.navigator.GoHome(); }

}  // namespace studio
