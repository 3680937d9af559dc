#include "ui/screens/request/request_place_page.h"

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/words/strings.h"

namespace studio {
namespace {

constexpr float kOptionHeight = 136, kOptionGap = 22;

// Options of one height in as many columns as their words allow.
struct OptionGrid {
  int columns, rows;
  float height;
};

template <class List, class Word>
OptionGrid GridOf(const Frame& frame, const List& list, Word word, float width, int most) {
  std::vector<std::string_view> words;
  for (const auto& one : list) words.push_back(word(one));
  const float gap = frame.theme.Px(kOptionGap);
  OptionGrid grid{FittingColumns(frame, words, width, gap, most), 0, 0};
  const int count = static_cast<int>(words.size());
  grid.rows = std::max(1, (count + grid.columns - 1) / grid.columns);
  grid.height = static_cast<float>(grid.rows) * (frame.theme.Px(kOptionHeight) + gap) - gap;
  return grid;
}

float GroupTitleHeight(const Theme& theme) { return theme.size.button * 1.5f + theme.Px(12); }

}  // namespace

RequestTap RequestPlacePage::Draw(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const RequestTap tap = DrawRequestFoot(frame, area, flow_);
  const Village* chosen = flow_.village();
  const bool groups = chosen && !chosen->groups.empty();
  Rect group_area;
  if (groups && frame.wide) {
    group_area = area.TakeRight(area.w * 0.42f, theme.Px(40));
    group_area.TakeTop(theme.Px(44));
    group_area.TakeRight(theme.size.margin);
  }
  Question(frame, area, say::kAskPlace, say::kAskPlaceHint);
  area.TakeLeft(theme.size.margin);
  if (!groups || !frame.wide) area.TakeRight(theme.size.margin);

  if (groups && !frame.wide) {
    const OptionGrid grid = GridOf(
        frame, chosen->groups, [](const std::string& group) { return std::string_view(group); },
        area.w, 3);
    group_area = area;
    area.h -= grid.height + GroupTitleHeight(theme) + theme.Px(40);
  }
  const OptionGrid villages = GridOf(
      frame, flow_.station().villages,
      [](const Village& village) { return std::string_view(village.name); }, area.w,
      frame.wide && !groups ? 5 : 3);
  area.h = std::min(area.h, villages.height);
  DrawVillages(frame, area, villages.columns);
  if (!groups) return tap;
  if (!frame.wide) group_area.TakeTop(area.h + theme.Px(40));
  DrawGroups(frame, group_area, *chosen);
  return tap;
}

void RequestPlacePage::DrawVillages(Frame& frame, const Rect& area, int columns) {
  const Theme& theme = frame.theme;
  const auto& villages = flow_.station().villages;
  const Village* chosen = flow_.village();
  const int count = static_cast<int>(villages.size());
  const float gap = theme.Px(kOptionGap);
  PagedList list(frame, area, "villages", scroll_, (count + columns - 1) / columns,
                 theme.Px(kOptionHeight), gap);
  for (int row = list.First(); row < list.End(); ++row) {
    const std::vector<Rect> cells = list.Row(row).SplitColumns(columns, gap);
    for (int column = 0; column < columns && row * columns + column < count; ++column) {
      const Village& village = villages[static_cast<std::size_t>(row * columns + column)];
      if (Option(frame, cells[static_cast<std::size_t>(column)], village.name,
                 {"", chosen == &village})) {
        flow_.ChooseVillage(village.id);
      }
    }
  }
}

void RequestPlacePage::DrawGroups(Frame& frame, Rect area, const Village& village) {
  const Theme& theme = frame.theme;
  DrawText(frame, area.TakeTop(GroupTitleHeight(theme)), say::kAskGroup,
           TextStyle::Of(theme.size.button, Weight::kBold));
  const OptionGrid grid = GridOf(
      frame, village.groups, [](const std::string& group) { return std::string_view(group); },
      area.w, 3);
  area.h = std::min(area.h, grid.height);
  const std::vector<Rect> cells = area.SplitGrid(grid.columns, grid.rows, theme.Px(kOptionGap));
  for (std::size_t i = 0; i < village.groups.size(); ++i) {
    const std::string& group = village.groups[i];
    if (Option(frame, cells[i], group, {"", flow_.group() == group})) flow_.ChooseGroup(group);
  }
}

}  // namespace studio
