#include "ui/screens/desk/points_screen.h"

#include <algorithm>
#include <memory>
#include <string>

#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/desk/points_section_screen.h"
#include "ui/words/staff/desk_strings.h"

namespace studio {

void PointsScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  const std::string title =
      say::Fill(say::kPointsTitle, {{"year", std::to_string(account_->year)}});
  const std::string grade = say::GradeNowLine(*account_);
  HeaderLook look;
  look.step = grade;
  if (Header(frame, area, title, look)) return parts_.navigator.Pop();
  if (SecondaryButton(frame, TakeFooter(frame, area), say::kBack)) return parts_.navigator.Pop();
  area = area.Inset(theme.size.margin, 0);
  area.TakeTop(theme.Px(12));
  if (frame.wide) {
    Rect left = area.TakeLeft(area.w * 0.4f, theme.size.gap);
    DrawTotal(frame, left.TakeTop(theme.Px(420)));
  } else {
    DrawTotal(frame, area.TakeTop(theme.Px(340), theme.size.gap));
  }
  DrawSections(frame, area);
}

void PointsScreen::DrawTotal(Frame& frame, Rect card) const {
  const Theme& theme = frame.theme;
  DrawCard(frame, card);
  card = card.Inset(theme.Px(36), theme.Px(28));
  const TextStyle figure = TextStyle::Of(theme.size.digits * 1.3f, Weight::kBold);
  TextStyle soft = TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink);
  soft.line_spacing = 1.35f;
  DrawText(frame, card.TakeTop(figure.size * 1.2f, theme.Px(12)), account_->result.total.Text(),
           figure);
  std::string lines = say::GradeAboveLine(*account_);
  if (!account_->grades_known) {
    lines =
        say::Fill(say::kPointsUnknownGrade, {{"county", say::CountyName(*parts_.state.station)}});
  }
  const std::string waits = say::PointsWaitingLine(*account_);
  if (!lines.empty() && !waits.empty()) lines += "\n";
  lines += waits;
  DrawWrapped(frame, card, lines, soft);
}

void PointsScreen::DrawSections(Frame& frame, const Rect& area) {
  const Theme& theme = frame.theme;
  const std::vector<SectionSum>& sums = account_->result.sections;
  if (sums.empty()) return DrawEmptyPage(frame, area, "grade", say::kPointsNone);
  const SectionSum* tapped = nullptr;
  {
    PagedList list(frame, area, "sections", scroll_, static_cast<int>(sums.size()),
                   std::max(theme.Px(140), theme.size.section_title + theme.size.small * 2.8f),
                   theme.Px(18));
    for (int i = list.First(); i < list.End(); ++i) {
      const SectionSum& sum = sums[static_cast<std::size_t>(i)];
      const Section* section = account_->SectionWith(sum.id);
      const std::string title = section == nullptr ? sum.id : section->title;
      const std::string points =
          say::PointsOfMost(sum.points, section == nullptr ? std::nullopt : section->at_most);
      if (RowTile(frame, list.Row(i), title, {"grade", points, Tone::kSand})) tapped = &sum;
    }
  }
  if (tapped != nullptr)
    parts_.navigator.Push(std::make_unique<PointsSectionScreen>(parts_, account_, tapped->id));
}

}  // namespace studio
