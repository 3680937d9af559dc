#define ZX_USE_UTF8 1
#include "media/code_scan.h"

#include <ReadBarcode.h>
#if __has_include(<ReaderOptions.h>)
#include <ReaderOptions.h>
#else
#include <DecodeHints.h>
#endif

#include <algorithm>
#include <exception>

#include "media/picture_looks.h"

namespace studio {
namespace {

constexpr int kLargest = 1280;
constexpr int kHarderEvery = 8;
constexpr int kMostCodes = 4;  // two badges are too many already

constexpr int kDark = 40, kBright = 140;  // mean light; an office by day is at 90 and above
constexpr int kPicturesToTurn = 6;

#if __has_include(<ReaderOptions.h>)
// From 2.2 on; by itself it would describe the bytes of a code and look for inverted ones too.
ZXing::ReaderOptions PlainOptions() {
  return ZXing::ReaderOptions().setTextMode(ZXing::TextMode::Plain).setTryInvert(false);
}
#else
ZXing::DecodeHints PlainOptions() { return {}; }
#endif

void AddCodes(const GreyPicture& seen, ZXing::Binarizer binarizer, bool harder,
              std::vector<std::string>& texts) {
  auto options = PlainOptions();
  options.setFormats(ZXing::BarcodeFormat::QRCode)
      .setBinarizer(binarizer)
      .setTryHarder(harder)
      .setTryRotate(false)  // a QR code is found whichever way it lies
      .setTryDownscale(harder)
      .setMaxNumberOfSymbols(kMostCodes);
  try {
    const ZXing::ImageView view(seen.pixels, seen.width, seen.height, ZXing::ImageFormat::Lum,
                                seen.stride);
    for (const ZXing::Result& result : ZXing::ReadBarcodes(view, options)) {
      if (!result.isValid()) continue;
      std::string text = result.text();
      if (!text.empty() && std::find(texts.begin(), texts.end(), text) == texts.end())
        texts.push_back(std::move(text));
    }
  } catch (const std::exception&) {
    return;  // then this look found none
  }
}

}  // namespace

CodeScan::CodeScan() : looks_(std::make_unique<PictureLooks>()) {}
CodeScan::~CodeScan() = default;

std::vector<std::string> CodeScan::Read(const GreyPicture& picture) {
  using ZXing::Binarizer;
  const int turn = turn_++;
  const bool harder = turn % kHarderEvery == kHarderEvery - 1;
  const bool large = std::max(picture.width, picture.height) > kLargest;
  const GreyPicture& seen = large && !harder ? looks_->Halved(picture) : picture;
  const bool local = turn % 2 == 0;
  const Binarizer one = local ? Binarizer::LocalAverage : Binarizer::GlobalHistogram;
  const Binarizer other = local ? Binarizer::GlobalHistogram : Binarizer::LocalAverage;
  std::vector<std::string> texts;
  AddCodes(seen, one, harder, texts);
  if (texts.size() < 2) AddCodes(seen, other, harder, texts);
  if (texts.size() < 2) {
    const GreyPicture& small = large && harder ? looks_->Halved(picture) : seen;
    AddCodes(looks_->Inverted(small), Binarizer::LocalAverage, false, texts);
  }
  if (!texts.empty()) return texts;
  // Reaches of codes held near, far and between.
  constexpr int kReaches[] = {20, 34, 14};
  if (turn % kHarderEvery == 1) {
    if (const auto square = PictureLooks::BareCode(seen)) {
      AddCodes(looks_->Framed(seen, *square), Binarizer::LocalAverage, false, texts);
      if (!texts.empty()) return texts;
      if (const GreyPicture* flat = looks_->Flattened(seen, *square))
        AddCodes(*flat, Binarizer::LocalAverage, false, texts);
      return texts;
    }
  }
  switch (turn % 4) {
    case 1:
      AddCodes(looks_->Sharpened(seen), Binarizer::LocalAverage, false, texts);
      break;
    case 3:
      AddCodes(looks_->Halved(seen), Binarizer::LocalAverage, false, texts);
      break;
    default:
      AddCodes(looks_->Trimmed(seen, kReaches[turn / 2 % 3]), Binarizer::LocalAverage, false,
               texts);
  }
  return texts;
}

int MeanLight(const GreyPicture& picture) {
  std::int64_t sum = 0, count = 0;
  for (int y = 0; y < picture.height; y += 8) {
    const std::uint8_t* row = picture.pixels + std::ptrdiff_t{1} * y * picture.stride;
    for (int x = 0; x < picture.width; x += 8, ++count) sum += row[x];
  }
  return count == 0 ? 0 : static_cast<int>(sum / count);
}

bool Darkness::See(int mean_light) {
  const bool other = dark_ ? mean_light > kBright : mean_light < kDark;
  in_a_row_ = other ? in_a_row_ + 1 : 0;
  if (in_a_row_ < kPicturesToTurn) return false;
  in_a_row_ = 0;
  dark_ = !dark_;
  return true;
}

}  // namespace studio
