#include <algorithm>
#include <cmath>

#include "ui/press/widget_press.h"

namespace studio {
namespace {

TextStyle PillStyle(const Frame& frame, Colour ink) {
  return TextStyle::Of(frame.theme.Px(36) * frame.theme.size.body / frame.theme.Px(40),
                       Weight::kRegular, ink);
}

void DrawPill(Frame& frame, const Rect& rect, std::string_view text, std::string_view icon,
              const Tint& tint) {
  FillPill(frame, rect, tint.back);
  if (frame.theme.colour.outline_everything)
    OutlineRounded(frame, rect, rect.h / 2, frame.theme.Px(3), tint.ink);
  DrawIconAndText(frame, rect, icon, tint.ink, text, PillStyle(frame, tint.ink));
}

}  // namespace

float PillWidth(const Frame& frame, std::string_view label, bool icon) {
  const TextStyle style = PillStyle(frame, {});
  const float extra = icon ? style.size * (kIconInLine + kIconGap) : 0;
  return std::ceil(MeasureText(frame, Shown(label), style) + extra + 2 * frame.theme.Px(28));
}

bool Chip(Frame& frame, const Rect& rect, std::string_view label, ChipLook look) {
  const Press press = PressArea(frame, rect, label, look.enabled);
  const Palette& c = frame.theme.colour;
  Tint tint = look.on ? Tint{c.red, c.on_red} : c.sand_tint;
  if (press.down) tint = look.on ? Tint{c.red_pressed, c.on_red} : Tint{c.dark_key, c.ink};
  DrawPill(frame, rect, Shown(label), look.icon, tint);
  return press.tapped;
}

Rect StatusPill(Frame& frame, float x, float y, std::string_view word, std::string_view icon,
                Tone tone, float height) {
  const Rect rect{x, y, PillWidth(frame, word, !icon.empty()),
                  height > 0 ? height : frame.theme.size.chip_height * 0.78f};
  DrawPill(frame, rect, word, icon, frame.theme.colour.TintOf(tone));
  return rect;
}

float NoticePanel(Frame& frame, const Rect& rect, Tone tone, std::string_view icon,
                  std::string_view heading, std::string_view text) {
  const Theme& theme = frame.theme;
  const Tint& tint = theme.colour.TintOf(tone);
  const float icon_size = icon.empty() ? 0 : theme.Px(72), gap = icon.empty() ? 0 : theme.Px(28);
  const float pad = theme.Px(36);
  const float text_width = rect.w - 2 * pad - icon_size - gap;
  const TextStyle head = TextStyle::Of(theme.size.section_title * 1.08f, Weight::kBold, tint.ink);
  const TextStyle body = TextStyle::Of(theme.size.body, Weight::kRegular, tint.ink);
  const float head_height = MeasureWrapped(frame, heading, text_width, head);
  const float text_height = MeasureWrapped(frame, text, text_width, body);
  const float inner = std::max(icon_size, head_height + text_height);
  const Rect panel{rect.x, rect.y, rect.w, inner + 2 * theme.Px(28)};
  FillRounded(frame, panel, theme.size.small_radius, tint.back);
  if (theme.colour.outline_everything)
    OutlineRounded(frame, panel, theme.size.small_radius, theme.Px(4), tint.ink);
  Rect inside = panel.Inset(pad, 0);
  if (!icon.empty()) DrawIcon(frame, inside.TakeLeft(icon_size, gap), icon, icon_size, tint.ink);
  inside = inside.Centred(inside.w, head_height + text_height);
  DrawWrapped(frame, inside.TakeTop(head_height), heading, head);
  DrawWrapped(frame, inside, text, body);
  return panel.h;
}

}  // namespace studio
