#include "ui/screens/keys/code_camera.h"

#include <algorithm>
#include <utility>

#include "ui/kit/canvas.h"
#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/widgets.h"
#include "ui/words/strings.h"

namespace studio {
namespace {

constexpr Colour kDarkSheet = Colour::Hex(0x3B332B);
constexpr std::int64_t kLookAgainMs = 1000;
constexpr Colour kWhite = Colour::Hex(0xFFFFFF);

}  // namespace

CodeCamera::CodeCamera(const WaysOfSaying& ways, OnCodes on_codes)
    : ways_(ways), on_codes_(std::move(on_codes)) {}

CodeCamera::~CodeCamera() { Stop(); }

void CodeCamera::Watch(const Rect& room) {
  Camera* camera = ways_.camera;
  if (watching_ || camera == nullptr || !camera->Present()) return;
  watching_ = true;
  trouble_.reset();
  Camera::Listener listener;
  // The picture fills the sheet, whatever its shape.
  listener.height = static_cast<int>(std::max(room.h, room.w * 9 / 16));
  listener.width = listener.height * 16 / 9;
  listener.on_frame =
      visit_.Guard<PicturePtr>([this](PicturePtr picture) { seen_ = std::move(picture); });
  listener.on_trouble =
      visit_.Guard<std::optional<MediaTrouble>>([this](std::optional<MediaTrouble> trouble) {
        trouble_ = trouble;
        if (trouble) seen_.reset();
      });
  listener.on_codes = visit_.Guard<std::vector<std::string>>(
      [this](const std::vector<std::string>& codes) { on_codes_(codes); });
  listener.on_dark = visit_.Guard<bool>([this](bool dark) { dark_ = dark; });
  camera->Watch(std::move(listener));
}

void CodeCamera::Stop() {
  if (watching_) ways_.camera->Unwatch();
  watching_ = dark_ = false;
  seen_.reset();
}

bool CodeCamera::Sees() const {
  return ways_.camera != nullptr && ways_.camera->Present() && !trouble_;
}

void CodeCamera::DrawLamp(Frame& frame) const {
  if (dark_ && watching_) FillRect(frame, frame.area, kWhite);
}

void CodeCamera::Draw(Frame& frame, Rect area, const Words& words) {
  const Theme& theme = frame.theme;
  if (frame.wide) {
    area.TakeTop(theme.Px(20));
    Rect sheet = area.Inset(theme.size.margin, 0);
    sheet = sheet.TakeLeft(sheet.w * 0.56f, theme.size.gap);
    area = {sheet.Right(), area.y, area.Right() - sheet.Right(), area.h};
    // A small picture leaves more of the screen white.
    DrawSheet(frame, dark_ ? sheet.Centred(sheet.w * 0.6f, sheet.h * 0.6f) : sheet);
  }
  const bool sees = Sees();
  const std::string_view hint = !sees ? words.scan_hint : dark_ ? say::kTooDark : words.show_hint;
  Question(frame, area, sees ? words.show : words.scan, hint);
  if (frame.wide) return;
  Rect sheet = area.Inset(theme.size.margin, 0);
  if (dark_) sheet = sheet.Centred(sheet.w * 0.6f, sheet.w * 0.6f);
  DrawSheet(frame, sheet.TakeTop(std::min(sheet.h, theme.Px(1060))));
}

void CodeCamera::DrawSheet(Frame& frame, const Rect& sheet) {
  Watch(sheet);
  // One that is plugged in now is used without a touch.
  if (!watching_ && ways_.camera != nullptr)
    frame.RequestRedrawAt(frame.now.monotonic_ms + kLookAgainMs);
  if (Sees()) {
    DrawSeen(frame, sheet);
  } else {
    DrawScannerOnly(frame, sheet);
  }
}

void CodeCamera::DrawScannerOnly(Frame& frame, const Rect& sheet) const {
  const Theme& theme = frame.theme;
  const std::string_view why =
      trouble_ == MediaTrouble::kLost ? say::kLostCameraScan : say::kNoCameraScan;
  DrawCard(frame, sheet);
  TextStyle words =
      TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink, Align::kCentre);
  const float icon = theme.Px(280);
  const float height = MeasureWrapped(frame, why, sheet.w - 2 * theme.size.pad, words);
  Rect inside = sheet.Centred(sheet.w - 2 * theme.size.pad, icon + theme.Px(30) + height);
  DrawIcon(frame, inside.TakeTop(icon, theme.Px(30)), "qr_code_scanner", icon, theme.colour.jade);
  DrawWrapped(frame, inside, why, words);
}

void CodeCamera::DrawSeen(Frame& frame, const Rect& sheet) const {
  const Theme& theme = frame.theme;
  const Colour around = dark_ ? kWhite : theme.colour.paper;
  FillRect(frame, sheet, kDarkSheet);
  if (seen_) {
    const auto width = static_cast<float>(seen_->width), height = static_cast<float>(seen_->height);
    const float scale = std::max(sheet.w / width, sheet.h / height);
    frame.canvas.PushClip(sheet);
    frame.canvas.Picture(seen_, sheet.Centred(width * scale, height * scale));
    frame.canvas.PopClip();
  } else {
    DrawText(frame, sheet, say::kPhotoOpening,
             TextStyle::Of(theme.size.body, Weight::kRegular, kWhite, Align::kCentre));
  }
  CutCorners(frame, sheet, theme.size.radius, around);
  if (!seen_) return;
  const float side = std::min(sheet.w, sheet.h) * 0.66f;
  const Rect square = sheet.Centred(side, side);
  // Seen on any ground: white within a darker line.
  OutlineRounded(frame, square.Grown(theme.Px(3)), theme.Px(44), theme.Px(16), kDarkSheet);
  OutlineRounded(frame, square, theme.Px(40), theme.Px(10), kWhite);
}

}  // namespace studio
