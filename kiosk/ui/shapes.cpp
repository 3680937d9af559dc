#include "ui/shapes.h"

#include <algorithm>
#include <cmath>

#include "ui/canvas.h"
#include "ui/text.h"
#include "ui/utf8.h"

namespace studio {
namespace {

enum ShapeKind { kDisc, kRing, kShadow };

std::uint8_t Coverage(float value) {
  return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.f, 1.f) * 255.f));
}

// A square picture from a function of the distance of each pixel's middle to the centre.
template <class F>
GlyphBitmap Square(int side, F&& value) {
  GlyphBitmap out;
  out.width = out.height = side;
  out.coverage.resize(static_cast<std::size_t>(side * side));
  const float middle = static_cast<float>(side) / 2;
  for (int y = 0; y < side; ++y)
    for (int x = 0; x < side; ++x) {
      const float dx = std::abs(static_cast<float>(x) + 0.5f - middle);
      const float dy = std::abs(static_cast<float>(y) + 0.5f - middle);
      out.coverage[static_cast<std::size_t>(y * side + x)] = Coverage(value(dx, dy));
    }
  return out;
}

Rect Snap(const Rect& rect) {
  const float x = std::round(rect.x), y = std::round(rect.y);
  return {x, y, std::round(rect.Right()) - x, std::round(rect.Bottom()) - y};
}

int CornerOf(const Rect& rect, float radius) {
  return static_cast<int>(std::max(0.f, std::min({radius, rect.w / 2, rect.h / 2})));
}

// The four quarters of a square sprite onto the corners of `rect`.
void Corners(Canvas& canvas, const Sprite& sprite, const Rect& rect, float r, Colour colour,
             bool bottom = true) {
  canvas.Copy(sprite, {0, 0, r, r}, {rect.x, rect.y, r, r}, colour);
  canvas.Copy(sprite, {r, 0, r, r}, {rect.Right() - r, rect.y, r, r}, colour);
  if (!bottom) return;
  canvas.Copy(sprite, {0, r, r, r}, {rect.x, rect.Bottom() - r, r, r}, colour);
  canvas.Copy(sprite, {r, r, r, r}, {rect.Right() - r, rect.Bottom() - r, r, r}, colour);
}

const Sprite& Disc(Canvas& canvas, int radius) {
  return canvas.Shape(kDisc, radius, 0, [radius] {
    return Square(2 * radius, [radius](float dx, float dy) {
      return static_cast<float>(radius) - std::hypot(dx, dy) + 0.5f;
    });
  });
}

const Sprite& Ring(Canvas& canvas, int radius, int thickness) {
  return canvas.Shape(kRing, radius, thickness, [radius, thickness] {
    return Square(2 * radius, [radius, thickness](float dx, float dy) {
      const float d = std::hypot(dx, dy), outer = static_cast<float>(radius);
      return std::min(outer - d + 0.5f, d - (outer - static_cast<float>(thickness)) + 0.5f);
    });
  });
}

// The shadow of a rounded sheet: `blur` pixels outside its edge and radius + blur inside.
const Sprite& Shadow(Canvas& canvas, int radius, int blur) {
  return canvas.Shape(kShadow, radius, blur, [radius, blur] {
    const int half = radius + 2 * blur;
    const auto reach = static_cast<float>(blur);
    const float edge = static_cast<float>(half) - reach, r = static_cast<float>(radius) + reach / 2;
    return Square(2 * half, [=](float dx, float dy) {
      const float qx = dx - (edge - r), qy = dy - (edge - r);
      const float outside = std::hypot(std::max(qx, 0.f), std::max(qy, 0.f));
      const float distance = outside + std::min(std::max(qx, qy), 0.f) - r;
      return 0.5f * std::erfc(distance / reach * 1.9f);
    });
  });
}

