#include "ui/screens/request_screen.h"
#include "ui/strings.h"
#include "ui/widgets.h"

namespace studio {

void RequestScreen::DrawPlace(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  DrawFooter(frame, area, say::kNext);
  Question(frame, area, say::kAskPlace, say::kAskPlaceHint);
  area = area.Inset(theme.size.margin, 0);
  const Village* chosen = flow_.village();
  const bool groups = chosen && !chosen->groups.empty();
  Rect group_area;
  if (groups) {
    group_area = frame.wide ? area.TakeRight(area.w * 0.42f, theme.Px(40))
                            : area.TakeBottom(area.h * 0.42f, theme.size.gap);
  }
  const int columns = frame.wide ? (groups ? 3 : 5) : 3;
  DrawVillages(frame, area, columns);
  if (groups) DrawGroups(frame, group_area, *chosen);
}

void RequestScreen::DrawVillages(Frame& frame, const Rect& area, int columns) {
  const Theme& theme = frame.theme;
  const auto& villages = flow_.station().villages;
  const Village* chosen = flow_.village();
  const int count = static_cast<int>(villages.size());
  PagedList list(frame, area, "villages", villages_scroll_, (count + columns - 1) / columns,
                 theme.Px(132), theme.Px(22));
  for (int row = list.First(); row < list.End(); ++row) {
    const std::vector<Rect> cells = list.Row(row).SplitColumns(columns, theme.Px(22));
    for (int column = 0; column < columns && row * columns + column < count; ++column) {
      const Village& village = villages[static_cast<std::size_t>(row * columns + column)];
      if (Option(frame, cells[static_cast<std::size_t>(column)], village.name,
                 {"", chosen == &village})) {
        flow_.ChooseVillage(village.id);
      }
    }
  }
}

void RequestScreen::DrawGroups(Frame& frame, Rect area, const Village& village) {
  const Theme& theme = frame.theme;
  DrawText(frame, area.TakeTop(theme.Px(70), theme.Px(12)), say::kAskGroup,
           TextStyle::Of(theme.size.button, Weight::kBold));
  const int columns = 3;
  const int count = static_cast<int>(village.groups.size());
  const int rows = (count + columns - 1) / columns;
  Rect grid = area;
  grid.h = std::min(grid.h, static_cast<float>(rows) * theme.Px(140));
  const std::vector<Rect> cells = grid.SplitGrid(columns, rows, theme.Px(22));
  for (int i = 0; i < count; ++i) {
    const std::string& group = village.groups[static_cast<std::size_t>(i)];
    if (Option(frame, cells[static_cast<std::size_t>(i)], group, {"", flow_.group() == group})) {
      flow_.ChooseGroup(group);
    }
  }
}

}  // namespace studio
