#include "ui/screens/desk/desk_wishes_screen.h"

#include <algorithm>
#include <memory>
#include <string>

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/wishes/wish_tend_screen.h"
#include "ui/words/staff/desk_strings.h"
#include "ui/words/wish_strings.h"

namespace studio {

std::vector<DeskWishesScreen::Row> DeskWishesScreen::Rows() const {
  std::vector<Row> rows;
  for (const Wish& wish : parts_.state.station->wishes) {
    const WishOnWall wall = OnWall(wish, *parts_.state.station);
    const bool waits = wall.state == WishState::kWaiting && wall.member_name == member_.name;
    const bool theirs = wish.member == member_.member || waits;
    if (theirs || wall.state == WishState::kOpen) rows.push_back({&wish, wall, theirs});
  }
  // What they have promised comes first, and among that what is still to be done.
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    const auto rank = [](const Row& one) {
      return !one.theirs ? 1 : one.wall.state <= WishState::kClaimed ? 0 : 2;
    };
    return rank(a) < rank(b);
  });
  return rows;
}

void DeskWishesScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  if (Header(frame, area, say::kWishes)) return parts_.navigator.Pop();
  if (SecondaryButton(frame, TakeFooter(frame, area), say::kBack)) return parts_.navigator.Pop();
  area.TakeTop(theme.Px(16));
  area = area.Inset(theme.size.margin, 0);
  const std::vector<Row> rows = Rows();
  if (rows.empty()) return DrawEmptyPage(frame, area, "favorite_border", say::kDeskWishesNone);
  const Row* tapped = nullptr;
  {
    const float height = theme.size.card_title * 1.3f + theme.size.small * 1.4f + theme.Px(44);
    PagedList list(frame, area, "desk-wishes", scroll_, static_cast<int>(rows.size()), height,
                   theme.Px(18));
    for (int i = list.First(); i < list.End(); ++i) {
      const Row& row = rows[static_cast<std::size_t>(i)];
      const std::string hint = say::DeskWishHint(*row.wish, row.wall, row.theirs);
      TileLook look{row.theirs ? "favorite" : "favorite_border", hint,
                    row.theirs ? Tone::kRed : Tone::kSand};
      look.enabled = row.wall.state == WishState::kOpen || row.wall.state == WishState::kClaimed;
      if (RowTile(frame, list.Row(i), row.wish->text + "##" + row.wish->id, look)) tapped = &row;
    }
  }
  if (tapped == nullptr) return;
  const WishAct act = tapped->wall.state == WishState::kOpen ? WishAct::kClaim : WishAct::kGrant;
  parts_.navigator.Push(std::make_unique<WishTendScreen>(parts_, *tapped->wish, act, member_));
}

}  // namespace studio