void DrawShadow(Frame& frame, const Rect& card, float radius) {
  const Colour colour = frame.theme.colour.shadow;
  if (colour.a == 0) return;
  const int r = CornerOf(card, radius);
  const float most = std::min(card.w, card.h) / 2 - static_cast<float>(r);
  const int blur = static_cast<int>(std::min(frame.theme.Px(34), most));
  if (blur < 3) return;
  Canvas& canvas = frame.canvas;
  const Sprite& sprite = Shadow(canvas, r, blur);
  const float half = static_cast<float>(sprite.w) / 2, b = static_cast<float>(blur);
  const float drop = std::round(frame.theme.Px(8));
  const Rect s = card.Grown(b).Moved(0, drop);
  const float inner = half - b;  // what a corner covers under the card
  const float foot = b + drop;   // what is seen under the lower edge
  const float tall = s.h - 2 * half;
  const auto put = [&](float sx, float sy, float w, float h, float x, float y, float to_w,
                       float to_h) {
    canvas.Copy(sprite, {sx, sy, w, h}, {x, y, to_w, to_h}, colour);
  };
  const float right = s.Right() - half, low = s.Bottom() - half, two = 2 * half;
  put(half - 1, 0, 1, b, s.x + half, s.y, s.w - two, b);                               // upper edge
  put(half - 1, two - foot, 1, foot, s.x + half, s.Bottom() - foot, s.w - two, foot);  // lower edge
  put(0, half - 1, b, 1, s.x, s.y + half, b, tall);                                    // left edge
  put(two - b, half - 1, b, 1, s.Right() - b, s.y + half, b, tall);                    // right edge
  put(0, 0, half, half, s.x, s.y, half, half);
  put(half, 0, half, half, right, s.y, half, half);
  // Lower corners in pieces, without what lies under the card.
  put(0, half, b, inner, s.x, low, b, inner);
  put(two - b, half, b, inner, s.Right() - b, low, b, inner);
  const float rise = foot + static_cast<float>(r);  // up to where the card's sides are straight
  put(b, two - rise, inner, rise - b, s.x + b, s.Bottom() - rise, inner, rise - b);
  put(half, two - rise, inner, rise - b, right, s.Bottom() - rise, inner, rise - b);
  put(0, two - b, half, b, s.x, s.Bottom() - b, half, b);
  put(half, two - b, half, b, right, s.Bottom() - b, half, b);
}

}  // namespace

void FillRect(Frame& frame, const Rect& rect, Colour colour) { frame.canvas.Fill(rect, colour); }

void FillRounded(Frame& frame, const Rect& rect, float radius, Colour colour) {
  const Rect s = Snap(rect);
  const int corner = CornerOf(s, radius);
  const float r = static_cast<float>(corner);
  Canvas& canvas = frame.canvas;
  canvas.Fill({s.x, s.y + r, s.w, s.h - 2 * r}, colour);
  if (corner == 0) return;
  canvas.Fill({s.x + r, s.y, s.w - 2 * r, r}, colour);
  canvas.Fill({s.x + r, s.Bottom() - r, s.w - 2 * r, r}, colour);
  Corners(canvas, Disc(canvas, corner), s, r, colour);
}

void FillRoundedTop(Frame& frame, const Rect& rect, float radius, Colour colour) {
  const Rect s = Snap(rect);
  const int corner = CornerOf(s, radius);
  const float r = static_cast<float>(corner);
  Canvas& canvas = frame.canvas;
  canvas.Fill({s.x, s.y + r, s.w, s.h - r}, colour);
  canvas.Fill({s.x + r, s.y, s.w - 2 * r, r}, colour);
  Corners(canvas, Disc(canvas, corner), s, r, colour, false);
}

void OutlineRounded(Frame& frame, const Rect& rect, float radius, float thickness, Colour colour) {
  const Rect s = Snap(rect);
  const int corner = CornerOf(s, radius);
  const int line = std::max(1, static_cast<int>(std::lround(thickness)));
  const float r = static_cast<float>(corner), t = static_cast<float>(line);
  Canvas& canvas = frame.canvas;
  canvas.Fill({s.x + r, s.y, s.w - 2 * r, t}, colour);
  canvas.Fill({s.x + r, s.Bottom() - t, s.w - 2 * r, t}, colour);
  canvas.Fill({s.x, s.y + r, t, s.h - 2 * r}, colour);
  canvas.Fill({s.Right() - t, s.y + r, t, s.h - 2 * r}, colour);
  if (corner > 0) Corners(canvas, Ring(canvas, corner, line), s, r, colour);
}

void FillPill(Frame& frame, const Rect& rect, Colour colour) {
  FillRounded(frame, rect, rect.h / 2, colour);
}

