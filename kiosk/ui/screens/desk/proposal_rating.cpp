#include <algorithm>

#include "app/tracking/rating_flow.h"
#include "shared/bodies/reader_words.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/desk/proposals_screen.h"
#include "ui/screens/parts/answer_rows.h"
#include "ui/screens/pieces/wall_pieces.h"
#include "ui/words/staff/proposal_strings.h"
#include "ui/words/track_strings.h"

namespace studio {
namespace {

struct HandlingFace {
  Satisfaction satisfaction;
  std::string_view icon;
  Tone tone;
};
constexpr HandlingFace kHandlingFaces[] = {
    {Satisfaction::kSatisfied, "sentiment_satisfied_alt", Tone::kJade},
    {Satisfaction::kMostly, "sentiment_neutral", Tone::kAmber},
    {Satisfaction::kDissatisfied, "sentiment_dissatisfied", Tone::kRed}};

}  // namespace

void ProposalScreen::DrawHow(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (SecondaryButton(frame, TakeFooter(frame, area), say::kBack)) return GoBack();
  Question(frame, area, say::kProposalHow, say::kProposalHowHint);
  area = area.Inset(theme.size.margin, 0);
  const float height =
      std::min(theme.Px(frame.wide ? 200 : 300), (area.h - 2 * theme.size.gap) / 3);
  // In portrait within reach.
  if (!frame.wide) area.TakeTop((area.h - 3 * height - 2 * theme.size.gap) * 0.5f);
  for (const HandlingFace& face : kHandlingFaces) {
    const TileLook look{face.icon, say::SatisfactionHint(face.satisfaction), face.tone};
    if (!RowTile(frame, area.TakeTop(height, theme.size.gap),
                 say::SatisfactionName(face.satisfaction), look))
      continue;
    satisfaction_ = face.satisfaction;
    if (!AsksWhy()) reasons_.clear();
    page_ = AsksWhy() ? Page::kWhy : Page::kCheck;
  }
}

void ProposalScreen::DrawWhy(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  Rect footer = TakeFooter(frame, area);
  if (SecondaryButton(frame, footer.TakeLeft(footer.w * 0.34f, theme.size.gap), say::kBack))
    return GoBack();
  if (PrimaryButton(frame, footer, say::kNext)) page_ = Page::kCheck;
  Question(frame, area, say::kProposalWhy, say::kProposalWhyHint);
  area = area.Inset(theme.size.margin, 0);
  const int columns = frame.wide ? 3 : 1, rows = frame.wide ? 2 : 5;
  const float gap = theme.Px(24), count = static_cast<float>(rows);
  const float row = std::min(theme.Px(frame.wide ? 170 : 150), (area.h - count * gap) / count);
  if (!frame.wide) area.TakeTop((area.h - count * (row + gap) + gap) * 0.5f);
  const auto cells = area.TakeTop(count * (row + gap) - gap).SplitGrid(columns, rows, gap);
  for (std::size_t i = 0; i < kRatingReasons.size(); ++i) {
    const std::string reason(kRatingReasons[i]);
    const auto chosen = std::find(reasons_.begin(), reasons_.end(), reason);
    const bool is = chosen != reasons_.end();
    if (!Option(frame, cells[i], say::ReasonName(reason),
                {is ? "check_circle" : "radio_button_unchecked", is}))
      continue;
    is ? void(reasons_.erase(chosen)) : reasons_.push_back(reason);
  }
}

void ProposalScreen::DrawCheck(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const std::string_view problem = flow_->save_failed() ? say::kProposalFailed : std::string_view{};
  const EndingFoot foot =
      DrawEndingFoot(frame, area, {say::kBack, say::kProposalConfirm, "check", problem});
  Question(frame, area, say::kProposalCheck);
  area = area.Inset(theme.size.margin, 0);
  const TextStyle soft = TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink);
  const std::string who =
      WhoReads({RecordKind::kProposalRating}, say::CountyName(*parts_.state.station));
  DrawWrapped(frame, area.TakeBottom(MeasureWrapped(frame, who, area.w, soft), theme.size.gap), who,
              soft);
  std::vector<Answer> answers;
  answers.push_back({say::kProposalCheckHow, std::string(say::SatisfactionName(satisfaction_))});
  if (!reasons_.empty()) answers.push_back({say::kProposalCheckWhy, say::ReasonsLine(reasons_)});
  AnswerRows().Draw(frame, area, answers);
  if (foot.tap == FootTap::kBack) return GoBack();
  if (foot.tap != FootTap::kOn) return;
  sent_ = true;
  flow_->Rate(number_, satisfaction_, reasons_);
}

void ProposalScreen::DrawDone(Frame& frame, Rect area) {
  if (PrimaryButton(frame, TakeFooter(frame, area), say::kProposalToList))
    return parts_.navigator.Pop();
  area = area.Inset(frame.theme.size.margin, frame.theme.Px(60));
  DrawOutcome(frame, area, {"check", say::kProposalDone, say::kProposalDoneHint});
}

}  // namespace studio
