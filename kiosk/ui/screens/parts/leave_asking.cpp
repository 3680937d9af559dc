#include "ui/screens/parts/leave_asking.h"

#include "ui/press/widgets.h"
#include "ui/words/slip_strings.h"

namespace studio {

bool LeaveAsking::Draw(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const Rect footer = TakeFooter(frame, area);
  Question(frame, area, say::kLeaveTitle, say::kLeaveHint);
  // Not where they pressed to come here.
  Rect column = area.Inset(theme.size.margin, 0);
  if (frame.wide) column = column.TakeRight(column.w * 0.44f);
  const Rect place = column.TakeBottom(theme.size.button_height, theme.size.gap);
  if (PrimaryButton(frame, footer, say::kLeaveNo)) asking_ = false;
  return DangerButton(frame, place, say::kLeaveYes, {"delete"});
}

}  // namespace studio
