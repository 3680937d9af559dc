#include "ui/screens/wishes/wishes_screen.h"

#include <memory>

#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widget_press.h"
#include "ui/screens/pieces/topic_pieces.h"
#include "ui/screens/pieces/wall_card.h"
#include "ui/screens/pieces/wish_pieces.h"
#include "ui/screens/wishes/wish_post_screen.h"
#include "ui/screens/wishes/wish_screen.h"
#include "ui/words/room_strings.h"
#include "ui/words/wall_strings.h"
#include "ui/words/wish_strings.h"

namespace studio {
namespace {

float VillageHeight(const Theme& theme) { return theme.size.small * 1.4f; }
float WishPillsHeight(const Theme& theme) { return theme.size.chip_height * 0.78f; }
// In landscape the village stands beside the pills.
float CardHeight(const Theme& theme, bool wide) {
  const float village = wide ? 0 : VillageHeight(theme) + theme.Px(14);
  return WallCardHeight(theme, village + WishPillsHeight(theme), wide);
}

}  // namespace

void WishesScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  if (Header(frame, area, say::kWishes)) return parts_.navigator.GoHome();
  DrawFooter(frame, area);
  area.TakeTop(theme.Px(8));
  area = area.Inset(theme.size.margin, 0);
  std::string hint = say::StaleLine(parts_.state, frame.now);
  if (hint.empty())
    hint = say::Fill(say::kWishesHint, {{"county", say::CountyName(*parts_.state.station)}});
  DrawText(frame, area.TakeTop(theme.size.body * 1.4f, theme.Px(20)), hint,
           Fitted(frame, hint,
                  TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink), area.w));
  const auto& wishes = parts_.state.station->wishes;
  if (wishes.empty())
    return DrawEmptyPage(frame, area, "favorite_border",
                         say::EmptyLine(say::kWishesEmpty, parts_.state));
  DrawWall(frame, area, "wishes", scroll_, wishes.size(), CardHeight(theme, frame.wide),
           [&](const Rect& card, std::size_t i) { DrawWish(frame, card, wishes[i]); });
}

void WishesScreen::DrawFooter(Frame& frame, Rect& area) {
  Rect footer = TakeFooter(frame, area);
  const Rect home = footer.TakeLeft(footer.w * 0.42f, frame.theme.size.gap);
  if (SecondaryButton(frame, home, say::kHome, {"home"})) parts_.navigator.GoHome();
  if (WishButton(frame, footer, parts_.state)) {
    parts_.navigator.Push(std::make_unique<WishPostScreen>(parts_));
  }
}

void WishesScreen::DrawWish(Frame& frame, Rect card, const Wish& wish) {
  const Theme& theme = frame.theme;
  const bool tapped = DrawWallCard(frame, card, wish.text, wish.id, frame.wide);
  const TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  Rect pills = card.TakeBottom(WishPillsHeight(theme), theme.Px(14));
  if (frame.wide) {
    const Rect place = pills.TakeRight(MeasureText(frame, wish.village, soft) + 1, theme.Px(18));
    DrawText(frame, place, wish.village, soft);
  } else {
    DrawText(frame, card, wish.village, soft);
  }
  DrawFittingPills(frame, pills, PillsOfWish(wish, OnWall(wish, *parts_.state.station)));
  if (tapped) parts_.navigator.Push(std::make_unique<WishScreen>(parts_, wish.id));
}

}  // namespace studio
