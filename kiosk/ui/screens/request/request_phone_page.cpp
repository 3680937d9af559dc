#include "ui/screens/request/request_phone_page.h"

#include "ui/press/widgets.h"
#include "ui/screens/parts/number_field.h"
#include "ui/words/strings.h"

namespace studio {

void RequestPhonePage::Draw(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  Rect footer = TakeFooter(frame, area);
  if (PrimaryButton(frame, footer, say::kDone)) Close();
  Rect pad = frame.wide ? area.TakeRight(area.w * 0.5f, theme.Px(44))
                        : area.TakeBottom(theme.Px(820), theme.size.gap);
  pad = frame.wide ? pad.Inset(theme.size.margin, theme.Px(24)) : pad.Inset(theme.size.margin, 0);
  Question(frame, area, say::kPhone, say::kPhonePlaceholder);
  area = area.Inset(theme.size.margin, 0);
  std::string digits = flow_.phone().text();
  DrawNumberField(frame, area.TakeTop(theme.Px(200)), digits, {3, 4, 4});
  if (NumberPad(frame, pad, digits, flow_.phone().limit())) flow_.phone().Set(digits);
}

}  // namespace studio
