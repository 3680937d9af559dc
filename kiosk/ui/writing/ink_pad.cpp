#include "ui/writing/ink_pad.h"

#include <algorithm>
#include <cmath>

#include "ui/kit/canvas.h"
#include "ui/press/touch.h"
#include "ui/press/widget_words.h"
#include "ui/press/widgets.h"
#include "ui/words/strings.h"

namespace studio {
namespace {

// Dots this close make a line.
constexpr float kDotStep = 0.35f;  // of their radius

void DrawStroke(Frame& frame, const Rect& rect, const InkStroke& stroke, float radius,
                Colour colour) {
  const float scale_x = rect.w / kInkSide, scale_y = rect.h / kInkSide;
  const float step = std::max(1.f, radius * kDotStep);
  float x = 0, y = 0;
  for (std::size_t i = 0; i < stroke.size(); ++i) {
    const float to_x = rect.x + static_cast<float>(stroke[i].x) * scale_x;
    const float to_y = rect.y + static_cast<float>(stroke[i].y) * scale_y;
    const float length = i == 0 ? 0 : std::hypot(to_x - x, to_y - y);
    for (float at = step; at < length; at += step) {
      const float part = at / length;
      StampDisc(frame, x + (to_x - x) * part, y + (to_y - y) * part, radius, colour);
    }
    StampDisc(frame, to_x, to_y, radius, colour);
    x = to_x;
    y = to_y;
  }
}

void DrawGuides(Frame& frame, const Rect& rect) {
  const float dash = std::round(frame.theme.Px(14)), thick = std::max(2.f, frame.theme.Px(3));
  const Colour colour = frame.theme.colour.track;
  for (float at = dash; at < rect.w - dash; at += 2 * dash) {
    FillRect(frame, {rect.x + at, rect.CentreY() - thick / 2, dash, thick}, colour);
    FillRect(frame, {rect.CentreX() - thick / 2, rect.y + at, thick, dash}, colour);
  }
}

void TakeFinger(const Touch& touch, const Rect& rect, Keyboard& keyboard) {
  bool first = touch.Pressed();
  for (const Touch::Point& point : touch.Path()) {
    const auto x = static_cast<int>(std::lround((point.x - rect.x) / rect.w * kInkSide));
    const auto y = static_cast<int>(std::lround((point.y - rect.y) / rect.h * kInkSide));
    if (first) {
      keyboard.BeginStroke(x, y);
    } else {
      keyboard.ExtendStroke(x, y);
    }
    first = false;
  }
  if (touch.Released()) keyboard.EndStroke();
}

}  // namespace

void DrawInk(Frame& frame, const Rect& rect, const Ink& ink, float thickness, Colour colour) {
  for (const InkStroke& stroke : ink) DrawStroke(frame, rect, stroke, thickness / 2, colour);
}

float DrawInkName(Frame& frame, const Rect& rect, const std::vector<Ink>& characters) {
  if (characters.empty()) return 0;
  const Palette& c = frame.theme.colour;
  const float gap = frame.theme.Px(10);
  const auto count = static_cast<float>(characters.size());
  const float side = std::min(rect.h, (rect.w + gap) / count - gap);
  Rect row{rect.x, rect.CentreY() - side / 2, rect.w, side};
  for (const Ink& character : characters) {
    const Rect sheet = row.TakeLeft(side, gap);
    FillRounded(frame, sheet, frame.theme.Px(12), c.paper);
    OutlineRounded(frame, sheet, frame.theme.Px(12), frame.theme.Px(2), c.outline);
    DrawInk(frame, sheet.Inset(side * 0.08f), character, std::max(3.f, side * 0.045f), c.ink);
  }
  return count * (side + gap) - gap;
}

void DrawInkPad(Frame& frame, const Rect& rect, Keyboard& keyboard) {
  const Theme& theme = frame.theme;
  if (PressArea(frame, rect, widget_words::kInkPad, {.taps = Taps::kWriting}).held)
    TakeFinger(frame.touch, rect, keyboard);

  FillRounded(frame, rect, theme.size.small_radius, theme.colour.card);
  OutlineRounded(frame, rect, theme.size.small_radius, theme.Px(4), theme.colour.outline);
  DrawGuides(frame, rect);
  if (keyboard.ink().empty()) {
    DrawText(
        frame, Rect{rect.x, rect.Bottom() - theme.Px(110), rect.w, theme.Px(80)}, say::kInkHint,
        TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink, Align::kCentre));
  }
  frame.canvas.PushClip(rect);
  DrawInk(frame, rect, keyboard.ink(), theme.Px(16), theme.colour.ink);
  frame.canvas.PopClip();
}

}  // namespace studio
