#include "ui/kit/text.h"

#include <algorithm>
#include <cmath>

#include "shared/base/utf8.h"
#include "ui/kit/canvas.h"
#include "ui/kit/screen_text.h"
#include "ui/kit/shapes.h"
#include "ui/kit/text_layout.h"

namespace studio {
namespace {

int PixelsOf(const Frame& frame, const TextStyle& style) {
  const float size = style.size > 0 ? style.size : frame.theme.size.body;
  return std::max(1, static_cast<int>(std::lround(size)));
}

float LineHeight(int pixels, const TextStyle& style) {
  return std::round(static_cast<float>(pixels) * std::max(1.3f, style.line_spacing));
}

float AlignedX(const Rect& rect, float width, Align align) {
  if (align == Align::kCentre) return rect.x + (rect.w - width) / 2;
  if (align == Align::kRight) return rect.Right() - width;
  return rect.x;
}

void DrawLine(Frame& frame, std::string_view text, const TextLine& line, float x, float middle_y,
              int pixels, const TextStyle& style) {
  Canvas& canvas = frame.canvas;
  const Colour colour = style.colour.a == 0 ? frame.theme.colour.ink : style.colour;
  const float base = std::round(middle_y + kBaselineBelowMiddle * static_cast<float>(pixels));
  float pen = x;
  const auto put = [&](char32_t code) {
    const Sprite& glyph = canvas.Glyph(style.weight, pixels, code, colour);
    const auto w = static_cast<float>(glyph.w), h = static_cast<float>(glyph.h);
    canvas.Copy(glyph, {0, 0, w, h},
                {std::round(pen) + static_cast<float>(glyph.left),
                 base - static_cast<float>(glyph.top), w, h});
    pen += AdvanceOf(canvas.Faces(), style.weight, pixels, code);
  };
  char32_t before = 0;
  for (std::size_t at = line.begin; at < line.end;) {
    const char32_t written = NextCodePoint(text, at);
    pen -= Squeeze(pixels, before, written);
    before = written;
    const char32_t code = ShownAs(canvas.Faces(), style.weight, written);
    if (code != ' ' && code != 0) {
      put(code);
    } else if (code == ' ') {
      pen += AdvanceOf(canvas.Faces(), style.weight, pixels, code);
    }
  }
  if (line.cut) put(kEllipsis);
}

std::vector<TextLine> LinesOf(const Frame& frame, std::string_view text, float width,
                              const TextStyle& style) {
  return BreakLines(frame.canvas.Faces(), style.weight, PixelsOf(frame, style), text, width,
                    style.max_lines);
}

constexpr float kSmallest = 34;  // nothing is set in smaller letters

}  // namespace

float MeasureText(const Frame& frame, std::string_view text, const TextStyle& style) {
  return LineWidth(frame.canvas.Faces(), style.weight, PixelsOf(frame, style), text);
}

TextStyle Fitted(const Frame& frame, std::string_view text, TextStyle style, float width) {
  const float wide = MeasureText(frame, text, style);
  if (wide > width && wide > 0) {
    style.size = std::max(frame.theme.Px(kSmallest), std::floor(style.size * width / wide));
  }
  return style;
}

float MeasureWrapped(const Frame& frame, std::string_view text, float width,
                     const TextStyle& style) {
  if (text.empty()) return 0;
  const auto lines = LinesOf(frame, text, width, style);
  return static_cast<float>(lines.size()) * LineHeight(PixelsOf(frame, style), style);
}

namespace {

// Where it was drawn.
Rect DrawOneLine(Frame& frame, const Rect& rect, std::string_view text, const TextStyle& style,
                 bool struck) {
  const int pixels = PixelsOf(frame, style);
  Fonts& fonts = frame.canvas.Faces();
  TextLine line{0, text.size(), LineWidth(fonts, style.weight, pixels, text), false};
  // Half a pixel of grace: rectangles measured for a text come back rounded.
  if (line.width > rect.w + 0.5f) line = CutLine(fonts, style.weight, pixels, text, 0, rect.w);
  const float x = AlignedX(rect, line.width, style.align);
  DrawLine(frame, text, line, x, rect.CentreY(), pixels, style);
  const float height = LineHeight(pixels, style);
  const Rect place{x, rect.CentreY() - height / 2, line.width, height};
  frame.screen_text.AddText(text, place, frame.canvas.Clip(), line.cut, struck);
  return place;
}

}  // namespace

float DrawText(Frame& frame, const Rect& rect, std::string_view text, const TextStyle& style) {
  return text.empty() ? 0 : DrawOneLine(frame, rect, text, style, false).w;
}

float DrawStruck(Frame& frame, const Rect& rect, std::string_view text, const TextStyle& style,
                 Colour line) {
  if (text.empty()) return 0;
  const Rect place = DrawOneLine(frame, rect, text, style, true);
  const float thick = std::max(2.f, frame.theme.Px(4));
  FillRect(frame, {place.x, place.CentreY() - thick / 2, place.w, thick}, line);
  return place.w;
}

float DrawWrapped(Frame& frame, const Rect& rect, std::string_view text, const TextStyle& style) {
  if (text.empty()) return 0;
  const int pixels = PixelsOf(frame, style);
  const float height = LineHeight(pixels, style);
  float y = rect.y, widest = 0;
  bool cut = false;
  for (const TextLine& line : LinesOf(frame, text, rect.w, style)) {
    DrawLine(frame, text, line, AlignedX(rect, line.width, style.align), y + height / 2, pixels,
             style);
    y += height;
    widest = std::max(widest, line.width);
    cut = cut || line.cut;
  }
  frame.screen_text.AddText(text, {AlignedX(rect, widest, style.align), rect.y, widest, y - rect.y},
                            frame.canvas.Clip(), cut);
  return y - rect.y;
}

Rect CaretIn(const Frame& frame, const Rect& rect, std::string_view text, std::size_t bytes,
             const TextStyle& style) {
  const int pixels = PixelsOf(frame, style);
  const float height = LineHeight(pixels, style);
  bytes = std::min(bytes, text.size());
  const auto lines = LinesOf(frame, text, rect.w, style);
  std::size_t row = 0;
  while (row + 1 < lines.size() && lines[row + 1].begin <= bytes) ++row;
  const std::size_t begin = lines[row].begin;
  const float before =
      LineWidth(frame.canvas.Faces(), style.weight, pixels, text.substr(begin, bytes - begin));
  const float x = AlignedX(rect, lines[row].width, style.align) + std::min(before, rect.w);
  const float width = std::max(2.f, frame.theme.Px(5));
  return {x, rect.y + static_cast<float>(row) * height, width, height};
}

std::size_t CaretAt(const Frame& frame, const Rect& rect, std::string_view text, float x, float y,
                    const TextStyle& style) {
  const int pixels = PixelsOf(frame, style);
  const auto lines = LinesOf(frame, text, rect.w, style);
  const float row = std::floor((y - rect.y) / LineHeight(pixels, style));
  const float last = static_cast<float>(lines.size() - 1);
  const TextLine& line = lines[static_cast<std::size_t>(std::clamp(row, 0.f, last))];
  float pen = AlignedX(rect, line.width, style.align);
  char32_t last_code = 0;
  for (std::size_t at = line.begin; at < line.end;) {
    const std::size_t here = at;
    const char32_t code = NextCodePoint(text, at);
    const float advance = AdvanceOf(frame.canvas.Faces(), style.weight, pixels, code) -
                          Squeeze(pixels, last_code, code);
    if (x < pen + advance / 2) return here;
    pen += advance;
    last_code = code;
  }
  return line.end;
}

void DrawIcon(Frame& frame, const Rect& rect, std::string_view name, float size, Colour colour) {
  const int pixels = std::max(1, static_cast<int>(std::lround(size)));
  const Sprite& icon = frame.canvas.Icon(name, pixels, colour);
  // Icons fill an em square that stands on the base line.
  const float left = std::round(rect.CentreX() - size / 2);
  const float bottom = std::round(rect.CentreY() + size / 2);
  const auto w = static_cast<float>(icon.w), h = static_cast<float>(icon.h);
  if (icon.page == nullptr) {
    const Rect dot = rect.Centred(size / 4, size / 4);
    frame.canvas.Fill(dot, colour);
    return;
  }
  frame.canvas.Copy(
      icon, {0, 0, w, h},
      {left + static_cast<float>(icon.left), bottom - static_cast<float>(icon.top), w, h});
}

}  // namespace studio
