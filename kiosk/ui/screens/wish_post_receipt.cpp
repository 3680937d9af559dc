#include <memory>

#include "ui/screens/page_pieces.h"
#include "ui/screens/wish_post_screen.h"
#include "ui/shapes.h"
#include "ui/slip_strings.h"
#include "ui/widgets.h"
#include "ui/wish_strings.h"

namespace studio {

void WishPostScreen::DrawReceipt(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  slip_card_.PrintOnce(flow_.station(), *flow_.slip(), flow_.receipt()->made_at_ms);
  const bool withdrawn = flow_.receipt()->state == ReceiptState::kWithdrawn;
  DrawReceiptFooter(frame, TakeFooter(frame, area));
  area = area.Inset(theme.size.margin, 0);
  area.TakeTop(theme.Px(28));
  if (frame.wide) {
    DrawCountdown(frame, Rect{area.x, area.y, area.w, theme.Px(88)}, parts_.timer);
  } else {
    const Rect title = area.TakeTop(theme.size.button * 1.4f, theme.Px(26));
    DrawText(frame, title, say::kReceipt, TextStyle::Of(theme.size.button, Weight::kBold));
    DrawCountdown(frame, title, parts_.timer);
    DrawWithdrawRow(frame, area);
  }
  if (withdrawn) {
    DrawOutcome(frame, area, {"undo", say::kWithdrawn, say::kWithdrawnHint, Tone::kSand});
  } else {
    DrawOutcome(frame, area, {"check", say::kWishKept, say::kWishKeptHint, Tone::kJade});
  }
  const Rect slip = frame.wide ? area.TakeLeft(area.w * 0.56f, theme.size.gap)
                               : area.TakeTop(SlipCard::Height(frame, area.w), theme.size.gap);
  slip_card_.Draw(frame, slip, *flow_.slip());
  if (!withdrawn) DrawNext(frame, area);
}

void WishPostScreen::DrawWithdrawRow(Frame& frame, Rect& area) {
  const Theme& theme = frame.theme;
  const std::string words = say::WithdrawLine(flow_.withdraw_problem(), flow_.CanWithdraw(),
                                              *flow_.receipt(), flow_.station());
  if (!words.empty() && !asking_withdraw_)
    DrawProblem(frame, area.TakeBottom(theme.Px(130), theme.Px(20)), words);
  if (!flow_.CanWithdraw()) return;
  frame.RequestRedrawAt(flow_.receipt()->withdraw_until_ms);
  if (asking_withdraw_) {
    DrawProblem(frame, area.TakeBottom(theme.Px(116), theme.size.gap), say::kWithdrawAsk);
    return;
  }
  Rect row = area.TakeBottom(theme.size.chip_height, theme.Px(24));
  const float width = PillWidth(frame, say::kWithdraw, true);
  if (Chip(frame, row.TakeRight(width, theme.Px(24)), say::kWithdraw, {"undo"})) {
    asking_withdraw_ = true;
  }
  DrawText(frame, row, say::kWithdrawHint,
           TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink));
}

void WishPostScreen::DrawReceiptFooter(Frame& frame, Rect footer) {
  const float gap = frame.theme.size.gap;
  if (asking_withdraw_) {
    if (frame.wide) DrawProblem(frame, footer.TakeLeft(footer.w * 0.4f, gap), say::kWithdrawAsk);
    const std::vector<Rect> buttons = footer.SplitColumns(2, gap);
    if (SecondaryButton(frame, buttons[0], say::kWithdrawNo)) asking_withdraw_ = false;
    if (DangerButton(frame, buttons[1], say::kWithdrawYes, {.icon = "undo", .ends = true})) {
      asking_withdraw_ = false;
      flow_.Withdraw();
    }
    return;
  }
  const std::string words = say::WithdrawLine(flow_.withdraw_problem(), flow_.CanWithdraw(),
                                              *flow_.receipt(), flow_.station());
  if (frame.wide && flow_.CanWithdraw()) frame.RequestRedrawAt(flow_.receipt()->withdraw_until_ms);
  if (frame.wide && !words.empty())
    DrawProblem(frame, footer.TakeLeft(footer.w * 0.4f, gap), words);
  if (frame.wide && flow_.CanWithdraw() &&
      SecondaryButton(frame, footer.TakeLeft(footer.w * 0.2f, gap), say::kWithdraw, {"undo"})) {
    asking_withdraw_ = true;
  }
  const std::vector<Rect> buttons = footer.SplitColumns(2, gap);
  ButtonLook another;
  another.enabled = ShortageOf(parts_.state.storage) < Shortage::kNoRequests;
  another.why_not = say::kNoRoomForWish;
  if (SecondaryButton(frame, buttons[0], say::kAnotherWish, another)) {
    parts_.navigator.Replace(std::make_unique<WishPostScreen>(parts_));
  }
  if (PrimaryButton(frame, buttons[1], say::kDone, {.ends = true})) parts_.navigator.GoHome();
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
