#include "ui/screens/members_screen.h"

#include "ui/strings.h"
#include "ui/widgets.h"

namespace studio {

void MembersScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  if (Header(frame, area, say::kMembers)) {
    parts_.navigator.GoHome();
    return;
  }
  area = area.Inset(theme.size.margin, theme.Px(24));
  const auto& members = parts_.state.station->members;
  if (members.empty()) {
    DrawText(
        frame, area, say::kMembersEmpty,
        TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink, Align::kCentre));
    return;
  }
  const int columns = frame.wide ? 3 : 2;
  const int count = static_cast<int>(members.size());
  PagedList list(frame, area, "members", scroll_, (count + columns - 1) / columns, theme.Px(210),
                 theme.size.gap);
  for (int row = list.First(); row < list.End(); ++row) {
    const std::vector<Rect> cells = list.Row(row).SplitColumns(columns, theme.size.gap);
    for (int column = 0; column < columns && row * columns + column < count; ++column) {
      const int index = row * columns + column;
      DrawMember(frame, cells[static_cast<std::size_t>(column)],
                 members[static_cast<std::size_t>(index)], index);
    }
  }
}

void MembersScreen::DrawMember(Frame& frame, Rect card, const Member& member, int index) {
  const Theme& theme = frame.theme;
  DrawCard(frame, card);
  card = card.Inset(theme.Px(28), theme.Px(20));
  const float circle = theme.Px(112);
  DrawMonogram(frame, card.TakeLeft(circle, theme.Px(24)).Centred(circle, circle), member.name,
               index);
  card = card.Centred(card.w, theme.Px(160));
  DrawText(frame, card.TakeTop(theme.Px(62)), member.name,
           TextStyle::Of(theme.size.button, Weight::kBold));
  const TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  DrawText(frame, card.TakeTop(theme.Px(49)), member.sector, soft);
  DrawText(frame, card.TakeTop(theme.Px(49)), member.group, soft);
}

}  // namespace studio
