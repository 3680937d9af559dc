#include <algorithm>
#include <memory>

#include "ui/kit/shapes.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/wishes/wish_post_screen.h"
#include "ui/words/wish_strings.h"

namespace studio {

void WishPostScreen::DrawReceipt(Frame& frame, Rect area) {
  const ReceiptStatus& receipt = *flow_.receipt();
  ButtonLook another;
  another.enabled = ShortageOf(parts_.state.storage) < Shortage::kNoRequests;
  another.why_not = say::kNoRoomForWish;
  const auto tap =
      receipt_page_.Draw(frame, area,
                         {.station = flow_.station(),
                          .slip = *flow_.slip(),
                          .receipt = receipt,
                          .can_withdraw = flow_.CanWithdraw(),
                          .withdraw_problem = flow_.withdraw_problem(),
                          .kept = {"check", say::kWishKept, say::kWishKeptHint, Tone::kJade},
                          .who_reads = {},
                          .another = say::kAnotherWish,
                          .another_look = another,
                          .next = [&](const Rect& place) {
                            if (receipt.state != ReceiptState::kWithdrawn) DrawNext(frame, place);
                          }});
  if (tap == ReceiptPage::Tap::kWithdraw) flow_.Withdraw();
  if (tap == ReceiptPage::Tap::kDone) parts_.navigator.Finish();
  if (tap == ReceiptPage::Tap::kAnother)
    parts_.navigator.Replace(std::make_unique<WishPostScreen>(parts_));
}

// What happens next, in order.
void WishPostScreen::DrawNext(Frame& frame, Rect card) {
  const Theme& theme = frame.theme;
  const float pad = theme.Px(40), side = theme.Px(60), gap = theme.Px(24);
  const float width = card.w - 2 * pad - side - gap;
  TextStyle text = TextStyle::Of(theme.size.body);
  text.line_spacing = 1.3f;
  const std::vector<std::string> steps = say::WhatIsNext(flow_);
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
  for (std::size_t i = 0; i < steps.size(); ++i) {
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
