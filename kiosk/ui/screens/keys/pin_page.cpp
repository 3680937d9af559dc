#include "ui/screens/keys/pin_page.h"

#include <algorithm>
#include <string>

#include "shared/record/key_wrap.h"
#include "ui/kit/canvas.h"
#include "ui/kit/shapes.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/words/staff/unlock_strings.h"

namespace studio {
namespace {

// As many rings as the shortest PIN has, and one more for each digit beyond.
void DrawDots(Frame& frame, const Rect& rect, std::size_t typed) {
  const Theme& theme = frame.theme;
  DrawCard(frame, rect, theme.size.radius, theme.colour.card);
  OutlineRounded(frame, rect, theme.size.radius, theme.Px(4), theme.colour.red);
  const std::size_t places = std::max(kMinPinDigits, typed);
  const float step =
      std::min(theme.Px(96), (rect.w - 2 * theme.size.pad) / static_cast<float>(places));
  const float radius = std::min(theme.Px(24), step * 0.32f);
  float x = rect.CentreX() - step * (static_cast<float>(places) - 1) / 2;
  for (std::size_t place = 0; place < places; ++place, x += step) {
    if (place < typed) {
      FillCircle(frame, x, rect.CentreY(), radius, theme.colour.ink);
    } else {
      RingCircle(frame, x, rect.CentreY(), radius, theme.Px(4), theme.colour.outline);
    }
  }
  std::string dots;
  for (std::size_t place = 0; place < places; ++place) dots += place < typed ? "●" : "○";
  frame.screen_text.AddText(dots, rect, frame.canvas.Clip());
}

}  // namespace

PinTap DrawPinPage(Frame& frame, Rect area, std::string& pin, const PinPageLook& look) {
  const Theme& theme = frame.theme;
  PinTap tap = PinTap::kNone;
  Rect footer = TakeFooter(frame, area);
  const Rect other = footer.TakeLeft(footer.w * 0.42f, theme.size.gap);
  if (SecondaryButton(frame, other, look.other)) tap = PinTap::kOther;
  if (PrimaryButton(frame, footer, look.go_on,
                    {.icon = look.icon, .enabled = look.can_go_on, .ends = look.ends}))
    tap = PinTap::kGoOn;
  Rect pad = frame.wide ? area.TakeRight(area.w * 0.5f, theme.Px(44))
                        : area.TakeBottom(theme.Px(820), theme.size.gap);
  pad = frame.wide ? pad.Inset(theme.size.margin, theme.Px(24)) : pad.Inset(theme.size.margin, 0);
  Question(frame, area, look.question, look.explanation);
  area = area.Inset(theme.size.margin, 0);
  DrawDots(frame, area.TakeTop(theme.Px(160), theme.size.gap), pin.size());
  if (!look.problem.empty()) DrawProblem(frame, area.TakeTop(theme.Px(140)), look.problem);
  NumberPad(frame, pad, pin, kMaxPinDigits);
  return tap;
}

}  // namespace studio
