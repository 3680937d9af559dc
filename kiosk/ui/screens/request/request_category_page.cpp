#include "ui/screens/request/request_category_page.h"

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/words/strings.h"

namespace studio {

RequestTap RequestCategoryPage::Draw(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  Rect footer = TakeFooter(frame, area);
  Question(frame, area, say::kAskCategory, say::kAskCategoryHint);
  area = area.Inset(theme.size.margin, 0);
  const auto& categories = flow_.station().categories;
  if (categories.empty()) DrawEmptyPage(frame, area, "cloud_download", say::kComingSoon);
  RequestTap tap = RequestTap::kNone;
  const int columns = frame.wide ? 6 : 3;
  const int count = static_cast<int>(categories.size());
  const int rows = std::max(1, (count + columns - 1) / columns);
  Rect grid = area;
  grid.h = std::min(grid.h,
                    static_cast<float>(rows) * theme.Px(frame.wide ? 330 : 318) - theme.size.gap);
  const std::vector<Rect> cells = grid.SplitGrid(columns, rows, theme.size.gap);
  for (int i = 0; i < count; ++i) {
    const Category& category = categories[static_cast<std::size_t>(i)];
    if (Tile(frame, cells[static_cast<std::size_t>(i)], category.name,
             {category.icon, category.hint})) {
      flow_.ChooseCategory(category.id);
      tap = RequestTap::kOn;
    }
  }
  const std::vector<Rect> buttons = footer.SplitColumns(2, theme.size.gap);
  if (SecondaryButton(frame, buttons[0], say::kHome, {"home"})) tap = RequestTap::kHome;
  if (DangerButton(frame, buttons[1], say::kDangerNow, {"emergency"})) flow_.ReportDanger();
  return tap;
}

}  // namespace studio
