#include "ui/screens/parts/named_options.h"

#include <string>

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"

namespace studio {
namespace {

constexpr float kNamedOptionHeight = 136, kNamedOptionGap = 22;

}  // namespace

int DrawNamedOptions(Frame& frame, const Rect& area, std::string_view label, ScrollState& scroll,
                     const std::vector<NamedOption>& options) {
  const Theme& theme = frame.theme;
  std::vector<std::string_view> names;
  for (const NamedOption& one : options) names.push_back(one.name);
  const float gap = theme.Px(kNamedOptionGap);
  const int columns = FittingColumns(frame, names, area.w, gap, frame.wide ? 5 : 3);
  const int count = static_cast<int>(options.size());
  int tapped = -1;
  PagedList list(frame, area, label, scroll, (count + columns - 1) / columns,
                 theme.Px(kNamedOptionHeight), gap);
  for (int row = list.First(); row < list.End(); ++row) {
    const std::vector<Rect> cells = list.Row(row).SplitColumns(columns, gap);
    for (int column = 0; column < columns && row * columns + column < count; ++column) {
      const int index = row * columns + column;
      const NamedOption& one = options[static_cast<std::size_t>(index)];
      const std::string named = std::string(one.name) + "##" + std::to_string(index);
      if (Option(frame, cells[static_cast<std::size_t>(column)], named, {"", one.chosen}))
        tapped = index;
    }
  }
  return tapped;
}

}  // namespace studio
