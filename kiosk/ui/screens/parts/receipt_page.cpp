#include "ui/screens/parts/receipt_page.h"

#include <algorithm>

#include "ui/screens/parts/withdraw_page.h"
#include "ui/words/slip_strings.h"
#include "ui/words/strings.h"

namespace studio {

bool ReceiptPage::CountsDown(const ReceiptStatus& receipt) const {
  return !staying_ && (slip_card_.Printed() || receipt.state == ReceiptState::kWithdrawn);
}

ReceiptPage::Tap ReceiptPage::Draw(Frame& frame, Rect area, const View& view) {
  const Theme& theme = frame.theme;
  slip_card_.PrintOnce(view.station, view.slip, view.receipt.made_at_ms, view.who_reads);
  const bool withdrawn = view.receipt.state == ReceiptState::kWithdrawn;
  if (view.can_withdraw) frame.RequestRedrawAt(view.receipt.withdraw_until_ms);
  if (!view.can_withdraw) asking_withdraw_ = false;
  if (asking_withdraw_) {
    const WithdrawTap answer = DrawWithdrawPage(frame, area);
    if (answer != WithdrawTap::kNone) asking_withdraw_ = false;
    return answer == WithdrawTap::kYes ? Tap::kWithdraw : Tap::kNone;
  }

  const Tap tap = DrawFooter(frame, TakeFooter(frame, area), view);
  area = area.Inset(theme.size.margin, 0);
  area.TakeTop(theme.Px(28));
  DrawTop(frame, area, view);
  if (!frame.wide) DrawWithdrawRow(frame, area, view);
  const Outcome taken_back{"undo", say::kWithdrawn, say::kWithdrawnHint, Tone::kSand};
  DrawOutcome(frame, area, withdrawn ? taken_back : view.kept);
  const Rect slip = frame.wide ? area.TakeLeft(area.w * 0.56f, theme.size.gap)
                               : area.TakeTop(SlipCard::Height(frame, area.w), theme.size.gap);
  slip_card_.Draw(frame, slip, view.slip);
  view.next(area);
  return tap;
}

// Its name, and when it leaves.
void ReceiptPage::DrawTop(Frame& frame, Rect& area, const View& view) {
  const Theme& theme = frame.theme;
  const bool leaves = CountsDown(view.receipt);
  Rect row{area.x, area.y, area.w, theme.size.chip_height};
  if (!frame.wide) {
    const float line = theme.size.button * 1.4f;
    row = area.TakeTop(leaves ? std::max(line, theme.size.chip_height) : line, theme.Px(26));
    DrawText(frame, row, say::kReceipt, TextStyle::Of(theme.size.button, Weight::kBold));
  }
  if (leaves && DrawCountdownAndStay(frame, row, parts_.timer)) staying_ = true;
}

void ReceiptPage::DrawWithdrawRow(Frame& frame, Rect& area, const View& view) {
  const Theme& theme = frame.theme;
  const std::string words =
      say::WithdrawLine(view.withdraw_problem, view.can_withdraw, view.receipt, view.station);
  if (!words.empty()) DrawProblem(frame, area.TakeBottom(theme.Px(130), theme.Px(20)), words);
  if (!view.can_withdraw) return;
  Rect row = area.TakeBottom(theme.size.chip_height, theme.Px(24));
  const float width = PillWidth(frame, say::kWithdraw, true);
  if (Chip(frame, row.TakeRight(width, theme.Px(24)), say::kWithdraw, {"undo"}))
    asking_withdraw_ = true;
  DrawText(frame, row, say::kWithdrawHint,
           TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink));
}

ReceiptPage::Tap ReceiptPage::DrawFooter(Frame& frame, Rect footer, const View& view) {
  const float gap = frame.theme.size.gap;
  Tap tap = Tap::kNone;
  if (frame.wide) {
    const std::string words =
        say::WithdrawLine(view.withdraw_problem, view.can_withdraw, view.receipt, view.station);
    if (view.can_withdraw &&
        SecondaryButton(frame, footer.TakeLeft(footer.w * 0.2f, gap), say::kWithdraw, {"undo"}))
      asking_withdraw_ = true;
    if (!words.empty()) DrawProblem(frame, footer.TakeLeft(footer.w * 0.42f, gap), words);
  }
  const std::vector<Rect> buttons = footer.SplitColumns(2, gap);
  if (SecondaryButton(frame, buttons[0], view.another, view.another_look)) tap = Tap::kAnother;
  if (PrimaryButton(frame, buttons[1], say::kDone, {.ends = true})) tap = Tap::kDone;
  return tap;
}

}  // namespace studio
