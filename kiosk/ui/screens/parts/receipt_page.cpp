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
  if (!frame.wide) DrawWithdrawProblem(frame, area, view);
  const Outcome taken_back{"undo", say::kWithdrawn, say::kWithdrawnHint, Tone::kSand};
  std::string hint(view.kept.hint);
  if (view.can_withdraw) hint += say::kWithdrawHint;
  Outcome kept = view.kept;
  kept.hint = hint;
  DrawOutcome(frame, area, withdrawn ? taken_back : kept);
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
  // Beside what has been kept, where there is room.
  const float kept = theme.size.page_title * 5 + theme.Px(220);
  const float leaving = leaves ? PillWidth(frame, say::kStayLonger, false) + theme.Px(320) : 0;
  if (frame.wide && row.w > kept + leaving + frame.taken_of_header) {
    frame.header = row;
    row.TakeRight(frame.taken_of_header);
  }
  if (leaves && DrawCountdownAndStay(frame, row, parts_.timer)) staying_ = true;
}

void ReceiptPage::DrawWithdrawProblem(Frame& frame, Rect& area, const View& view) {
  const Theme& theme = frame.theme;
  const std::string words =
      say::WithdrawLine(view.withdraw_problem, view.can_withdraw, view.receipt, view.station);
  if (!words.empty()) DrawProblem(frame, area.TakeBottom(theme.Px(130), theme.Px(20)), words);
}

ReceiptPage::Tap ReceiptPage::DrawFooter(Frame& frame, Rect footer, const View& view) {
  const float gap = frame.theme.size.gap;
  Tap tap = Tap::kNone;
  if (view.can_withdraw &&
      SecondaryButton(frame, footer.TakeLeft(footer.w * 0.2f, gap), say::kWithdraw))
    asking_withdraw_ = true;
  if (frame.wide) {
    const std::string words =
        say::WithdrawLine(view.withdraw_problem, view.can_withdraw, view.receipt, view.station);
    if (!words.empty()) DrawProblem(frame, footer.TakeLeft(footer.w * 0.42f, gap), words);
  }
  const std::vector<Rect> buttons = footer.SplitColumns(2, gap);
  if (SecondaryButton(frame, buttons[0], view.another, view.another_look)) tap = Tap::kAnother;
  if (PrimaryButton(frame, buttons[1], say::kDone, {.ends = true})) tap = Tap::kDone;
  return tap;
}

}  // namespace studio
