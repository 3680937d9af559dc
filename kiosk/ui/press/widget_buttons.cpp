#include "ui/press/widget_press.h"

namespace studio {
namespace {

struct ButtonPaint {
  Colour back, pressed, ink, icon, outline;
};

bool DrawButton(Frame& frame, const Rect& rect, std::string_view label, const ButtonLook& look,
                ButtonPaint paint, Leads leads = Leads::kAnywhere) {
  const Press press =
      PressArea(frame, rect, label, {look.enabled, look.taps, look.ends ? Leads::kEnd : leads});
  const Theme& theme = frame.theme;
  if (!look.enabled)
    paint = {theme.colour.track, theme.colour.track, theme.colour.soft_ink, theme.colour.soft_ink,
             theme.colour.outline_everything ? theme.colour.outline : theme.colour.track};
  const float radius = theme.size.radius * 0.9f;
  FillRounded(frame, rect, radius, press.down ? paint.pressed : paint.back);
  if (paint.outline.a > 0) OutlineRounded(frame, rect, radius, theme.Px(3), paint.outline);
  Rect inside = rect.Inset(theme.Px(24), 0);
  if (!look.enabled && !look.why_not.empty()) {
    const Rect both = inside.Centred(inside.w, theme.size.button * 1.2f + theme.size.small * 1.2f);
    inside = both;
    DrawText(
        frame, inside.TakeBottom(theme.size.small * 1.2f), look.why_not,
        TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink, Align::kCentre));
  }
  DrawIconAndText(frame, inside, look.icon, paint.icon, Shown(label),
                  TextStyle::Of(theme.size.button, Weight::kBold, paint.ink));
  return press.tapped;
}

}  // namespace

bool PrimaryButton(Frame& frame, const Rect& rect, std::string_view label, ButtonLook look) {
  const Palette& c = frame.theme.colour;
  return DrawButton(frame, rect, label, look,
                    {c.red, c.red_pressed, c.on_red, c.on_red, Colour{0, 0, 0, 0}}, Leads::kOn);
}

bool SecondaryButton(Frame& frame, const Rect& rect, std::string_view label, ButtonLook look) {
  const Palette& c = frame.theme.colour;
  return DrawButton(frame, rect, label, look, {c.card, c.pressed, c.ink, c.red, c.outline});
}

bool DangerButton(Frame& frame, const Rect& rect, std::string_view label, ButtonLook look) {
  const Palette& c = frame.theme.colour;
  const Colour outline = c.outline_everything ? c.outline : Colour::Hex(0xD9A9A2);
  return DrawButton(frame, rect, label, look,
                    {c.red_tint.back, c.red_tint_pressed, c.red_tint.ink, c.red_tint.ink, outline});
}

bool IconButton(Frame& frame, const Rect& rect, std::string_view icon, std::string_view label) {
  const Press press = PressArea(frame, rect, label);
  const Theme& theme = frame.theme;
  if (press.down)
    FillRounded(frame, rect.Centred(rect.h, rect.h), rect.h / 2, theme.colour.pressed);
  DrawIcon(frame, rect, icon, theme.Px(58), theme.colour.ink);
  return press.tapped;
}

}  // namespace studio
