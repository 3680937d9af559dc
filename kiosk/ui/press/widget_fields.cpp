#include <algorithm>
#include <string>

#include "shared/base/folded_text.h"
#include "ui/kit/canvas.h"
#include "ui/press/widget_press.h"
#include "ui/press/widget_words.h"

namespace studio {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool TakePhysicalDigits(const Frame& frame, std::string& digits, std::size_t max_length) {
  const std::string before = digits;
  for (const char c : DigitsIn(frame.typed))
    if (digits.size() < max_length) digits += c;
  for (const Key key : frame.keys)
    if (key == Key::kBackspace && !digits.empty()) digits.pop_back();
  return digits != before;
}

bool PadKey(Frame& frame, const Rect& rect, std::string_view label, std::string_view icon,
            bool dark) {
  const Press press = PressArea(frame, rect, label, {.taps = Taps::kWriting});
  const Theme& theme = frame.theme;
  const Palette& c = theme.colour;
  const Colour back = press.down ? c.track : dark ? c.dark_key : c.card;
  DrawCard(frame, rect, theme.size.small_radius, back);
  if (icon.empty()) {
    const float size = dark ? theme.size.body : theme.size.page_title;
    DrawText(frame, rect, Shown(label),
             TextStyle::Of(size, dark ? Weight::kRegular : Weight::kBold, c.ink, Align::kCentre));
  } else {
    DrawIcon(frame, rect, icon, theme.Px(64), c.ink);
  }
  return press.tapped;
}

constexpr float kFieldSpacing = 1.3f;

void DrawCaret(Frame& frame, const Rect& caret) {
  frame.canvas.Fill(caret.Inset(0, caret.h * 0.08f), frame.theme.colour.red);
}

}  // namespace

bool NumberPad(Frame& frame, const Rect& rect, std::string& digits, std::size_t max_length) {
  const auto cells = rect.SplitGrid(3, 4, std::max(frame.theme.Px(16), frame.theme.size.touch_gap));
  bool changed = TakePhysicalDigits(frame, digits, max_length);
  constexpr char kOrder[] = "123456789.0";
  for (std::size_t i = 0; i < 11; ++i) {
    if (!IsDigit(kOrder[i])) continue;
    const std::string label(1, kOrder[i]);
    if (!PadKey(frame, cells[i], label + "##pad", {}, false) || digits.size() >= max_length)
      continue;
    digits += label;
    changed = true;
  }
  if (PadKey(frame, cells[9], widget_words::kPadClear, {}, true) && !digits.empty()) {
    digits.clear();
    changed = true;
  }
  if (PadKey(frame, cells[11], widget_words::kPadDelete, "backspace", true) && !digits.empty()) {
    digits.pop_back();
    changed = true;
  }
  return changed;
}

Rect FieldLine(const Frame& frame, const Rect& rect) {
  const Sizes& size = frame.theme.size;
  const float label = size.small * kFieldSpacing, line = size.section_title * kFieldSpacing;
  Rect inside = rect.Inset(size.pad, 0);
  inside = inside.Centred(inside.w, label + line);
  inside.TakeTop(label);
  return inside;
}

bool Field(Frame& frame, const Rect& rect, std::string_view label, std::string_view text,
           FieldLook look) {
  const Press press = PressArea(frame, rect, label);
  const Theme& theme = frame.theme;
  const Palette& c = theme.colour;
  const float radius = theme.size.radius;
  if (look.focused)
    DrawCard(frame, rect, radius, c.card);
  else
    FillRounded(frame, rect, radius, press.down ? c.pressed : c.card);
  OutlineRounded(frame, rect, radius, theme.Px(look.focused ? 4 : 3),
                 look.focused ? c.red : c.outline);

  const Rect inside = FieldLine(frame, rect);
  const float above = theme.size.small * kFieldSpacing;
  const TextStyle named = TextStyle::Of(theme.size.small, Weight::kRegular, c.soft_ink);
  DrawText(frame, {inside.x, inside.y - above, inside.w, above}, Shown(label),
           Fitted(frame, Shown(label), named, inside.w));
  const TextStyle style = TextStyle::Of(theme.size.section_title);
  const TextStyle soft = TextStyle::Of(style.size, Weight::kRegular, c.soft_ink);
  const std::size_t caret = std::min(look.caret, text.size());
  const float height = inside.h;
  // Keep the caret in sight: a text longer than the field moves left.
  const float before = MeasureText(frame, text.substr(0, caret), style);
  Rect line = inside;
  line.x -= std::max(0.f, before - inside.w + theme.Px(6));
  line.w = std::max(inside.w, MeasureText(frame, text, style) + 1);
  frame.canvas.PushClip(inside.Inset(-theme.Px(6), 0));
  DrawText(frame, text.empty() ? inside : line, text.empty() ? look.placeholder : text,
           text.empty() ? soft : style);
  if (look.focused)
    DrawCaret(frame, {line.x + before + 1, inside.y, std::max(2.f, theme.Px(5)), height});
  frame.canvas.PopClip();
  return press.tapped;
}

}  // namespace studio
