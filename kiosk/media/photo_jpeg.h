// A camera frame as the JPEG file that is sent: small enough for a thin line, and without a word
// of who took it, where or with what.
#pragma once

#include "media/gst_objects.h"
#include "shared/base/bytes.h"

namespace studio {

inline constexpr std::size_t kMaxPhotoBytes = 500 * 1024;
inline constexpr int kMaxPhotoSide = 1600;  // pixels

// The best quality, and then the largest size, that keeps to kMaxPhotoBytes. Takes some tens of
// milliseconds, more where a picture is nothing but noise. kUnavailable: it cannot be encoded.
Result<Bytes> PhotoJpeg(GstSample* frame);

}  // namespace studio
