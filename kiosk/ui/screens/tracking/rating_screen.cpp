#include "ui/screens/tracking/rating_screen.h"

#include <algorithm>
#include <utility>

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/stop_pages.h"
#include "ui/words/track_strings.h"

namespace studio {
namespace {

constexpr Satisfaction kAll[] = {Satisfaction::kSatisfied, Satisfaction::kMostly,
                                 Satisfaction::kDissatisfied};

TileLook LookOf(Satisfaction satisfaction) {
  TileLook look;
  look.hint = say::SatisfactionHint(satisfaction);
  switch (satisfaction) {
    case Satisfaction::kSatisfied:
      look.icon = "sentiment_satisfied_alt";
      look.tone = Tone::kJade;
      break;
    case Satisfaction::kMostly:
      look.icon = "sentiment_neutral";
      look.tone = Tone::kAmber;
      break;
    case Satisfaction::kDissatisfied:
      look.icon = "sentiment_dissatisfied";
      look.tone = Tone::kRed;
      break;
  }
  return look;
}

}  // namespace

RatingScreen::RatingScreen(ScreenParts parts, std::string receipt, const CaseAnswer& answer,
                           std::function<void()> kept)
    : parts_(parts),
      flow_(parts.cases, parts.state, std::move(receipt), answer),
      kept_(std::move(kept)),
      voice_(parts.ways.voice, [this](AttachmentPtr voice) { flow_.SetVoice(std::move(voice)); }),
      keyboard_(parts.ways, WritingMode::kVoice) {}

Patience RatingScreen::TimeOut() const {
  if (IsDanger(flow_.stop())) return Patience::kNever;
  if (flow_.step() == RatingStep::kSaving || voice_.Busy()) return Patience::kNever;
  return Patience::kWriting;
}

void RatingScreen::DrawStopPage(Frame& frame, const Rect& area) {
  const StopTap tap = DrawStop(frame, area, parts_, flow_.stop());
  if (tap == StopTap::kGoOn) flow_.Next();
  if (tap == StopTap::kLeaveHome) parts_.navigator.GoHome();
}

void RatingScreen::GoBack() {
  if (flow_.stop().page() != StopPage::kNone) return flow_.stop().Back();
  if (leave_.asking()) {
    leave_ = {};
  } else if (!flow_.Back() && leave_.MayLeave(!flow_.words().empty() || flow_.voice())) {
    parts_.navigator.Pop();
  }
}

void RatingScreen::Draw(Frame& frame) {
  const bool room = ShortageOf(parts_.state.storage) < Shortage::kNoVoice;
  voice_.UseRoom(room);
  keyboard_.CloseVoice(!room && !voice_.Busy() && !voice_.recorded());
  // Nobody is recorded on a page that does not show it.
  if (flow_.step() != RatingStep::kWords && voice_.Busy()) voice_.Stop();
  Rect area = frame.area;
  HeaderLook look;
  look.back = flow_.step() != RatingStep::kSaving && flow_.step() != RatingStep::kKept;
  if (IsDanger(flow_.stop())) return DrawStopPage(frame, area);
  if (Header(frame, area, say::kRating, look)) return GoBack();
  if (flow_.stop().page() != StopPage::kNone) return DrawStopPage(frame, area);
  if (leave_.asking()) {
    if (leave_.Draw(frame, area)) parts_.navigator.Pop();
    return;
  }
  switch (flow_.step()) {
    case RatingStep::kHow:
      return DrawHow(frame, area);
    case RatingStep::kWhy:
      return DrawWhy(frame, area);
    case RatingStep::kWords:
      return DrawWords(frame, area);
    case RatingStep::kWhatNext:
      return DrawWhatNext(frame, area);
    case RatingStep::kCheck:
      return DrawCheck(frame, area);
    case RatingStep::kSaving:
      return DrawEmptyPage(frame, area, "edit_note", say::kSaving);
    case RatingStep::kKept:
      kept_();
      return parts_.navigator.Pop();
  }
}

void RatingScreen::DrawHow(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (SecondaryButton(frame, TakeFooter(frame, area), say::kBack)) return GoBack();
  Question(frame, area, say::kRateAsk, say::kRateAskHint);
  area = area.Inset(theme.size.margin, 0);
  const float height =
      std::min(theme.Px(frame.wide ? 200 : 300),
               (area.h - 2 * theme.size.gap) / static_cast<float>(std::size(kAll)));
  // In portrait within reach.
  if (!frame.wide) area.TakeTop((area.h - 3 * height - 2 * theme.size.gap) * 0.5f);
  for (const Satisfaction satisfaction : kAll) {
    if (RowTile(frame, area.TakeTop(height, theme.size.gap), say::SatisfactionName(satisfaction),
                LookOf(satisfaction)))
      flow_.Choose(satisfaction);
  }
}

void RatingScreen::DrawWhy(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  Rect footer = TakeFooter(frame, area);
  if (SecondaryButton(frame, footer.TakeLeft(footer.w * 0.34f, theme.size.gap), say::kBack))
    return GoBack();
  const bool on = PrimaryButton(frame, footer, say::kNext);
  Question(frame, area, say::kWhyAsk, say::kWhyAskHint);
  area = area.Inset(theme.size.margin, 0);
  const int columns = frame.wide ? 3 : 1, rows = frame.wide ? 2 : 5;
  const float more = theme.size.button_height;
  const float gap = theme.Px(24);
  const float row = std::min(
      theme.Px(frame.wide ? 170 : 150),
      (area.h - more - theme.Px(40) - static_cast<float>(rows) * gap) / static_cast<float>(rows));
  const auto cells = area.TakeTop(static_cast<float>(rows) * (row + gap) - gap, theme.Px(40))
                         .SplitGrid(columns, rows, gap);
  for (std::size_t i = 0; i < kRatingReasons.size(); ++i) {
    const bool chosen = flow_.HasReason(kRatingReasons[i]);
    if (Option(frame, cells[i], say::ReasonName(kRatingReasons[i]),
               {chosen ? "check_box" : "check_box_outline_blank", chosen}))
      flow_.ToggleReason(kRatingReasons[i]);
  }
  const std::string said = say::SaidLine(flow_);
  if (SecondaryButton(frame, area.TakeTop(more), said.empty() ? std::string(say::kSaySome) : said,
                      {said.empty() ? "mic" : "edit"})) {
    OpenWords();
    flow_.SaySomething();
  }
  if (on) flow_.Next();
}

void RatingScreen::DrawWhatNext(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (SecondaryButton(frame, TakeFooter(frame, area), say::kBack)) return GoBack();
  Question(frame, area, say::kWhatNextAsk);
  area = area.Inset(theme.size.margin, 0);
  const float height = std::min(theme.Px(frame.wide ? 190 : 300), (area.h - theme.size.gap) / 2);
  if (!frame.wide) area.TakeTop((area.h - 2 * height - theme.size.gap) * 0.4f);
  if (RowTile(frame, area.TakeTop(height, theme.size.gap), say::kSendBack,
              {"replay", say::kSendBackHint, Tone::kRed}))
    return flow_.ChooseSendBack(true);
  if (RowTile(frame, area.TakeTop(height), say::kOnlyOpinion,
              {"rate_review", say::kOnlyOpinionHint, Tone::kSand}))
    flow_.ChooseSendBack(false);
}

}  // namespace studio
