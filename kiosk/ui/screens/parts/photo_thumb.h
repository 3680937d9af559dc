// Pictures of the camera's on a page.
#pragma once

#include "app/saying/camera.h"
#include "ui/kit/frame.h"

namespace studio {

// The whole picture as large as fits, in the middle of a dark, rounded sheet that fills `rect` and
// lies on `around`. Returns where the picture is.
Rect DrawPictureSheet(Frame& frame, const Rect& rect, const PicturePtr& picture, Colour around);
// A photo that was taken, small, or a sign for one that is not opened yet; it fills `rect` (what
// stands over is cut) and lies on `around`.
void DrawPhotoThumb(Frame& frame, const Rect& rect, const Photo& photo, Colour around);
inline void DrawPhotoThumb(Frame& frame, const Rect& rect, const Photo& photo) {
  DrawPhotoThumb(frame, rect, photo, frame.theme.colour.card);
}

}  // namespace studio
