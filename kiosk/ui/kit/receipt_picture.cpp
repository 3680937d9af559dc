#include "ui/kit/receipt_picture.h"

#include <algorithm>
#include <cmath>

#include "shared/base/utf8.h"
#include "ui/kit/qr.h"
#include "ui/kit/text_layout.h"

namespace studio {
namespace {

constexpr int kMargin = 8;
constexpr std::uint8_t kInkFrom = 110;  // of 255: thin strokes must burn

struct SlipType {
  int pixels;
  Weight weight = Weight::kRegular;
  bool centred = false;
};

// Grows downwards as it is written.
class SlipPaper {
 public:
  explicit SlipPaper(Fonts& fonts) : fonts_(fonts), picture_(kSlipWidth, 2400) {}

  void Write(const std::string& text, SlipType type) {
    if (text.empty()) return;
    constexpr float kRoom = kSlipWidth - 2 * kMargin;
    const int height = type.pixels * 14 / 10;
    for (const TextLine& line :
         BreakLines(fonts_, type.weight, type.pixels, text, kRoom, kMaxLines)) {
      if (y_ + height > picture_.height) return;
      float pen = type.centred ? (kSlipWidth - line.width) / 2 : kMargin;
      const int base = y_ + height / 2 +
                       static_cast<int>(kBaselineBelowMiddle * static_cast<float>(type.pixels));
      char32_t before = 0;
      for (std::size_t at = line.begin; at < line.end;) {
        const char32_t code = NextCodePoint(text, at);
        pen -= Squeeze(type.pixels, before, code);
        pen += Put(code, type, static_cast<int>(std::lround(pen)), base);
        before = code;
      }
      if (line.cut) Put(kEllipsis, type, static_cast<int>(std::lround(pen)), base);
      y_ += height;
    }
  }

  void Space(int dots) { y_ += dots; }

  void Rule() {
    Space(8);
    for (int x = kMargin; x < kSlipWidth - kMargin; ++x)
      if (x / 6 % 2 == 0)
        for (int i = 0; i < 2; ++i) Ink(x, y_ + i);
    Space(10);
  }

  void Code(const std::string& content) {
    const QrModules modules = MakeQr(content);
    if (modules.side == 0) return;
    const int module = std::min(8, (kSlipWidth - 2 * kMargin) / (modules.side + 2 * kQrQuietZone));
    const int left = (kSlipWidth - module * modules.side) / 2;
    y_ += module * kQrQuietZone;
    for (int y = 0; y < modules.side * module; ++y)
      for (int x = 0; x < modules.side * module; ++x)
        if (modules.Dark(x / module, y / module)) Ink(left + x, y_ + y);
    y_ += module * (modules.side + kQrQuietZone);
  }

  BitPicture Finish() {
    picture_.height = std::min(y_, picture_.height);
    picture_.rows.resize(static_cast<std::size_t>(picture_.RowBytes() * picture_.height));
    return std::move(picture_);
  }

 private:
  static constexpr int kMaxLines = 6;

  void Ink(int x, int y) {
    if (x >= 0 && x < picture_.width && y >= 0 && y < picture_.height) picture_.SetInk(x, y);
  }

  float Put(char32_t written, const SlipType& type, int x, int base) {
    const char32_t code = ShownAs(fonts_, type.weight, written);
    if (code == 0) return 0;
    const FaceId face = FaceOf(type.weight);
    const std::uint32_t glyph = fonts_.GlyphOf(face, code);
    const GlyphBitmap bitmap = glyph == 0 ? MissingBox(fonts_, type.pixels, code)
                                          : fonts_.Rasterise(face, type.pixels, glyph);
    for (int row = 0; row < bitmap.height; ++row)
      for (int column = 0; column < bitmap.width; ++column)
        if (bitmap.coverage[static_cast<std::size_t>(row * bitmap.width + column)] >= kInkFrom)
          Ink(x + bitmap.left + column, base - bitmap.top + row);
    return AdvanceOf(fonts_, type.weight, type.pixels, code);
  }

  Fonts& fonts_;
  BitPicture picture_;
  int y_ = 0;
};

}  // namespace

Result<BitPicture> DrawSlip(const SlipWords& words, const FontFiles& files) {
  auto fonts = Fonts::Open(files);
  if (!fonts) return tl::unexpected(fonts.error());
  SlipPaper slip(**fonts);
  slip.Space(8);
  slip.Write(words.title, {34, Weight::kBold, true});
  slip.Write(words.subtitle, {28, Weight::kRegular, true});
  slip.Rule();
  if (!words.number.empty()) {
    slip.Write(words.number_label, {26});
    slip.Write(words.number, {52, Weight::kBold});
    slip.Write(words.code_label, {26});
    slip.Write(words.code, {52, Weight::kBold});
    slip.Code(words.qr);
    slip.Rule();
  }
  slip.Write(words.date, {26});
  for (const std::string& hint : words.hints) slip.Write(hint, {26});
  slip.Space(16);
  return slip.Finish();
}

}  // namespace studio
