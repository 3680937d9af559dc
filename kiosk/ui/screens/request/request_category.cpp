#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/request/request_screen.h"
#include "ui/words/strings.h"

namespace studio {

void RequestScreen::DrawCategory(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  Rect footer = TakeFooter(frame, area);
  Question(frame, area, say::kAskCategory, say::kAskCategoryHint);
  area = area.Inset(theme.size.margin, 0);
  const auto& categories = flow_.station().categories;
  if (categories.empty()) DrawEmptyPage(frame, area, "cloud_download", say::kComingSoon);
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
      flow_.Next();
    }
  }
  const std::vector<Rect> buttons = footer.SplitColumns(2, theme.size.gap);
  if (SecondaryButton(frame, buttons[0], say::kHome, {"home"})) AskToLeave();
  if (DangerButton(frame, buttons[1], say::kDangerNow, {"emergency"})) flow_.ReportDanger();
}

}  // namespace studio
