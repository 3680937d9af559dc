#include <algorithm>
#include <cmath>

#include "ui/press/widget_press.h"

namespace studio {
namespace {

constexpr float kOptionPad = 30;

TextStyle OptionStyle(const Theme& theme, Colour ink) {
  return TextStyle::Of(theme.size.button * 0.94f, Weight::kBold, ink, Align::kCentre);
}

Colour IconColour(const Frame& frame, const TileLook& look) {
  return look.enabled ? frame.theme.colour.Strong(look.tone) : frame.theme.colour.soft_ink;
}

TextStyle TitleStyle(const Frame& frame, float size, bool enabled) {
  const Palette& c = frame.theme.colour;
  return TextStyle::Of(size, Weight::kBold, enabled ? c.ink : c.soft_ink);
}

TextStyle HintStyle(const Frame& frame, float size) {
  TextStyle style = TextStyle::Of(size, Weight::kRegular, frame.theme.colour.soft_ink);
  style.line_spacing = 1.3f;
  return style;
}

}  // namespace

bool Tile(Frame& frame, const Rect& rect, std::string_view title, TileLook look) {
  const Press press = PressArea(frame, rect, title, look.enabled);
  DrawPressCard(frame, rect, press);
  const Theme& theme = frame.theme;
  const float icon = look.icon.empty() ? 0 : std::min(theme.Px(96), rect.h * 0.4f);
  const float gap = look.icon.empty() ? 0 : theme.Px(14);
  const float title_height = theme.size.button * 1.3f;
  const float hint_height = look.hint.empty() ? 0 : theme.size.small * 1.35f;
  Rect block = rect.Inset(theme.Px(14), 0);
  block = block.Centred(block.w, icon + gap + title_height + hint_height);
  if (icon > 0) DrawIcon(frame, block.TakeTop(icon, gap), look.icon, icon, IconColour(frame, look));
  TextStyle style = TitleStyle(frame, theme.size.button, look.enabled);
  style.align = Align::kCentre;
  DrawText(frame, block.TakeTop(title_height), Shown(title), style);
  style = HintStyle(frame, theme.size.small);
  style.align = Align::kCentre;
  DrawText(frame, block, look.hint, style);
  return press.tapped;
}

bool Option(Frame& frame, const Rect& rect, std::string_view label, OptionLook look) {
  const Theme& theme = frame.theme;
  const Press press = PressArea(frame, rect, label);
  Colour ink = theme.colour.ink;
  if (look.chosen) {
    const Colour fill = press.down ? theme.colour.red_pressed : theme.colour.red;
    DrawCard(frame, rect, theme.size.small_radius, fill);
    ink = theme.colour.on_red;
  } else {
    DrawPressCard(frame, rect, press);
  }
  Rect inside = rect.Inset(theme.Px(kOptionPad), 0);
  TextStyle style = OptionStyle(theme, ink);
  if (!look.icon.empty()) {
    DrawIcon(frame, inside.TakeLeft(theme.Px(52), theme.Px(24)), look.icon, theme.Px(52),
             look.chosen ? theme.colour.on_red : theme.colour.red);
    style = TextStyle::Of(theme.size.body, Weight::kRegular, ink).Lines(2);
    style.line_spacing = 1.3f;
    const float height = MeasureWrapped(frame, label, inside.w, style);
    DrawWrapped(frame, inside.Centred(inside.w, height), Shown(label), style);
    return press.tapped;
  }
  DrawText(frame, inside, Shown(label), Fitted(frame, Shown(label), style, inside.w));
  return press.tapped;
}

float OptionWidth(const Frame& frame, std::string_view label) {
  const Theme& theme = frame.theme;
  const TextStyle style = OptionStyle(theme, theme.colour.ink);
  return std::ceil(MeasureText(frame, Shown(label), style) + 2 * theme.Px(kOptionPad));
}

bool LargeTile(Frame& frame, const Rect& rect, std::string_view title, TileLook look) {
  const Press press = PressArea(frame, rect, title, look.enabled);
  DrawPressCard(frame, rect, press);
  const Theme& theme = frame.theme;
  const TextStyle title_style = TitleStyle(frame, theme.size.card_title, look.enabled);
  const TextStyle hint_style = HintStyle(frame, theme.Px(36) * theme.size.body / theme.Px(40));
  const float icon = theme.Px(96);
  Rect inside = rect.Inset(theme.size.pad, theme.Px(28));
  if (rect.w > 1.8f * rect.h) {
    DrawIcon(frame, inside.TakeLeft(icon, theme.Px(40)), look.icon, icon, IconColour(frame, look));
    DrawTitleAndHint(frame, inside, Shown(title), title_style, look.hint, hint_style.Lines(2));
    return press.tapped;
  }
  const float title_height = title_style.size * 1.3f;
  const float hint_height = MeasureWrapped(frame, look.hint, inside.w, hint_style.Lines(2));
  const float gap = theme.Px(8);
  const float top = std::min(icon, inside.h - gap - title_height - hint_height);
  inside = inside.Centred(inside.w, top + gap + title_height + hint_height);
  DrawIcon(frame, inside.TakeTop(top, gap).TakeLeft(top), look.icon, top, IconColour(frame, look));
  DrawText(frame, inside.TakeTop(title_height), Shown(title), title_style);
  DrawWrapped(frame, inside, look.hint, hint_style.Lines(2));
  return press.tapped;
}

bool SmallTile(Frame& frame, const Rect& rect, std::string_view title, TileLook look) {
  const Press press = PressArea(frame, rect, title, look.enabled);
  DrawPressCard(frame, rect, press);
  const Theme& theme = frame.theme;
  look.tone = Tone::kSand;
  TextStyle style = TextStyle::Of(theme.size.body, Weight::kRegular,
                                  look.enabled ? theme.colour.ink : theme.colour.soft_ink);
  const float icon = theme.Px(64);
  Rect inside = rect.Inset(theme.Px(8), 0);
  if (rect.w > 1.8f * rect.h) {
    const float gap = theme.Px(20);
    const float text = std::min(MeasureText(frame, Shown(title), style), inside.w - icon - gap);
    Rect line = inside.Centred(icon + gap + text, inside.h);
    DrawIcon(frame, line.TakeLeft(icon, gap), look.icon, icon, IconColour(frame, look));
    DrawText(frame, line, Shown(title), style);
    return press.tapped;
  }
  style.align = Align::kCentre;
  const float title_height = style.size * 1.4f;
  inside = inside.Centred(inside.w, icon + theme.Px(12) + title_height);
  DrawIcon(frame, inside.TakeTop(icon, theme.Px(12)), look.icon, icon, IconColour(frame, look));
  DrawText(frame, inside, Shown(title), style);
  return press.tapped;
}

bool BigTile(Frame& frame, const Rect& rect, std::string_view title, TileLook look) {
  const Press press = PressArea(frame, rect, title, look.enabled);
  const Theme& theme = frame.theme;
  const Palette& c = theme.colour;
  const Colour back = !look.enabled ? c.soft_ink : press.down ? c.red_pressed : c.red;
  DrawCard(frame, rect, theme.size.radius, back);
  const float icon = std::min(theme.Px(172), rect.h * 0.72f);
  Rect inside = rect.Inset(theme.size.pad, theme.Px(20));
  DrawIcon(frame, inside.TakeLeft(icon, theme.size.pad), look.icon, icon, c.on_red);
  TextStyle hint = TextStyle::Of(theme.size.body * 1.05f, Weight::kRegular, c.on_red).Lines(2);
  hint.line_spacing = 1.3f;
  DrawTitleAndHint(frame, inside, Shown(title),
                   TextStyle::Of(theme.size.home_title, Weight::kBold, c.on_red), look.hint, hint);
  return press.tapped;
}

bool RowTile(Frame& frame, const Rect& rect, std::string_view title, TileLook look) {
  const Press press = PressArea(
      frame, rect, title, {look.enabled, Taps::kOnce, look.ends ? Leads::kEnd : Leads::kAnywhere});
  DrawPressCard(frame, rect, press);
  const Theme& theme = frame.theme;
  const float icon = std::min(theme.Px(104), rect.h * 0.6f);
  Rect inside = rect.Inset(theme.size.pad, theme.Px(12));
  if (!look.icon.empty())
    DrawIcon(frame, inside.TakeLeft(icon, theme.Px(32)), look.icon, icon, IconColour(frame, look));
  if (look.leads && look.enabled) {
    const float arrow = theme.Px(64);
    DrawIcon(frame, inside.TakeRight(arrow, theme.Px(16)), "chevron_right", arrow,
             theme.colour.icon);
  }
  const float size = rect.h > theme.Px(160) ? theme.size.card_title : theme.size.section_title;
  const TextStyle style = TitleStyle(frame, size, look.enabled);
  DrawTitleAndHint(frame, inside, Shown(title), Fitted(frame, Shown(title), style, inside.w),
                   look.hint, HintStyle(frame, theme.size.small).Lines(2));
  return press.tapped;
}

}  // namespace studio
