#include "ui/screens/desk/coauthor_screen.h"

#include <string>
#include <utility>

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/desk/desk_foot.h"
#include "ui/screens/pieces/wall_pieces.h"
#include "ui/words/staff/desk_strings.h"

namespace studio {

void CoauthorScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  if (Header(frame, area, say::kAskedPage)) return parts_.navigator.Pop();
  if (agrees_ && !flow_->answering() && !flow_->answer_failed()) return DrawDone(frame, area);
  const DeskFoot foot = TakeDeskFoot(frame, area);
  const bool back = SecondaryButton(frame, foot.step, say::kBack);
  const std::vector<Rect> ends = foot.ends.SplitColumns(2, theme.size.gap);
  const bool no = SecondaryButton(frame, ends[0], say::kAskedNo, {.ends = true});
  const bool yes = PrimaryButton(frame, ends[1], say::kAskedYes, {.ends = true});
  Question(frame, area, say::kAskedQuestion, say::kAskedExplained);
  area = area.Inset(theme.size.margin, 0);
  if (agrees_ && flow_->answer_failed())
    DrawProblem(frame, area.TakeBottom(theme.Px(130), theme.Px(20)), say::kAskedFailed);
  ArticleHead head;
  head.title = say::AskedWhat(deed_, *parts_.state.station);
  head.lines = say::AskedLines(deed_, *parts_.state.station, flow_->Today());
  HeadBlock(std::move(head))(frame, area, true);
  if (back) return parts_.navigator.Pop();
  if (!yes && !no) return;
  agrees_ = yes;
  flow_->Answer(deed_, yes);
}

void CoauthorScreen::DrawDone(Frame& frame, Rect area) {
  if (PrimaryButton(frame, TakeFooter(frame, area), say::kWriteupToDesk))
    return parts_.navigator.Pop();
  area = area.Inset(frame.theme.size.margin, frame.theme.Px(60));
  const std::string hint = say::Fill(*agrees_ ? say::kAskedDoneHint : say::kAskedNotDoneHint,
                                     {{"county", say::CountyName(*parts_.state.station)}});
  DrawOutcome(frame, area, {"check", *agrees_ ? say::kAskedDone : say::kAskedNotDone, hint});
}

}  // namespace studio