void FillCircle(Frame& frame, float centre_x, float centre_y, float radius, Colour colour) {
  FillRounded(frame, {centre_x - radius, centre_y - radius, 2 * radius, 2 * radius}, radius,
              colour);
}

void RingCircle(Frame& frame, float centre_x, float centre_y, float radius, float thickness,
                Colour colour) {
  OutlineRounded(frame, {centre_x - radius, centre_y - radius, 2 * radius, 2 * radius}, radius,
                 thickness, colour);
}

void DrawCard(Frame& frame, const Rect& rect) {
  DrawCard(frame, rect, frame.theme.size.radius, frame.theme.colour.card);
}

void DrawCard(Frame& frame, const Rect& rect, float radius, Colour colour) {
  const Rect s = Snap(rect);
  DrawShadow(frame, s, radius);
  const float foot = std::max(1.f, std::round(frame.theme.Px(1)));
  const float lip = std::min(s.h, 2 * radius);
  FillRounded(frame, {s.x, s.Bottom() - lip + foot, s.w, lip}, radius, frame.theme.colour.foot);
  FillRounded(frame, s, radius, colour);
  if (frame.theme.colour.outline_everything)
    OutlineRounded(frame, s, radius, frame.theme.Px(4), frame.theme.colour.outline);
}

void DrawProgress(Frame& frame, const Rect& rect, float part, Colour fill) {
  FillPill(frame, rect, frame.theme.colour.track);
  const float width = std::clamp(part, 0.f, 1.f) * rect.w;
  if (width > 0) FillPill(frame, {rect.x, rect.y, std::max(width, rect.h), rect.h}, fill);
}

void DrawDashedLine(Frame& frame, float x, float y, float width, Colour colour) {
  const float dash = std::max(2.f, std::round(frame.theme.Px(6)));
  const float thick = std::max(1.f, std::round(frame.theme.Px(2)));
  for (float at = 0; at < width; at += 2 * dash)
    frame.canvas.Fill({x + at, y, std::min(dash, width - at), thick}, colour);
}

void DrawDivider(Frame& frame, float x, float y, float width) {
  const float thick = std::max(1.f, std::round(frame.theme.Px(2)));
  frame.canvas.Fill({x, y, width, thick}, frame.theme.colour.track);
}

void DrawMonogram(Frame& frame, const Rect& rect, std::string_view name, int colour_index) {
  constexpr Tint kTints[] = {{Colour::Hex(0xE6D9BF), Colour::Hex(0x6A4A15)},
                             {Colour::Hex(0xD6E4DA), Colour::Hex(0x174A35)},
                             {Colour::Hex(0xF0D9D3), Colour::Hex(0x8C1814)},
                             {Colour::Hex(0xDCDFE8), Colour::Hex(0x2E3B5E)}};
  const Tint& tint = kTints[static_cast<unsigned>(colour_index) % std::size(kTints)];
  const float side = std::min(rect.w, rect.h);
  FillCircle(frame, rect.CentreX(), rect.CentreY(), side / 2, tint.back);
  if (name.empty()) return;
  std::size_t end = 0;
  NextCodePoint(name, end);
  DrawText(frame, rect, name.substr(0, end),
           TextStyle::Of(side * 0.44f, Weight::kBold, tint.ink, Align::kCentre));
}

void DrawSeal(Frame& frame, const Rect& rect, std::string_view four_characters) {
  FillRounded(frame, rect, rect.w * 0.2f, frame.theme.colour.red);
  const auto cells = rect.Inset(rect.w * 0.05f).SplitGrid(2, 2, 0);
  const TextStyle style =
      TextStyle::Of(rect.w * 0.45f, Weight::kBold, frame.theme.colour.on_red, Align::kCentre);
  // Read as a seal is cut: down the left column, then the right one.
  constexpr std::size_t kOrder[] = {0, 2, 1, 3};
  std::size_t at = 0;
  for (const std::size_t cell : kOrder) {
    if (at >= four_characters.size()) return;
    const std::size_t begin = at;
    NextCodePoint(four_characters, at);
    DrawText(frame, cells[cell].Grown(rect.w * 0.1f), four_characters.substr(begin, at - begin),
             style);
  }
}

}  // namespace studio
