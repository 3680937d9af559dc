#include "ui/press/widget_press.h"

#include <algorithm>

#include "ui/kit/canvas.h"
#include "ui/press/press_items.h"
#include "ui/press/shown_targets.h"
#include "ui/press/touch.h"

namespace studio {

Press PressArea(Frame& frame, const Rect& rect, std::string_view label, bool enabled) {
  return PressArea(frame, rect, label, TargetLook{.enabled = enabled});
}

Press PressArea(Frame& frame, const Rect& rect, std::string_view label, const TargetLook& look) {
  const float floor = frame.theme.size.touch_floor;
  const Rect target{rect.x - std::max(0.f, floor - rect.w) / 2,
                    rect.y - std::max(0.f, floor - rect.h) / 2, std::max(rect.w, floor),
                    std::max(rect.h, floor)};
  const Rect& clip = frame.canvas.Clip();
  if (!frame.touch_enabled) return {};
  const std::uint32_t id = PressId(label);
  const Tappable shown{.label = std::string(label),
                       .rect = target.Intersect(clip),
                       .enabled = look.enabled,
                       .id = id,
                       .taps = look.taps,
                       .leads = look.leads,
                       .text = look.text};
  frame.screen_text.AddTappable(shown);
  const Touch& touch = frame.touch;
  const bool takes =
      look.enabled && (!touch.Pressed() || frame.shown.MayPress(shown, touch.CameMs()));
  const PressItem item = AddPressItem(id, target, frame.theme.size.forgive, takes);
  const Press press{item.down, item.tapped, item.held && touch.Pressed(), item.held};
  const bool key = look.taps == Taps::kWriting || look.taps == Taps::kOffered;
  if (press.tapped || (press.began && key)) frame.shown.Acted(shown);
  return press;
}

void DrawPressCard(Frame& frame, const Rect& rect, const Press& press) {
  const Palette& colour = frame.theme.colour;
  DrawCard(frame, rect, frame.theme.size.radius, press.down ? colour.pressed : colour.card);
}

void DrawIconAndText(Frame& frame, const Rect& rect, std::string_view icon, Colour icon_colour,
                     std::string_view text, const TextStyle& style) {
  const float size = icon.empty() ? 0 : style.size * kIconInLine;
  const float gap = icon.empty() ? 0 : style.size * kIconGap;
  const float room = rect.w - size - gap;
  const float text_width = std::min(room, MeasureText(frame, text, style));
  Rect line = rect.Centred(size + gap + text_width, rect.h);
  if (!icon.empty()) DrawIcon(frame, line.TakeLeft(size, gap), icon, size, icon_colour);
  TextStyle left = style;
  left.align = Align::kLeft;
  DrawText(frame, line, text, left);
}

void DrawTitleAndHint(Frame& frame, const Rect& rect, std::string_view title,
                      const TextStyle& title_style, std::string_view hint,
                      const TextStyle& hint_style) {
  const float title_height = title_style.size * 1.3f;
  const float hint_height = MeasureWrapped(frame, hint, rect.w, hint_style);
  Rect block = rect.Centred(rect.w, title_height + hint_height);
  DrawText(frame, block.TakeTop(title_height), title, title_style);
  DrawWrapped(frame, block, hint, hint_style);
}

}  // namespace studio
