#include "ui/screens/adding/photo_screen.h"

#include <algorithm>
#include <utility>

#include "shared/bodies/reader_words.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/photo_thumb.h"
#include "ui/screens/parts/round_button.h"
#include "ui/words/room_strings.h"
#include "ui/words/strings.h"

namespace studio {

PhotoScreen::~PhotoScreen() { Unwatch(); }

void PhotoScreen::Watch(const Rect& room) {
  if (watching_ || parts_.ways.camera == nullptr || !parts_.ways.camera->Present()) return;
  watching_ = true;
  Camera::Listener listener;
  listener.width = static_cast<int>(room.w);
  listener.height = static_cast<int>(room.h);
  listener.on_frame =
      visit_.Guard<PicturePtr>([this](PicturePtr picture) { seen_ = std::move(picture); });
  listener.on_trouble =
      visit_.Guard<std::optional<MediaTrouble>>([this](std::optional<MediaTrouble> trouble) {
        trouble_ = trouble;
        if (trouble) seen_.reset();
      });
  parts_.ways.camera->Watch(std::move(listener));
}

void PhotoScreen::Unwatch() {
  if (watching_) parts_.ways.camera->Unwatch();
  watching_ = false;
  seen_.reset();
}

void PhotoScreen::Take() {
  state_ = State::kTaking;
  failed_.reset();
  parts_.ways.camera->TakePhoto(
      visit_.Guard<Result<Photo>>([this](Result<Photo> photo) { OnTaken(std::move(photo)); }));
}

void PhotoScreen::OnTaken(Result<Photo> photo) {
  if (!photo) {
    state_ = State::kLooking;
    failed_ = photo.error().kind;
    return;
  }
  state_ = State::kTaken;
  taken_ = std::move(*photo);
  Unwatch();
}

std::string_view PhotoScreen::Trouble() const {
  const Camera* camera = parts_.ways.camera;
  const bool there = camera != nullptr && camera->Present();
  if (!there || trouble_ == MediaTrouble::kAbsent) return say::kPhotoAbsent;
  if (trouble_) return say::kPhotoLost;
  if (failed_ == ErrorKind::kStorage) return say::kPhotoNotSaved;
  if (NoRoom()) return say::kNoRoomForPhotos;
  if (failed_) return say::kPhotoNotTaken;
  return {};
}

bool PhotoScreen::NoRoom() const { return ShortageOf(parts_.state.storage) >= Shortage::kNoPhotos; }

void PhotoScreen::Draw(Frame& frame) {
  Rect area = frame.area;
  if (Header(frame, area, say::kPhotoTitle)) return parts_.navigator.Pop();
  if (state_ == State::kTaken) return DrawTaken(frame, area);
  DrawLive(frame, area);
}

// Upright the picture lies under the question and the buttons along the foot; lying it has the left
// side to itself.
PhotoScreen::Places PhotoScreen::PlacesIn(const Frame& frame, Rect area, int buttons) const {
  const Theme& theme = frame.theme;
  Places places;
  if (!frame.wide) {
    places.buttons = TakeFooter(frame, area).SplitColumns(buttons, theme.size.gap);
    places.words = area;
    return places;
  }
  area = area.Inset(theme.size.margin, theme.size.gap);
  places.picture = area.TakeLeft(area.w * 0.64f, theme.size.gap);
  const float height = theme.size.button_height, gap = theme.size.gap;
  const float all = static_cast<float>(buttons) * (height + gap) - gap;
  places.buttons = area.TakeBottom(all, gap).SplitRows(buttons, gap);
  places.words = area;
  return places;
}

void PhotoScreen::DrawLive(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  Places places = PlacesIn(frame, area, 1);
  if (SecondaryButton(frame, places.buttons[0], say::kBack)) return parts_.navigator.Pop();
  const std::string_view trouble = Trouble();
  Rect& words = places.words;
  Question(frame, words, say::kPhotoAsk, trouble.empty() ? say::kPhotoAskHint : "");
  if (!frame.wide) {
    words = words.Inset(theme.size.margin, 0);
    places.picture = words.TakeTop(words.w * 0.75f, theme.size.gap);
  }
  Watch(places.picture);
  DrawSeen(frame, places.picture);
  if (!trouble.empty()) DrawTrouble(frame, words, trouble);
  const bool taking = state_ == State::kTaking;
  if (RoundButton(frame, words, taking ? say::kPhotoTaking : say::kPhotoTake, "photo_camera",
                  seen_ && !taking && !NoRoom()))
    Take();
}

void PhotoScreen::DrawSeen(Frame& frame, const Rect& sheet) {
  const Theme& theme = frame.theme;
  DrawPictureSheet(frame, sheet, seen_, theme.colour.paper);
  if (seen_) return;
  const bool opening = watching_ && !trouble_;
  DrawIcon(frame, sheet, opening ? "photo_camera" : "videocam_off", theme.Px(140),
           Colour::Hex(0xE6D9BF));
  if (opening)
    DrawText(
        frame, Rect(sheet).TakeBottom(theme.size.body * 3), say::kPhotoOpening,
        TextStyle::Of(theme.size.body, Weight::kRegular, Colour::Hex(0xFFFFFF), Align::kCentre));
}

void PhotoScreen::DrawTrouble(Frame& frame, Rect& area, std::string_view words) const {
  const Theme& theme = frame.theme;
  TextStyle style = TextStyle::Of(theme.size.body, Weight::kBold);
  style.line_spacing = 1.3f;
  // As wide as DrawProblem has it.
  const float height = MeasureWrapped(frame, words, area.w - theme.Px(142), style);
  DrawProblem(frame, area.TakeTop(height + theme.Px(32), theme.Px(16)), words);
}

void PhotoScreen::DrawTaken(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  Places places = PlacesIn(frame, area, 2);
  if (SecondaryButton(frame, places.buttons[0], say::kPhotoAgain, {"replay", !NoRoom()})) {
    state_ = State::kLooking;
    taken_ = {};
    return;
  }
  if (PrimaryButton(frame, places.buttons[1], say::kPhotoUse, {"check"})) {
    use_(std::exchange(taken_, {}));
    return parts_.navigator.Pop();
  }
  Question(frame, places.words, say::kPhotoCheck,
           WhoSeesPhotos(for_what_, say::CountyName(*parts_.state.station)));
  if (!frame.wide) places.picture = places.words.Inset(theme.size.margin, theme.Px(16));
  if (!taken_.small) return;
  // The picture alone, without a sheet around it.
  const auto width = static_cast<float>(taken_.small->width);
  const auto height = static_cast<float>(taken_.small->height);
  const float fit = std::min(places.picture.w / width, places.picture.h / height);
  DrawPictureSheet(frame, places.picture.Centred(width * fit, height * fit), taken_.small,
                   theme.colour.paper);
}

}  // namespace studio
