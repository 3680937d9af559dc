#include "ui/screens/walls/members_screen.h"

#include <algorithm>

#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widget_press.h"
#include "ui/screens/pieces/wall_pieces.h"
#include "ui/words/wall_strings.h"

namespace studio {
namespace {

float MemberNameHeight(const Theme& theme) { return theme.size.button * 1.4f; }
float MemberLineHeight(const Theme& theme) { return theme.size.small * 1.4f; }

template <class Items>
auto OpenOf(const Items& items, const std::string& id) {
  return std::find_if(items.begin(), items.end(), [&](const auto& one) { return one.id == id; });
}

}  // namespace

std::string MembersScreen::Today(const Frame& frame) const {
  return LocalTime::At(parts_.state.CountyMs(frame.now)).Date();
}

void MembersScreen::Draw(Frame& frame) {
  const Station& station = *parts_.state.station;
  const auto member = OpenOf(station.members, open_);
  const auto honour = OpenOf(station.honours, open_);
  // The county may take it back while somebody reads.
  if (page_ == Page::kMember && member == station.members.end()) page_ = Page::kMembers;
  if (page_ == Page::kHonour && honour == station.honours.end()) page_ = Page::kHonours;
  Rect area = frame.area;
  const bool honours = page_ == Page::kHonours || page_ == Page::kHonour;
  if (Header(frame, area, honours ? say::kHonours : say::kMembers)) return Back();
  DrawFooter(frame, area);
  area.TakeTop(frame.theme.Px(20));
  area = area.Inset(frame.theme.size.margin, 0);
  switch (page_) {
    case Page::kMembers:
      return DrawMembers(frame, area);
    case Page::kMember:
      return DrawOneMember(frame, area, *member,
                           static_cast<int>(member - station.members.begin()));
    case Page::kHonours:
      return DrawHonours(frame, area);
    case Page::kHonour:
      return DrawOneHonour(frame, area, *honour);
  }
}

void MembersScreen::Back() {
  if (page_ == Page::kMembers) return parts_.navigator.GoHome();
  page_ = page_ == Page::kHonour ? Page::kHonours : Page::kMembers;
}

void MembersScreen::DrawFooter(Frame& frame, Rect& area) {
  Rect footer = TakeFooter(frame, area);
  const Rect left = footer.TakeLeft((footer.w - frame.theme.size.gap) / 2, frame.theme.size.gap);
  const std::size_t honours = parts_.state.station->honours.size();
  if (page_ == Page::kMembers) {
    const std::string label =
        say::Fill(say::kHonoursCount, {{"n", say::Number(static_cast<std::int64_t>(honours))}});
    if (SecondaryButton(frame, left, label, {"emoji_events"})) page_ = Page::kHonours;
  } else if (SecondaryButton(frame, left, say::kBack)) {
    Back();
  }
  if (SecondaryButton(frame, footer, say::kHome, {"home"})) parts_.navigator.GoHome();
}

void MembersScreen::DrawMembers(Frame& frame, const Rect& area) {
  const Theme& theme = frame.theme;
  const auto& members = parts_.state.station->members;
  if (members.empty())
    return DrawEmptyPage(frame, area, "groups", say::EmptyLine(say::kMembersEmpty, parts_.state));
  const int columns = frame.wide ? 3 : 2;
  const int count = static_cast<int>(members.size());
  PagedList list(frame, area, "members", members_scroll_, (count + columns - 1) / columns,
                 MemberNameHeight(theme) + 2 * MemberLineHeight(theme) + theme.Px(48),
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
  const Press press = PressArea(frame, card, member.name + "##" + member.id);
  DrawPressCard(frame, card, press);
  card = card.Inset(theme.Px(28), theme.Px(20));
  const float circle = theme.Px(128);
  DrawFace(frame, card.TakeLeft(circle, theme.Px(24)).Centred(circle, circle), member.name, index,
           parts_.pictures.Get(member.photo),
           press.down ? theme.colour.pressed : theme.colour.card);
  card = card.Centred(card.w, MemberNameHeight(theme) + 2 * MemberLineHeight(theme));
  const TextStyle bold = TextStyle::Of(theme.size.button, Weight::kBold);
  DrawText(frame, card.TakeTop(MemberNameHeight(theme)), member.name,
           Fitted(frame, member.name, bold, card.w));
  const TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  DrawText(frame, card.TakeTop(MemberLineHeight(theme)), member.sector, soft);
  DrawText(frame, card.TakeTop(MemberLineHeight(theme)), member.group, soft);
  if (!press.tapped) return;
  page_ = Page::kMember;
  open_ = member.id;
  read_ = {};
}

}  // namespace studio
