#include "ui/screens/desk/points_section_screen.h"

#include <algorithm>
#include <memory>

#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/desk/points_row_screen.h"
#include "ui/words/staff/desk_strings.h"
#include "ui/words/wall_strings.h"

namespace studio {

PointsSectionScreen::PointsSectionScreen(ScreenParts parts, AccountPtr account, std::string section)
    : parts_(parts), account_(std::move(account)), section_(std::move(section)) {
  for (const PointsRow& row : account_->result.rows) {
    const PointsRule* rule = account_->RuleWith(row.rule);
    if (rule != nullptr && rule->section == section_) rows_.push_back(&row);
  }
  std::stable_sort(rows_.begin(), rows_.end(),
                   [](const PointsRow* a, const PointsRow* b) { return a->day > b->day; });
}

void PointsSectionScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  const Section* section = account_->SectionWith(section_);
  std::string sum;
  for (const SectionSum& one : account_->result.sections) {
    if (one.id != section_) continue;
    sum = say::Fill(
        say::kSectionSum,
        {{"points",
          say::PointsOfMost(one.points, section == nullptr ? std::nullopt : section->at_most)}});
  }
  HeaderLook look;
  look.step = sum;
  if (Header(frame, area, section == nullptr ? section_ : section->title, look))
    return parts_.navigator.Pop();
  if (SecondaryButton(frame, TakeFooter(frame, area), say::kBack)) return parts_.navigator.Pop();
  area = area.Inset(theme.size.margin, 0);
  area.TakeTop(theme.Px(12));
  if (rows_.empty()) return DrawEmptyPage(frame, area, "grade", say::kSectionNoRows);
  const std::string today = ToText(account_->today);
  const PointsRow* tapped = nullptr;
  {
    PagedList list(frame, area, "rows", scroll_, static_cast<int>(rows_.size()),
                   std::max(theme.Px(140), theme.size.section_title + theme.size.small * 2.8f),
                   theme.Px(18));
    for (int i = list.First(); i < list.End(); ++i) {
      const PointsRow& row = *rows_[static_cast<std::size_t>(i)];
      const std::string day =
          row.day.ok() ? say::DateOf(ToText(row.day), today) : std::string(say::kRowNoDay);
      const std::string title =
          day + " · " + say::RowTitle(*account_, row, parts_.state.station->mechanism);
      std::string under = say::PointsSigned(row.counted) + " 分";
      if (row.waiting) {
        under = say::kRowWaits;
      } else if (const std::string cut = say::CutLine(*account_, row); !cut.empty()) {
        under += "，" + cut;
      }
      const Tone tone = row.waiting ? Tone::kAmber : Tone::kJade;
      const std::string_view icon = row.waiting ? "hourglass_top" : "check_circle";
      if (RowTile(frame, list.Row(i), title + "##" + std::to_string(i), {icon, under, tone}))
        tapped = &row;
    }
  }
  if (tapped != nullptr)
    parts_.navigator.Push(std::make_unique<PointsRowScreen>(parts_, account_, *tapped));
}

}  // namespace studio
