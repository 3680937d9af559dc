#include "ui/screens/parts/withdraw_page.h"

#include "ui/press/widgets.h"
#include "ui/words/strings.h"

namespace studio {

WithdrawTap DrawWithdrawPage(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  WithdrawTap tap = WithdrawTap::kNone;
  const Rect no = TakeFooter(frame, area).SplitColumns(2, theme.size.gap).front();
  if (SecondaryButton(frame, no, say::kWithdrawNo)) tap = WithdrawTap::kNo;
  Question(frame, area, say::kWithdrawAsk, say::kWithdrawAskHint);
  const Rect yes = area.Inset(theme.size.margin, 0).TakeTop(theme.size.button_height);
  if (DangerButton(frame, yes, say::kWithdrawYes, {.icon = "undo", .ends = true}))
    tap = WithdrawTap::kYes;
  return tap;
}

}  // namespace studio
