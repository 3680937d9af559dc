#include <memory>

#include "ui/screens/page_pieces.h"
#include "ui/screens/wish_post_screen.h"
#include "ui/shapes.h"
#include "ui/widgets.h"
#include "ui/wish_strings.h"

namespace studio {

void WishPostScreen::DrawReceipt(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  slip_card_.PrintOnce(flow_.station(), *flow_.slip(), flow_.receipt()->made_at_ms);
  const std::vector<Rect> buttons = TakeFooter(frame, area).SplitColumns(2, theme.size.gap);
  if (SecondaryButton(frame, buttons[0], say::kAnotherWish)) {
    parts_.navigator.Replace(std::make_unique<WishPostScreen>(parts_));
  }
  if (PrimaryButton(frame, buttons[1], say::kDone)) parts_.navigator.GoHome();
  area = area.Inset(theme.size.margin, 0);
  area.TakeTop(theme.Px(28));
  if (frame.wide) {
    DrawCountdown(frame, Rect{area.x, area.y, area.w, theme.Px(88)}, parts_.timer);
  } else {
    const Rect title = area.TakeTop(theme.size.button * 1.4f, theme.Px(26));
    DrawText(frame, title, say::kReceipt, TextStyle::Of(theme.size.button, Weight::kBold));
    DrawCountdown(frame, title, parts_.timer);
  }
  const std::string hint =
      say::Fill(say::kWishKeptHint, {{"county", say::CountyName(flow_.station())}});
  DrawOutcome(frame, area, {"check", say::kWishKept, hint, Tone::kJade});
  const Rect slip = frame.wide ? area.TakeLeft(area.w * 0.56f, theme.size.gap)
                               : area.TakeTop(SlipCard::Height(frame, area.w), theme.size.gap);
  slip_card_.Draw(frame, slip, *flow_.slip());
  DrawNext(frame, area);
}

// What happens next, in order.
void WishPostScreen::DrawNext(Frame& frame, Rect card) {
  const Theme& theme = frame.theme;
  const float pad = theme.Px(40), side = theme.Px(60), gap = theme.Px(24);
  const float width = card.w - 2 * pad - side - gap;
  TextStyle text = TextStyle::Of(theme.size.body);
  text.line_spacing = 1.3f;
  const std::string_view county = say::CountyName(flow_.station());
  const std::string steps[] = {say::Fill(say::kWishNext1, {{"county", county}}),
                               say::Fill(say::kWishNext2, {{"county", county}}),
                               std::string(say::kWishNext3)};
  const auto needed = [&] {
    float height = 2 * pad;
    for (const std::string& step : steps) {
      height += std::max(side, MeasureWrapped(frame, step, width, text)) + gap;
    }
    return height - gap;
  };
  if (needed() > card.h) text.size = theme.size.small;
  card.h = std::min(card.h, needed());
  DrawCard(frame, card);
  card = card.Inset(pad);
  for (std::size_t i = 0; i < std::size(steps); ++i) {
    const float height = MeasureWrapped(frame, steps[i], width, text);
    Rect row = card.TakeTop(std::max(side, height), gap);
    const Rect mark = row.TakeLeft(side, gap);
    FillCircle(frame, mark.CentreX(), mark.CentreY(), side / 2, theme.colour.sand_tint.back);
    DrawText(
        frame, mark, say::Number(static_cast<std::int64_t>(i + 1)),
        TextStyle::Of(theme.size.small, Weight::kBold, theme.colour.sand_tint.ink, Align::kCentre));
    DrawWrapped(frame, row.Centred(row.w, height), steps[i], text);
  }
}

}  // namespace studio
