#include "ui/screens/photo_screen.h"

#include "ui/screens/page_pieces.h"
#include "ui/screens/photo_thumb.h"
#include "ui/screens/round_button.h"
#include "ui/strings.h"
#include "ui/widgets.h"

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
  if (!watching_ || trouble_ == MediaTrouble::kAbsent) return say::kPhotoAbsent;
  if (trouble_) return say::kPhotoLost;
  if (failed_ == ErrorKind::kStorage) return say::kPhotoNotSaved;
  if (failed_) return say::kPhotoNotTaken;
  return {};
}

void PhotoScreen::Draw(Frame& frame) {
  Rect area = frame.area;
  if (Header(frame, area, say::kPhotoTitle)) return parts_.navigator.Pop();
  if (state_ == State::kTaken) return DrawTaken(frame, area);
  DrawLive(frame, area);
}

Rect PhotoScreen::TakePicture(const Frame& frame, Rect& area) const {
  const Theme& theme = frame.theme;
  if (frame.wide) return area.TakeLeft(area.w * 0.62f, theme.Px(44));
  return area.TakeTop(area.w * 0.75f, theme.size.gap);
}

void PhotoScreen::DrawLive(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  Rect footer = TakeFooter(frame, area);
  if (SecondaryButton(frame, footer, say::kBack)) return parts_.navigator.Pop();
  if (!frame.wide) Question(frame, area, say::kPhotoAsk, say::kPhotoAskHint);
  area = area.Inset(theme.size.margin, frame.wide ? theme.Px(24) : 0);
  const Rect sheet = TakePicture(frame, area);
  if (frame.wide) Question(frame, area, say::kPhotoAsk, say::kPhotoAskHint);
  Watch(sheet);
  DrawPictureSheet(frame, sheet, seen_, theme.colour.paper);
  const std::string_view trouble = Trouble();
  if (!seen_) {
    const bool opening = trouble.empty();
    DrawIcon(frame, sheet, opening ? "photo_camera" : "videocam_off", theme.Px(140),
             Colour::Hex(0xE6D9BF));
    if (opening)
      DrawText(
          frame, Rect(sheet).TakeBottom(theme.size.body * 3), say::kPhotoOpening,
          TextStyle::Of(theme.size.body, Weight::kRegular, Colour::Hex(0xFFFFFF), Align::kCentre));
  }
  if (!trouble.empty())
    DrawProblem(frame, area.TakeTop(theme.size.body * 2.6f + theme.Px(16), theme.Px(16)), trouble);
  const bool taking = state_ == State::kTaking;
  const bool ready = seen_ && !taking;
  if (RoundButton(frame, area, taking ? say::kPhotoTaking : say::kPhotoTake, "photo_camera", ready))
    Take();
}

void PhotoScreen::DrawTaken(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const auto buttons = TakeFooter(frame, area).SplitColumns(2, theme.size.gap);
  if (SecondaryButton(frame, buttons[0], say::kPhotoAgain, {"replay"})) {
    state_ = State::kLooking;
    taken_ = {};
    return;
  }
  if (PrimaryButton(frame, buttons[1], say::kPhotoUse, {"check"})) {
    use_(std::move(taken_));
    taken_ = {};
    return parts_.navigator.Pop();
  }
  Question(frame, area, say::kPhotoCheck, say::kPhotoCheckHint);
  area = area.Inset(theme.size.margin, theme.Px(16));
  DrawPictureSheet(frame, area, taken_.small, theme.colour.paper);
}

}  // namespace studio
