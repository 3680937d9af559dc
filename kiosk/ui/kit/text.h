// All text that people see. UTF-8; every character of the fonts is available, whatever its plane;
// one that no font has is drawn as a box with its number.
#pragma once

#include <string_view>

#include "ui/kit/fonts.h"
#include "ui/kit/frame.h"

namespace studio {

enum class Align { kLeft, kCentre, kRight };

struct TextStyle {
  float size = 0;  // pixels; 0 is the theme's body
  Weight weight = Weight::kRegular;
  Colour colour{};  // alpha 0 is the theme's ink
  Align align = Align::kLeft;
  float line_spacing = 1.4f;  // lines apart, in sizes; at least 1.3
  int max_lines = 0;          // 0: as many as it takes; else the last ends in "…"

  static TextStyle Of(float pixels, Weight weight = Weight::kRegular,
                      Colour colour = Colour{0, 0, 0, 0}, Align align = Align::kLeft) {
    TextStyle style;
    style.size = pixels;
    style.weight = weight;
    style.colour = colour;
    style.align = align;
    return style;
  }
  TextStyle Lines(int lines) const {
    TextStyle style = *this;
    style.max_lines = lines;
    return style;
  }
};

// Width in pixels of the text on one line.
float MeasureText(const Frame& frame, std::string_view text, const TextStyle& style);
// The style in the largest size, up to its own, in which the text takes one line of that width;
// never below the smallest letters anywhere.
TextStyle Fitted(const Frame& frame, std::string_view text, TextStyle style, float width);
// Height in pixels that DrawWrapped would use at that width.
float MeasureWrapped(const Frame& frame, std::string_view text, float width,
                     const TextStyle& style);

// One line in the vertical middle of `rect`, aligned in it, ending in "…" where it is too long.
// Returns the width drawn.
float DrawText(Frame& frame, const Rect& rect, std::string_view text, const TextStyle& style);
// Likewise, struck out by a line of that colour: it no longer is, or did not come. For managers
// alone.
float DrawStruck(Frame& frame, const Rect& rect, std::string_view text, const TextStyle& style,
                 Colour line);
// Wrapped from the top of `rect`, as wide as it is; its height is no limit unless max_lines is
// set. Chinese breaks anywhere but before closing and after opening marks, words and numbers stay
// whole, "\n" starts a line. Returns the height used.
float DrawWrapped(Frame& frame, const Rect& rect, std::string_view text, const TextStyle& style);
// Where a caret after the first `bytes` bytes of the wrapped text stands: a rectangle two pixels
// wide and a line high.
Rect CaretIn(const Frame& frame, const Rect& rect, std::string_view text, std::size_t bytes,
             const TextStyle& style);
// The other way round: after how many bytes of the wrapped text a caret stands nearest to x, y.
std::size_t CaretAt(const Frame& frame, const Rect& rect, std::string_view text, float x, float y,
                    const TextStyle& style);

// A Material icon by its ligature name ("check_circle"), `size` pixels wide, in the middle of
// `rect`. An unknown name draws a plain dot.
void DrawIcon(Frame& frame, const Rect& rect, std::string_view name, float size, Colour colour);

}  // namespace studio
