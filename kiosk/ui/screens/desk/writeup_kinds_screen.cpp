#include "ui/screens/desk/writeup_kinds_screen.h"

#include <algorithm>
#include <memory>
#include <vector>

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/desk/desk_foot.h"
#include "ui/screens/desk/writeup_screen.h"
#include "ui/words/staff/desk_strings.h"

namespace studio {

void WriteupKindsScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  if (Header(frame, area, say::kWriteup)) return parts_.navigator.Pop();
  if (SecondaryButton(frame, TakeDeskStep(frame, area), say::kBack)) return parts_.navigator.Pop();
  const auto& kinds = parts_.state.station->mechanism.activities;
  if (kinds.empty()) {
    const std::string none =
        say::Fill(say::kWriteupNoKinds, {{"county", say::CountyName(*parts_.state.station)}});
    return DrawEmptyPage(frame, area, "edit_note", none);
  }
  Question(frame, area, say::kWriteupKindAsk);
  area = area.Inset(theme.size.margin, 0);
  const int columns = frame.wide ? 3 : 2;
  const int count = static_cast<int>(kinds.size());
  const ActivityTemplate* chosen = nullptr;
  {
    PagedList list(frame, area, "kinds", scroll_, (count + columns - 1) / columns,
                   std::max(theme.Px(170), theme.size.button * 3), theme.Px(22));
    for (int row = list.First(); row < list.End(); ++row) {
      const std::vector<Rect> cells = list.Row(row).SplitColumns(columns, theme.Px(22));
      for (int column = 0; column < columns && row * columns + column < count; ++column) {
        const auto& kind = kinds[static_cast<std::size_t>(row * columns + column)];
        const std::string_view icon = kind.icon.empty() ? "edit_note" : std::string_view(kind.icon);
        if (SmallTile(frame, cells[static_cast<std::size_t>(column)], kind.title, {icon}))
          chosen = &kind;
      }
    }
  }
  if (chosen != nullptr)
    parts_.navigator.Replace(std::make_unique<WriteupScreen>(parts_, session_, *chosen, nullptr));
}

}  // namespace studio
