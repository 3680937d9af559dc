#include "ui/screens/pieces/wall_card.h"

#include <algorithm>
#include <string>
#include <vector>

#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/widget_press.h"
#include "ui/press/widgets.h"

namespace studio {
namespace {

constexpr float kArrow = 64, kLineSpacing = 1.3f;

TextStyle TitleOf(const Theme& theme) {
  TextStyle style = TextStyle::Of(theme.size.section_title, Weight::kBold).Lines(2);
  style.line_spacing = kLineSpacing;
  return style;
}
float PadOf(const Theme& theme, bool flat) { return theme.Px(flat ? 18 : 29); }
float BelowTitle(const Theme& theme, bool flat) { return theme.Px(flat ? 10 : 16); }
float TitleHeight(const Theme& theme) { return 2 * TitleOf(theme).size * kLineSpacing; }

}  // namespace

float WallCardHeight(const Theme& theme, float below, bool flat) {
  return 2 * PadOf(theme, flat) + TitleHeight(theme) + BelowTitle(theme, flat) + below;
}

bool DrawWallCard(Frame& frame, Rect& card, std::string_view title, std::string_view id,
                  bool flat) {
  const Theme& theme = frame.theme;
  const Press press = PressArea(frame, card, std::string(title).append("##").append(id));
  DrawPressCard(frame, card, press);
  card = card.Inset(theme.Px(36), PadOf(theme, flat));
  DrawIcon(frame, card.TakeRight(theme.Px(kArrow), theme.Px(12)), "chevron_right", theme.Px(kArrow),
           theme.colour.icon);
  const TextStyle style = TitleOf(theme);
  const float height = MeasureWrapped(frame, title, card.w, style);
  const Rect place = card.TakeTop(TitleHeight(theme), BelowTitle(theme, flat));
  DrawWrapped(frame, place.Centred(card.w, height), title, style);
  return press.tapped;
}

void DrawWall(Frame& frame, const Rect& area, std::string_view name, ScrollState& scroll,
              std::size_t count, float card_height,
              const std::function<void(const Rect& card, std::size_t index)>& draw) {
  const std::size_t columns = frame.wide ? 2 : 1;
  const float gap = frame.theme.size.gap;
  PagedList list(frame, area, name, scroll, static_cast<int>((count + columns - 1) / columns),
                 card_height, gap);
  for (int row = list.First(); row < list.End(); ++row) {
    const std::vector<Rect> cells = list.Row(row).SplitColumns(static_cast<int>(columns), gap);
    const std::size_t first = static_cast<std::size_t>(row) * columns;
    for (std::size_t i = first; i < std::min(first + columns, count); ++i) {
      draw(cells[i - first], i);
    }
  }
}

}  // namespace studio
