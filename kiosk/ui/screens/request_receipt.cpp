#include <algorithm>

#include "shared/reader_words.h"
#include "ui/screens/course.h"
#include "ui/screens/page_pieces.h"
#include "ui/screens/request_screen.h"
#include "ui/slip_strings.h"
#include "ui/strings.h"
#include "ui/widgets.h"

namespace studio {

void RequestScreen::DrawReceipt(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const std::string unit_reads = WhatUnitReads(flow_.Choice());
  slip_card_.PrintOnce(flow_.station(), *flow_.slip(), flow_.receipt()->made_at_ms, unit_reads);

  DrawReceiptFooter(frame, TakeFooter(frame, area));
  area = area.Inset(theme.size.margin, 0);
  area.TakeTop(theme.Px(28));
  if (!frame.wide) {
    const Rect title = area.TakeTop(theme.size.button * 1.4f, theme.Px(26));
    DrawText(frame, title, say::kReceipt, TextStyle::Of(theme.size.button, Weight::kBold));
    if (CountsDown()) DrawCountdown(frame, title, parts_.timer);
    DrawWithdrawRow(frame, area);
  } else if (CountsDown()) {
    DrawCountdown(frame, Rect{area.x, area.y, area.w, theme.Px(88)}, parts_.timer);
  }
  DrawKept(frame, area);
  if (frame.wide) {
    slip_card_.Draw(frame, area.TakeLeft(area.w * 0.56f, theme.size.gap), *flow_.slip());
    DrawCourse(frame, area,
               CourseOf(*flow_.receipt(), *parts_.state.station, frame.now.wall_ms, unit_reads));
    return;
  }
  slip_card_.Draw(frame, area.TakeTop(SlipCard::Height(frame, area.w), theme.size.gap),
                  *flow_.slip());
  DrawCourse(frame, area,
             CourseOf(*flow_.receipt(), *parts_.state.station, frame.now.wall_ms, unit_reads));
}

void RequestScreen::DrawKept(Frame& frame, Rect& area) {
  if (flow_.receipt()->state == ReceiptState::kWithdrawn) {
    DrawOutcome(frame, area, {"undo", say::kWithdrawn, say::kWithdrawnHint, Tone::kSand});
  } else {
    DrawOutcome(frame, area, {"check", say::kKept, say::kThanks, Tone::kJade});
  }
}

void RequestScreen::DrawWithdrawRow(Frame& frame, Rect& area) {
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

void RequestScreen::DrawReceiptFooter(Frame& frame, Rect footer) {
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
  if (SecondaryButton(frame, buttons[0], say::kAnother)) {
    parts_.navigator.Replace(std::make_unique<RequestScreen>(parts_));
  }
  if (PrimaryButton(frame, buttons[1], say::kDone, {.ends = true})) Leave();
}

}  // namespace studio
