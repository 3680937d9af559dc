// Handwriting as strokes: what a finger drew on the pad, in the order it was drawn. Coordinates run
// from 0 to 1000 across the square pad, x to the right and y down.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace studio {

struct InkPoint {
  std::int16_t x = 0, y = 0;
  bool operator==(const InkPoint&) const = default;
};

using InkStroke = std::vector<InkPoint>;
using Ink = std::vector<InkStroke>;  // one character

inline constexpr std::int16_t kInkSide = 1000;
inline constexpr std::size_t kMaxInkStrokes = 64;    // of a character
inline constexpr std::size_t kMaxInkPoints = 512;    // of a stroke
inline constexpr std::size_t kMaxInkCharacters = 8;  // of a name kept as ink

// A stroke as "x,y x,y …"; a character as its strokes with ';' between. As in bodies, scripts and
// files of strokes.
std::string ToText(const InkStroke& stroke);
std::string ToText(const Ink& ink);
// kMalformed: no such text, a point off the pad, or more than the limits. An ink has a stroke at
// least, and a stroke a point.
Result<InkStroke> InkStrokeFromText(std::string_view text);
Result<Ink> InkFromText(std::string_view text);

}  // namespace studio
