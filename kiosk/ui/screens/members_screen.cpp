#include "ui/screens/members_screen.h"

#include "ui/screens/page_pieces.h"
#include "ui/strings.h"
#include "ui/widgets.h"

namespace studio {
namespace {

float NameHeight(const Theme& theme) { return theme.size.button * 1.4f; }
float LineHeight(const Theme& theme) { return theme.size.small * 1.4f; }

}  // namespace

void MembersScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  if (Header(frame, area, say::kMembers)) {
    parts_.navigator.GoHome();
    return;
  }
  if (HomeFooter(frame, area)) {
    parts_.navigator.GoHome();
    return;
  }
  area.TakeTop(theme.Px(20));
  area = area.Inset(theme.size.margin, 0);
  const auto& members = parts_.state.station->members;
  if (members.empty()) return DrawEmptyPage(frame, area, "groups", say::kMembersEmpty);
  const int columns = frame.wide ? 3 : 2;
  const int count = static_cast<int>(members.size());
  PagedList list(frame, area, "members", scroll_, (count + columns - 1) / columns,
                 NameHeight(theme) + 2 * LineHeight(theme) + theme.Px(48), theme.size.gap);
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
  card = card.Centred(card.w, NameHeight(theme) + 2 * LineHeight(theme));
  DrawText(frame, card.TakeTop(NameHeight(theme)), member.name,
           TextStyle::Of(theme.size.button, Weight::kBold));
  const TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  DrawText(frame, card.TakeTop(LineHeight(theme)), member.sector, soft);
  DrawText(frame, card.TakeTop(LineHeight(theme)), member.group, soft);
}

}  // namespace studio
