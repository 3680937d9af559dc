#include "ui/screens/parts/photo_thumb.h"

#include <algorithm>

#include "ui/kit/canvas.h"
#include "ui/kit/shapes.h"
#include "ui/kit/text.h"

namespace studio {
namespace {

constexpr Colour kDark = Colour::Hex(0x3B332B);  // behind pictures of another shape

// As large as the picture in its own shape: inside `rect`, or all over it.
Rect Fit(const Rect& rect, const ColourPicture& picture, bool all_over) {
  const float across = rect.w / static_cast<float>(picture.width);
  const float down = rect.h / static_cast<float>(picture.height);
  const float scale = all_over ? std::max(across, down) : std::min(across, down);
  return rect.Centred(static_cast<float>(picture.width) * scale,
                      static_cast<float>(picture.height) * scale);
}

void Finish(Frame& frame, const Rect& rect, float radius, Colour around) {
  CutCorners(frame, rect, radius, around);
  if (frame.theme.colour.outline_everything)
    OutlineRounded(frame, rect, radius, frame.theme.Px(4), frame.theme.colour.outline);
}

}  // namespace

Rect DrawPictureSheet(Frame& frame, const Rect& rect, const PicturePtr& picture, Colour around) {
  const float radius = frame.theme.size.radius;
  if (!picture) {
    FillRounded(frame, rect, radius, kDark);
    return rect;
  }
  const Rect place = Fit(rect, *picture, false);
  FillRect(frame, {rect.x, rect.y, rect.w, place.y - rect.y}, kDark);
  FillRect(frame, {rect.x, place.Bottom(), rect.w, rect.Bottom() - place.Bottom()}, kDark);
  FillRect(frame, {rect.x, place.y, place.x - rect.x, place.h}, kDark);
  FillRect(frame, {place.Right(), place.y, rect.Right() - place.Right(), place.h}, kDark);
  frame.canvas.Picture(picture, place);
  Finish(frame, rect, radius, around);
  return place;
}

void DrawPhotoThumb(Frame& frame, const Rect& rect, const Photo& photo, Colour around) {
  if (!photo.small) {
    FillRounded(frame, rect, frame.theme.size.small_radius, frame.theme.colour.track);
    return DrawIcon(frame, rect, "photo_camera", rect.h * 0.4f, frame.theme.colour.icon);
  }
  frame.canvas.PushClip(rect);
  frame.canvas.Picture(photo.small, Fit(rect, *photo.small, true));
  frame.canvas.PopClip();
  Finish(frame, rect, frame.theme.size.small_radius, around);
}

}  // namespace studio
