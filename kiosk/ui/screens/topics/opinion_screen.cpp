#include "ui/screens/topics/opinion_screen.h"

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/stop_pages.h"
#include "ui/screens/pieces/wall_pieces.h"
#include "ui/words/topic_strings.h"

namespace studio {
namespace {

constexpr int kOpinionPages = 4;  // stance, words, who (and the card), check

int PageOf(OpinionStep step) {
  switch (step) {
    case OpinionStep::kStance:
      return 1;
    case OpinionStep::kWords:
      return 2;
    case OpinionStep::kWho:
    case OpinionStep::kCard:
      return 3;
    default:
      return kOpinionPages;
  }
}

}  // namespace

OpinionScreen::OpinionScreen(ScreenParts parts, const Topic& topic, VisitBallots& ballots)
    : parts_(parts),
      flow_(parts.topics, parts.duty, parts.state, parts.clock, ballots, topic),
      voice_(parts.ways.voice, [this](AttachmentPtr voice) { flow_.SetVoice(std::move(voice)); }),
      keyboard_(parts.ways, WritingMode::kVoice),
      card_page_(parts.ways, flow_.card()) {
  if (!keyboard_.Works(WritingMode::kVoice)) keyboard_.SwitchTo(WritingMode::kInk);
}

Patience OpinionScreen::TimeOut() const {
  if (IsDanger(flow_.stop())) return Patience::kNever;
  switch (flow_.step()) {
    case OpinionStep::kWords:
      return voice_.Busy() ? Patience::kNever : Patience::kWriting;
    case OpinionStep::kSaving:
      return Patience::kNever;
    case OpinionStep::kDone:
      // Somebody may be fetching their phone.
      return HasPhonePage() ? Patience::kNormal : Patience::kDone;
    default:
      return Patience::kNormal;
  }
}

void OpinionScreen::Draw(Frame& frame) {
  const OpinionStep step = flow_.step();
  voice_.UseRoom(flow_.takes_voice());
  keyboard_.CloseVoice(!flow_.takes_voice() && !voice_.Busy() && !voice_.recorded());
  // Nobody is recorded on a page that does not show it.
  if (step != OpinionStep::kWords && voice_.Busy()) voice_.Stop();
  if (step == OpinionStep::kCard) {
    card_page_.Begin(frame);
    if (flow_.card().card() != nullptr) flow_.Next();
  } else {
    card_page_.Stop();
  }
  Rect area = frame.area;
  if (flow_.step() == OpinionStep::kDone) return DrawDone(frame, area);
  if (IsDanger(flow_.stop())) return DrawStopPage(frame, area);
  if (DrawStepHeader(frame, area)) return Back();
  if (flow_.stop().page() != StopPage::kNone) return DrawStopPage(frame, area);
  if (leave_.asking()) {
    if (leave_.Draw(frame, area)) parts_.navigator.Pop();
    return;
  }
  switch (flow_.step()) {
    case OpinionStep::kStance:
      return DrawStance(frame, area);
    case OpinionStep::kWords:
      return DrawWords(frame, area);
    case OpinionStep::kWho:
      return DrawWho(frame, area);
    case OpinionStep::kCard:
      return DrawCardPage(frame, area);
    case OpinionStep::kCheck:
      return DrawCheck(frame, area);
    case OpinionStep::kSaving:
      return DrawEmptyPage(frame, area, "edit_note", say::kGiving);
    case OpinionStep::kDone:
      return;
  }
}

bool OpinionScreen::DrawStepHeader(Frame& frame, Rect& area) {
  const int page = PageOf(flow_.step());
  const std::string step =
      say::Fill(say::kStep, {{"n", say::Number(page)}, {"all", say::Number(kOpinionPages)}});
  HeaderLook look;
  look.step = step;
  look.progress = static_cast<float>(page) / static_cast<float>(kOpinionPages);
  look.back = flow_.step() != OpinionStep::kSaving;
  return Header(frame, area, say::kSayIt, look);
}

void OpinionScreen::DrawStopPage(Frame& frame, const Rect& area) {
  const StopTap tap = DrawStop(frame, area, parts_, flow_.stop());
  if (tap == StopTap::kGoOn) flow_.Next();
  if (tap == StopTap::kLeaveHome) parts_.navigator.GoHome();
}

void OpinionScreen::Back() {
  if (flow_.stop().page() != StopPage::kNone) return flow_.stop().Back();
  if (leave_.asking()) {
    leave_ = {};
  } else if (!flow_.Back() && leave_.MayLeave(!flow_.words().empty() || flow_.voice())) {
    parts_.navigator.Pop();
  }
}

std::string OpinionScreen::Problem() const {
  if (const auto problem = flow_.problem()) return std::string(say::ProblemLine(*problem));
  if (!flow_.late()) return {};
  return say::Fill(say::kLateNow, {{"county", say::CountyName(*parts_.state.station)}});
}

// The question and the foot of a page of choices, for which `area` is left. False: back was tapped.
bool OpinionScreen::BeginQuestion(Frame& frame, Rect& area, std::string_view question,
                                  std::string_view hint) {
  const FootTap tap = DrawFoot(frame, area, {say::kBack, say::kNext, "", Problem()});
  if (tap == FootTap::kBack) return false;
  if (tap == FootTap::kOn) flow_.Next();
  Rect aside = TakeAside(frame, area);
  if (frame.wide) {
    Question(frame, aside, question, hint);
  } else {
    Question(frame, area, question, hint);
    area = area.Inset(frame.theme.size.margin, 0);
    LowerForReach(frame, area);
  }
  return true;
}

void OpinionScreen::DrawStance(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (!BeginQuestion(frame, area, say::kAskStance, say::kAskStanceHint)) return Back();
  for (const Stance stance : {Stance::kAgree, Stance::kDiffer, Stance::kSuggest}) {
    const std::string_view why = say::StanceWhy(stance);
    const float height = std::max(ChoiceRowHeight(frame, area.w, why), theme.Px(176));
    if (ChoiceRow(frame, area.TakeTop(height, theme.size.gap), say::StanceName(stance), why,
                  flow_.stance() == stance)) {
      flow_.ChooseStance(stance);
    }
  }
}

void OpinionScreen::DrawWho(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (!BeginQuestion(frame, area, say::kAskSpeaker, say::kAskSpeakerHint)) return Back();
  const struct {
    bool member;
    std::string_view name, why;
  } choices[] = {{false, say::kResident, say::kResidentWhy},
                 {true, say::kAsMember, say::kAsMemberWhy}};
  for (const auto& choice : choices) {
    const float height = std::max(ChoiceRowHeight(frame, area.w, choice.why), theme.Px(176));
    if (ChoiceRow(frame, area.TakeTop(height, theme.size.gap), choice.name, choice.why,
                  flow_.member() == choice.member)) {
      flow_.ChooseWho(choice.member);
    }
  }
}

void OpinionScreen::DrawCardPage(Frame& frame, Rect area) {
  if (SecondaryButton(frame, TakeFooter(frame, area), say::kBack)) return Back();
  card_page_.Draw(frame, area,
                  {say::kShowCard, say::kShowCardHint, say::kScanCard, say::kShowCardHint});
}

}  // namespace studio
