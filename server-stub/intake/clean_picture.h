// A picture as it may be published: upright, and nothing in the file but the picture.
#pragma once

#include "server/keys/data_folder.h"

namespace county {

// Written anew from its pixels, so that no metadata goes along, whatever its kind (Exif with its
// place, XMP, comments, a preview, bytes after the end). kInvalid: no JPEG, or beyond
// kMaxPictureSide or, also at the lowest quality worth looking at, kMaxPictureBytes.
Result<Bytes> CleanPicture(ByteView jpeg);

}  // namespace county
