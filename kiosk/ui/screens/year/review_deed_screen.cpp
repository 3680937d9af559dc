#include "ui/screens/year/review_deed_screen.h"

#include <algorithm>
#include <memory>

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/desk_foot.h"
#include "ui/screens/pieces/wall_pieces.h"
#include "ui/screens/year/reason_screen.h"
#include "ui/words/staff/desk_strings.h"
#include "ui/words/staff/manage_strings.h"

namespace studio {

bool ReviewDeedScreen::IsOpen() const {
  const auto waiting = flow_->Waiting();
  return std::any_of(waiting.begin(), waiting.end(),
                     [&](const Deed* one) { return one->id == deed_.id; });
}

void ReviewDeedScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  // Spoken of on this page, or meanwhile by somebody else.
  if (!IsOpen() && !flow_->saving()) return parts_.navigator.Pop();
  if (Header(frame, area, say::kReview)) return parts_.navigator.Pop();
  const bool may = flow_->MayReview(deed_);
  const DeskFoot foot =
      may ? TakeDeskFoot(frame, area) : DeskFoot{TakeDeskStep(frame, area), Rect{}};
  bool no = false, yes = false;
  const bool back = SecondaryButton(frame, foot.step, say::kBack);
  if (may) {
    const std::vector<Rect> both = foot.ends.SplitColumns(2, theme.size.gap);
    ButtonLook look;
    look.enabled = !flow_->saving();
    // Not where the list has its own.
    no = SecondaryButton(frame, both[1], say::kReviewBack, look);
    look.ends = true;
    yes = PrimaryButton(frame, both[0], say::kReviewConfirm, look);
  }
  area = area.Inset(theme.size.margin, 0);
  area.TakeTop(theme.Px(8));
  if (flow_->save_failed())
    DrawProblem(frame, area.TakeTop(theme.Px(110), theme.Px(16)), say::kReviewFailed);
  DrawWords(frame, area);
  if (back) return parts_.navigator.Pop();
  if (!yes && !no) return;
  flow_->PickOnly(deed_);
  if (yes) return flow_->Confirm();
  parts_.navigator.Push(MakeSendBackScreen(parts_, flow_));
}

void ReviewDeedScreen::DrawWords(Frame& frame, Rect area) {
  const Station& station = *parts_.state.station;
  Article article;
  ArticleHead head;
  head.title = say::AskedWhat(deed_, station);
  head.lines = say::AskedLines(deed_, station, flow_->Today());
  const std::string figures = say::ReviewFigures(deed_, station);
  if (!figures.empty()) head.lines.push_back(figures);
  if (!flow_->MayReview(deed_)) head.lines.emplace_back(say::kReviewOwnWhy);
  const auto& writeup = flow_->writeup();
  if (writeup) {
    const std::string attached = say::ReviewAttached(*writeup);
    if (!attached.empty()) head.lines.push_back(attached);
  }
  article.AddBlock(HeadBlock(std::move(head)));
  if (!writeup) {
    if (!flow_->opening()) article.AddText({}, std::string(say::kReviewNotHere));
  } else {
    const std::pair<std::string_view, const std::string*> parts[] = {
        {say::kReviewMet, &writeup->met},
        {say::kReviewWords, &writeup->words},
        {say::kReviewSituation, &writeup->situation},
        {say::kReviewAnalysis, &writeup->analysis},
        {say::kReviewSuggestion, &writeup->suggestion}};
    bool any = false;
    for (const auto& [heading, words] : parts) {
      if (words->empty()) continue;
      article.AddText(std::string(heading), *words);
      any = true;
    }
    if (!any) article.AddText({}, std::string(say::kReviewNoWords));
  }
  article.Draw(frame, area, article_);
}

}  // namespace studio
