// How a picture is to be turned to stand upright, as phones write it into their photos (Exif 2.32,
// tag 0x0112), the turning itself, and making it smaller.
#pragma once

#include <cstdint>
#include <vector>

#include "shared/base/bytes.h"

namespace studio {

// 1 (as it lies) to 8; 1 where the JPEG does not say or says nonsense.
int OrientationOf(ByteView jpeg);

struct Pixels {
  int width = 0, height = 0, channels = 0;
  std::vector<std::uint8_t> bytes;  // row by row, without gaps
};
// Turned and mirrored so that a picture of that orientation stands upright.
Pixels Upright(Pixels picture, int orientation);
// With no side longer than that, each pixel the mean of those that it stands for; a smaller one as
// it is.
Pixels Shrunk(Pixels picture, int longest_side);

}  // namespace studio
