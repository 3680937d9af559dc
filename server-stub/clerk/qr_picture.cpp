#include "server/clerk/qr_picture.h"

#include <BitMatrix.h>
#include <MultiFormatWriter.h>
#include <stb_image_write.h>

namespace county {

using studio::ErrorKind;
using studio::Fail;

namespace {

constexpr int kPixelsAModule = 8;
constexpr int kQuietModules = 4;
constexpr int kCorrectionQ = 6;  // of ZXing's 1 to 8, two for each of L, M, Q, H

}  // namespace

Result<void> WriteQrPicture(const std::filesystem::path& file, const std::string& text) try {
  const ZXing::BitMatrix modules = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
                                       .setMargin(kQuietModules)
                                       .setEccLevel(kCorrectionQ)
                                       .encode(text, 0, 0);
  const int side = modules.width() * kPixelsAModule;
  Bytes pixels;
  pixels.reserve(static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      pixels.push_back(modules.get(x / kPixelsAModule, y / kPixelsAModule) ? 0 : 255);
    }
  }
  Bytes png;
  const auto append = [](void* out, void* data, int size) {
    const auto* bytes = static_cast<const std::uint8_t*>(data);
    static_cast<Bytes*>(out)->insert(static_cast<Bytes*>(out)->end(), bytes, bytes + size);
  };
  if (stbi_write_png_to_func(append, &png, side, side, 1, pixels.data(), side) == 0) {
    return Fail(ErrorKind::kStorage, file.string() + ": the picture could not be made");
  }
  return WriteFile(file, png, FileMode::kPrivate);
} catch (const std::invalid_argument& error) {
  return Fail(ErrorKind::kInvalid, std::string("no QR code of it: ") + error.what());
}

}  // namespace county
