// A JPEG as it is drawn. Any thread.
#pragma once

#include "app/saying/camera.h"
#include "shared/base/bytes.h"

namespace studio {

inline constexpr int kShownPictureSide = 1080;  // pixels: as wide as the screen stands

// Upright, no side longer than kShownPictureSide. Null where it is no picture, or larger than the
// county may publish one.
PicturePtr PictureFromJpeg(const Bytes& jpeg);

}  // namespace studio
