#include "ui/screens/request/request_added_row.h"

#include <algorithm>

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/photo_thumb.h"
#include "ui/words/room_strings.h"
#include "ui/words/strings.h"

namespace studio {
namespace {

// A sign that a tap takes the thing away.
void DrawCross(Frame& frame, const Rect& thing) {
  const Theme& theme = frame.theme;
  const float side = theme.Px(44);
  const Rect corner{thing.Right() - side, thing.y, side, side};
  FillCircle(frame, corner.CentreX(), corner.CentreY(), side / 2, theme.colour.red);
  DrawIcon(frame, corner, "close", side * 0.7f, theme.colour.on_red);
}

// Where the button for another photo stands otherwise.
void DrawNoPhotos(Frame& frame, Rect row) {
  const Theme& theme = frame.theme;
  const float icon = theme.Px(64);
  DrawIcon(frame, row.TakeLeft(icon, theme.Px(20)), "no_photography", icon, theme.colour.icon);
  TextStyle style = TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink);
  style.line_spacing = 1.3f;
  if (MeasureWrapped(frame, say::kNoRoomForPhotos, row.w, style) > row.h)
    style.size = theme.size.small;
  const float height = MeasureWrapped(frame, say::kNoRoomForPhotos, row.w, style);
  DrawWrapped(frame, row.Centred(row.w, height), say::kNoRoomForPhotos, style);
}

}  // namespace

bool RequestAddedRow::Draw(Frame& frame, Rect row, bool camera) {
  if (removing_ != Removing::kNothing) {
    DrawRemoving(frame, row);
    return false;
  }
  const Theme& theme = frame.theme;
  const float gap = theme.Px(16);
  if (flow_.voice()) {
    const std::string time = say::ClockOf(flow_.voice()->ref().length_ms);
    const Rect place = row.TakeLeft(PillWidth(frame, time, true) + theme.Px(24), gap);
    if (Chip(frame, place, time, {"mic"})) removing_ = Removing::kVoice;
    DrawCross(frame, place);
  }
  for (std::size_t i = 0; i < flow_.photos().size(); ++i) {
    const Rect thumb = row.TakeLeft(row.h, gap);
    const std::string label =
        say::Fill(say::kPhotoAdded, {{"n", say::Number(static_cast<std::int64_t>(i + 1))}});
    if (PressArea(frame, thumb, label).tapped) {
      removing_ = Removing::kPhoto;
      removing_photo_ = i;
    }
    DrawPhotoThumb(frame, thumb, flow_.photos()[i], theme.colour.paper);
    DrawCross(frame, thumb);
  }
  if (flow_.photos().size() >= kMaxPhotos) return false;
  if (!flow_.takes_photos()) {
    DrawNoPhotos(frame, row);
    return false;
  }
  const bool nothing = flow_.photos().empty() && !flow_.voice();
  const std::string_view label = nothing ? say::kPhotoTitle : say::kPhotoTake;
  const float wide = theme.size.button * (nothing ? 6.8f : 4.8f);
  return SecondaryButton(frame, row.TakeLeft(wide), label,
                         {camera ? "photo_camera" : "no_photography"});
}

void RequestAddedRow::DrawRemoving(Frame& frame, Rect row) {
  const Theme& theme = frame.theme;
  const bool photo = removing_ == Removing::kPhoto;
  const float width = theme.size.button * 2 + theme.Px(64);
  const Rect keep = row.TakeRight(width, theme.Px(16));
  const Rect remove = row.TakeRight(width, theme.Px(16));
  if (photo) {
    const Rect thumb = row.TakeLeft(row.h, theme.Px(20));
    DrawPhotoThumb(frame, thumb, flow_.photos()[removing_photo_], theme.colour.paper);
  }
  const std::string_view ask = photo ? say::kRemovePhoto : say::kRemoveVoice;
  TextStyle style = TextStyle::Of(theme.size.body, Weight::kBold);
  style.line_spacing = 1.3f;
  DrawWrapped(frame, row.Centred(row.w, MeasureWrapped(frame, ask, row.w, style)), ask, style);
  const bool yes = DangerButton(frame, remove, say::kRemoveYes);
  const bool no = SecondaryButton(frame, keep, say::kRemoveNo);
  if (yes && photo) flow_.RemovePhoto(removing_photo_);
  if (yes && !photo) voice_.Drop();
  if (yes || no) removing_ = Removing::kNothing;
}

}  // namespace studio
