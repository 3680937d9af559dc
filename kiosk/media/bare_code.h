// A QR code without a quiet zone, found by what its surroundings do not touch: the white rings
// within its three finder patterns.
#pragma once

#include <optional>
#include <vector>

#include "media/code_scan.h"

namespace studio {

// The code's square, as tilting makes of it a parallelogram: `corner` and two sides, in pixels.
struct CodeSquare {
  double corner_x = 0, corner_y = 0;
  double right_x = 0, right_y = 0, down_x = 0, down_y = 0;
  double modules = 0;  // from edge to edge, within a twentieth
  double inset = 0;    // of a side, from its end to the middle of a finder pattern

  double Area() const;
  bool Holds(double x, double y) const;
};

// `middle`: light that is neither black nor white. None where there are not three such patterns in
// a right angle, or others beyond their square, where another code may lie.
std::optional<CodeSquare> BareCodeIn(const GreyPicture& picture, int middle);

}  // namespace studio
