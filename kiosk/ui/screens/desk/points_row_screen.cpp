#include "ui/screens/desk/points_row_screen.h"

#include <string>
#include <utility>

#include "shared/mechanism_file/explaining.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/pieces/wall_pieces.h"
#include "ui/words/staff/desk_strings.h"
#include "ui/words/wall_strings.h"

namespace studio {

PointsRowScreen::PointsRowScreen(ScreenParts parts, AccountPtr account, const PointsRow& row)
    : parts_(parts), account_(std::move(account)), row_(row) {}

void PointsRowScreen::Draw(Frame& frame) {
  Rect area = frame.area;
  const PointsRule& rule = *account_->RuleWith(row_.rule);
  const Section* section = account_->SectionWith(rule.section);
  if (Header(frame, area, section == nullptr ? rule.section : section->title))
    return parts_.navigator.Pop();
  if (SecondaryButton(frame, TakeFooter(frame, area), say::kBack)) return parts_.navigator.Pop();
  area.TakeTop(frame.theme.Px(20));
  area = area.Inset(frame.theme.size.margin, 0);
  ArticleHead head;
  head.title = say::RowTitle(*account_, row_, parts_.state.station->mechanism);
  if (row_.day.ok()) head.lines.push_back(say::DateOf(ToText(row_.day), ToText(account_->today)));
  if (row_.waiting)
    head.pills.push_back({std::string(say::kRowWaits), "hourglass_top", Tone::kAmber});
  std::string sum =
      say::Fill(row_.arithmetic == row_.points.Text() ? say::kRowSumPlain : say::kRowSumLine,
                {{"arithmetic", row_.arithmetic}, {"points", row_.points.Text()}});
  if (const std::string cut = say::CutLine(*account_, row_); !cut.empty() && !row_.waiting) {
    sum += "\n" + cut + "，" + say::Fill(say::kRowCounted, {{"counted", row_.counted.Text()}});
  }
  Article article;
  article.AddBlock(HeadBlock(std::move(head)));
  article.AddText(std::string(say::kRowSum), sum);
  article.AddText(std::string(say::kRowRule),
                  ExplainedRule(account_->rules, rule, NamesOf(parts_.state.station->mechanism)));
  article.Draw(frame, area, read_);
}

}  // namespace studio
