#include "ui/kit/shapes.h"

#include <algorithm>
#include <cmath>

#include "shared/base/utf8.h"
#include "ui/kit/canvas.h"
#include "ui/kit/text.h"

namespace studio {
namespace {

enum ShapeKind { kDisc, kRing, kShadow, kNooks };

std::uint8_t Coverage(float value) {
  return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.f, 1.f) * 255.f));
}

// A square picture from a function of the distance of each pixel's middle to the centre, whose four
// quarters mirror each other.
template <class F>
GlyphBitmap Square(int side, F&& value) {
  GlyphBitmap out;
  out.width = out.height = side;
  out.coverage.resize(static_cast<std::size_t>(side * side));
  const float middle = static_cast<float>(side) / 2;
  const auto at = [&](int x, int y) -> std::uint8_t& {
    return out.coverage[static_cast<std::size_t>(y * side + x)];
  };
  for (int y = 0; y < (side + 1) / 2; ++y)
    for (int x = 0; x < (side + 1) / 2; ++x) {
      const float dx = middle - static_cast<float>(x) - 0.5f;
      const float dy = middle - static_cast<float>(y) - 0.5f;
      const int right = side - 1 - x, bottom = side - 1 - y;
      at(x, y) = at(right, y) = at(x, bottom) = at(right, bottom) = Coverage(value(dx, dy));
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
void Corners(Canvas& canvas, const Sprite& sprite, const Rect& rect, float r, bool bottom = true) {
  canvas.Copy(sprite, {0, 0, r, r}, {rect.x, rect.y, r, r});
  canvas.Copy(sprite, {r, 0, r, r}, {rect.Right() - r, rect.y, r, r});
  if (!bottom) return;
  canvas.Copy(sprite, {0, r, r, r}, {rect.x, rect.Bottom() - r, r, r});
  canvas.Copy(sprite, {r, r, r, r}, {rect.Right() - r, rect.Bottom() - r, r, r});
}

const Sprite& Disc(Canvas& canvas, int radius, Colour colour) {
  return canvas.Shape({kDisc, radius, 0}, colour, [radius] {
    return Square(2 * radius, [radius](float dx, float dy) {
      return static_cast<float>(radius) - std::hypot(dx, dy) + 0.5f;
    });
  });
}

const Sprite& Ring(Canvas& canvas, int radius, int thickness, Colour colour) {
  return canvas.Shape({kRing, radius, thickness}, colour, [radius, thickness] {
    return Square(2 * radius, [radius, thickness](float dx, float dy) {
      const float d = std::hypot(dx, dy), outer = static_cast<float>(radius);
      return std::min(outer - d + 0.5f, d - (outer - static_cast<float>(thickness)) + 0.5f);
    });
  });
}

constexpr int kShadowMiddle = 128;  // pixels of straight edge in a shadow's picture

// The shadow of a rounded sheet of 2 * (radius + blur) + kShadowMiddle pixels, reaching `blur`
// pixels over its edges.
const Sprite& Shadow(Canvas& canvas, int radius, int blur, Colour colour) {
  return canvas.Shape({kShadow, radius, blur}, colour, [radius, blur] {
    const int side = 2 * (radius + 2 * blur) + kShadowMiddle;
    const auto reach = static_cast<float>(blur);
    const float edge = static_cast<float>(side) / 2 - reach;
    const float r = static_cast<float>(radius) + reach / 2;
    return Square(side, [=](float dx, float dy) {
      const float qx = dx - (edge - r), qy = dy - (edge - r);
      const float outside = std::hypot(std::max(qx, 0.f), std::max(qy, 0.f));
      const float distance = outside + std::min(std::max(qx, qy), 0.f) - r;
      return 0.5f * std::erfc(distance / reach * 1.5f);
    });
  });
}

// Copies a shadow's picture onto a larger or smaller place: corners once, edges repeated. Only
// what is seen around the card is drawn.
class ShadowPieces {
 public:
  ShadowPieces(Canvas& canvas, const Sprite& sprite, const Rect& place, float corner)
      : canvas_(canvas), sprite_(sprite), place_(place), corner_(corner) {}

  // A strip along the upper or lower edge, `from` to `to` pixels below the place's top or above
  // its bottom.
  void Across(bool lower, float from, float to) {
    const float h = to - from, side = static_cast<float>(sprite_.h);
    const float sy = lower ? side - to : from;
    const float y = lower ? place_.Bottom() - to : place_.y + from;
    Put({0, sy, corner_, h}, place_.x, y);
    Put({side - corner_, sy, corner_, h}, place_.Right() - corner_, y);
    for (float x = place_.x + corner_; x < place_.Right() - corner_; x += kShadowMiddle)
      Put({corner_, sy, std::min<float>(kShadowMiddle, place_.Right() - corner_ - x), h}, x, y);
  }

  // Strips of `w` pixels along both sides, leaving `above` and `below` to the others.
  void Down(float w, float above, float below) {
    const float side = static_cast<float>(sprite_.h);
    Sides(w, above, corner_ - above, place_.y + above);
    Sides(w, side - corner_, corner_ - below, place_.Bottom() - corner_);
    for (float y = place_.y + corner_; y < place_.Bottom() - corner_; y += kShadowMiddle)
      Sides(w, corner_, std::min<float>(kShadowMiddle, place_.Bottom() - corner_ - y), y);
  }

  // What shows through a card's rounded corners: squares of `r` pixels, `in` and `down` from the
  // place's corners.
  void Nooks(float r, float in, float top, float bottom) {
    const float side = static_cast<float>(sprite_.h);
    for (const float sx : {in, side - in - r}) {
      const float x = sx == in ? place_.x + in : place_.Right() - in - r;
      Put({sx, top, r, r}, x, place_.y + top);
      Put({sx, side - bottom - r, r, r}, x, place_.Bottom() - bottom - r);
    }
  }

 private:
  void Put(const Rect& from, float x, float y) {
    canvas_.Copy(sprite_, from, {x, y, from.w, from.h});
  }
  void Sides(float w, float sy, float h, float y) {
    const float side = static_cast<float>(sprite_.h);
    Put({0, sy, w, h}, place_.x, y);
    Put({side - w, sy, w, h}, place_.Right() - w, y);
  }

  Canvas& canvas_;
  const Sprite& sprite_;
  Rect place_;
  float corner_;
};

void DrawShadow(Frame& frame, const Rect& card, float radius) {
  const Colour colour = frame.theme.colour.shadow;
  if (colour.a == 0) return;
  const int r = CornerOf(card, radius);
  const float most = std::min(card.w, card.h) / 2 - static_cast<float>(r);
  const int blur = static_cast<int>(std::min(frame.theme.Px(28), most));
  if (blur < 3) return;
  const auto b = static_cast<float>(blur), nook = static_cast<float>(r);
  const float drop = std::min(std::round(frame.theme.Px(8)), b);
  ShadowPieces pieces(frame.canvas, Shadow(frame.canvas, r, blur, colour),
                      card.Grown(b).Moved(0, drop), nook + 2 * b);
  // The card hides all but the blur around it; it sits `drop` above its shadow.
  pieces.Across(false, 0, b - drop);
  pieces.Across(true, 0, b + drop);
  pieces.Down(b, b - drop, b + drop);
  pieces.Nooks(nook, b, b - drop, b + drop);
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
  Corners(canvas, Disc(canvas, corner, colour), s, r);
}

void FillRoundedTop(Frame& frame, const Rect& rect, float radius, Colour colour) {
  const Rect s = Snap(rect);
  const int corner = CornerOf(s, radius);
  const float r = static_cast<float>(corner);
  Canvas& canvas = frame.canvas;
  canvas.Fill({s.x, s.y + r, s.w, s.h - r}, colour);
  canvas.Fill({s.x + r, s.y, s.w - 2 * r, r}, colour);
  Corners(canvas, Disc(canvas, corner, colour), s, r, false);
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
  if (corner > 0) Corners(canvas, Ring(canvas, corner, line, colour), s, r);
}

void FillPill(Frame& frame, const Rect& rect, Colour colour) {
  FillRounded(frame, rect, rect.h / 2, colour);
}

void FillCircle(Frame& frame, float centre_x, float centre_y, float radius, Colour colour) {
  FillRounded(frame, {centre_x - radius, centre_y - radius, 2 * radius, 2 * radius}, radius,
              colour);
}

void StampDisc(Frame& frame, float centre_x, float centre_y, float radius, Colour colour) {
  const int r = std::max(1, static_cast<int>(std::lround(radius)));
  const Sprite& disc = Disc(frame.canvas, r, colour);
  const auto side = static_cast<float>(2 * r);
  frame.canvas.Copy(disc, {0, 0, side, side},
                    {centre_x - side / 2, centre_y - side / 2, side, side});
}

void RingCircle(Frame& frame, float centre_x, float centre_y, float radius, float thickness,
                Colour colour) {
  OutlineRounded(frame, {centre_x - radius, centre_y - radius, 2 * radius, 2 * radius}, radius,
                 thickness, colour);
}

void CutCorners(Frame& frame, const Rect& rect, float radius, Colour around) {
  const Rect s = Snap(rect);
  const int corner = CornerOf(s, radius);
  if (corner == 0) return;
  const Sprite& nooks = frame.canvas.Shape({kNooks, corner, 0}, around, [corner] {
    return Square(2 * corner, [corner](float dx, float dy) {
      return std::hypot(dx, dy) - static_cast<float>(corner) + 0.5f;
    });
  });
  Corners(frame.canvas, nooks, s, static_cast<float>(corner));
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
  std::size_t at = 0;
  for (const Rect& cell : cells) {
    if (at >= four_characters.size()) return;
    const std::size_t begin = at;
    NextCodePoint(four_characters, at);
    DrawText(frame, cell.Grown(rect.w * 0.1f), four_characters.substr(begin, at - begin), style);
  }
}

}  // namespace studio
