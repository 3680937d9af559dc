#include "ui/screens/adding/added_row.h"

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

AddedRow::Tap AddedRow::Draw(Frame& frame, Rect row, const AddedThings& things, const Room& room) {
  const std::vector<Photo>& photos = things.photos();
  const bool asks_for_gone = removing_ == Removing::kPhoto && photo_ >= photos.size();
  if (asks_for_gone || (removing_ == Removing::kVoice && !things.voice()))
    removing_ = Removing::kNothing;
  if (removing_ != Removing::kNothing) return DrawRemoving(frame, row, things);
  const Theme& theme = frame.theme;
  const float gap = theme.Px(16);
  if (things.voice()) {
    const std::string time = say::ClockOf(things.voice()->ref().length_ms);
    const Rect place = row.TakeLeft(PillWidth(frame, time, true) + theme.Px(24), gap);
    if (Chip(frame, place, time, {"mic"})) removing_ = Removing::kVoice;
    DrawCross(frame, place);
  }
  for (std::size_t i = 0; i < photos.size(); ++i) {
    const Rect thumb = row.TakeLeft(row.h, gap);
    const std::string label =
        say::Fill(say::kPhotoAdded, {{"n", say::Number(static_cast<std::int64_t>(i + 1))}});
    if (PressArea(frame, thumb, label).tapped) {
      removing_ = Removing::kPhoto;
      photo_ = i;
    }
    DrawPhotoThumb(frame, thumb, photos[i], theme.colour.paper);
    DrawCross(frame, thumb);
  }
  if (photos.size() >= kMaxPhotos) return Tap::kNone;
  if (!room.takes_photos) {
    DrawNoPhotos(frame, row);
    return Tap::kNone;
  }
  const std::string_view label = things.Any() ? say::kPhotoTake : say::kPhotoTitle;
  const float wide = theme.size.button * (things.Any() ? 4.8f : 6.8f);
  const bool another = SecondaryButton(frame, row.TakeLeft(wide), label,
                                       {room.camera ? "photo_camera" : "no_photography"});
  return another ? Tap::kAnotherPhoto : Tap::kNone;
}

AddedRow::Tap AddedRow::DrawRemoving(Frame& frame, Rect row, const AddedThings& things) {
  const Theme& theme = frame.theme;
  const bool photo = removing_ == Removing::kPhoto;
  const float width = theme.size.button * 2 + theme.Px(64);
  const Rect keep = row.TakeRight(width, theme.Px(16));
  const Rect remove = row.TakeRight(width, theme.Px(16));
  if (photo) {
    const Rect thumb = row.TakeLeft(row.h, theme.Px(20));
    DrawPhotoThumb(frame, thumb, things.photos()[photo_], theme.colour.paper);
  }
  const std::string_view ask = photo ? say::kRemovePhoto : say::kRemoveVoice;
  TextStyle style = TextStyle::Of(theme.size.body, Weight::kBold);
  style.line_spacing = 1.3f;
  DrawWrapped(frame, row.Centred(row.w, MeasureWrapped(frame, ask, row.w, style)), ask, style);
  const bool yes = DangerButton(frame, remove, say::kRemoveYes);
  const bool no = SecondaryButton(frame, keep, say::kRemoveNo);
  if (yes || no) removing_ = Removing::kNothing;
  if (!yes) return Tap::kNone;
  return photo ? Tap::kDropPhoto : Tap::kDropVoice;
}

}  // namespace studio
