#include "ui/screens/wishes/wish_screen.h"

#include <memory>

#include "app/base/scanner_input.h"  // before writing/keys.h, whose Key() hides its Key
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/pieces/wish_pieces.h"
#include "ui/screens/wishes/wish_post_screen.h"
#include "ui/screens/wishes/wish_tend_screen.h"
#include "ui/words/wall_strings.h"
#include "ui/words/wish_strings.h"

namespace studio {

void WishScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  if (Header(frame, area, say::kWishes)) return parts_.navigator.Pop();
  const Station& station = *parts_.state.station;
  const Wish* wish = WishOf(station, wish_);
  // The county may take it down while somebody reads.
  if (wish == nullptr) return parts_.navigator.Pop();
  const WishOnWall wall = OnWall(*wish, station);
  DrawFooter(frame, area, *wish, wall);
  area.TakeTop(theme.Px(20));
  const std::string today = LocalTime::At(parts_.state.CountyMs(frame.now)).Date();
  ArticleOf(*wish, wall, today).Draw(frame, area.Inset(theme.size.margin, 0), read_);
}

// What a villager does here is red; a member's way in is quiet, and asks for the badge.
void WishScreen::DrawFooter(Frame& frame, Rect& area, const Wish& wish, const WishOnWall& wall) {
  const Theme& theme = frame.theme;
  Rect footer = TakeFooter(frame, area);
  const Rect back = footer.TakeLeft(footer.w * 0.36f, theme.size.gap);
  if (SecondaryButton(frame, back, say::kBack)) parts_.navigator.Pop();
  if (WishButton(frame, footer, parts_.state)) {
    parts_.navigator.Push(std::make_unique<WishPostScreen>(parts_));
  }
  const bool claim = wall.state == WishState::kOpen;
  if (!claim && wall.state != WishState::kClaimed) return;
  Rect row = area.TakeBottom(theme.size.chip_height, theme.Px(24)).Inset(theme.size.margin, 0);
  const std::string_view label = claim ? say::kClaim : say::kGrant;
  const Rect chip = row.TakeRight(PillWidth(frame, label, true), theme.Px(24));
  if (Chip(frame, chip, label, {"badge"})) {
    parts_.navigator.Push(
        std::make_unique<WishTendScreen>(parts_, wish, claim ? WishAct::kClaim : WishAct::kGrant));
  }
  const TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  DrawText(frame, row, say::kForMembers, Fitted(frame, say::kForMembers, soft, row.w));
}

Article WishScreen::ArticleOf(const Wish& wish, const WishOnWall& wall,
                              const std::string& today) const {
  const std::pair<std::string_view, std::string_view> county{
      "county", say::CountyName(*parts_.state.station)};
  Article out;
  ArticleHead head;
  head.title = wish.text;
  head.pills = PillsOfWish(wish, wall);
  std::string from = wish.village;
  if (!wish.date.empty()) from += (from.empty() ? "" : "  ") + say::DateOf(wish.date, today);
  if (!from.empty()) head.lines.push_back(from);
  out.AddBlock(HeadBlock(std::move(head)));
  if (wall.state == WishState::kWaiting) {
    out.AddBlock(NoticeBlock(Tone::kAmber, "hourglass_top",
                             say::Fill(say::kClaimWaiting, {{"name", wall.member_name}}),
                             say::Fill(say::kClaimWaitingWhy, {county})));
  }
  for (const std::string& name : wall.lost) {
    out.AddBlock(NoticeBlock(Tone::kAmber, "info", say::Fill(say::kClaimLost, {{"name", name}}),
                             wall.member_name.empty()
                                 ? std::string(say::kClaimLostSomebody)
                                 : say::Fill(say::kClaimLostWhy, {{"first", wall.member_name}})));
  }
  out.AddText({}, say::Fill(say::kWishNameless, {county}));
  return out;
}

}  // namespace studio
