// An ink as one path: the corners of its lines in the order they were drawn. Between two corners
// the finger drew a straight piece or, after a line's last corner, was lifted.
#pragma once

#include <cstdint>
#include <vector>

#include "shared/record/ink.h"

namespace studio {

struct InkCorner {
  InkPoint at;
  std::uint16_t line = 0, point = 0;  // of the ink
  bool lifted = false;                // the last one of its line
};

struct InkPath {
  float side = 1;  // the longer side of the box around the ink, 1 at least
  std::vector<InkCorner> corners;
};

// Lines must not be empty.
InkPath PathOf(const Ink& ink);

// Around all of it; of an ink without points nothing is within.
struct InkBox {
  int left = kInkSide, top = kInkSide, right = 0, bottom = 0;
};
InkBox BoxOf(const Ink& ink);
// The corners without those that its shape does not need, for pieces put together.
std::vector<InkPoint> Straightened(const std::vector<InkPoint>& points, float side);

float Distance(InkPoint a, InkPoint b);

}  // namespace studio
