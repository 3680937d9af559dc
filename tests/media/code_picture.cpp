#define ZX_USE_UTF8 1
#include "code_picture.h"

#include <BitMatrix.h>
#include <MultiFormatWriter.h>

#include <cmath>
#include <fstream>
#include <numbers>
#include <stdexcept>

#include "media/gst_objects.h"

namespace studio {
namespace {

constexpr int kQuietZone = 4;

void RunPipeline(const std::string& description) {
  auto pipeline = MakePipeline(description);
  if (!pipeline) throw std::runtime_error(pipeline.error().detail);
  gst_element_set_state(pipeline->get(), GST_STATE_PLAYING);
  GstBus* bus = gst_element_get_bus(pipeline->get());
  gst_message_unref(gst_bus_timed_pop_filtered(
      bus, GST_CLOCK_TIME_NONE, static_cast<GstMessageType>(GST_MESSAGE_EOS | GST_MESSAGE_ERROR)));
  gst_object_unref(bus);
  StopPipeline(pipeline->get());
}

}  // namespace

CodePicture::CodePicture(int width, int height, int paper)
    : width_(width),
      height_(height),
      pixels_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height),
              static_cast<std::uint8_t>(paper)) {}

CodePicture& CodePicture::Put(const std::string& text, int x, int y, double module, double degrees,
                              int white, int black) {
  const ZXing::BitMatrix code = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
                                    .setEncoding(ZXing::CharacterSet::UTF8)
                                    .setMargin(kQuietZone)
                                    .encode(text, 0, 0);
  const double turn = degrees * std::numbers::pi / 180;
  const double middle = code.width() / 2.0;
  for (int row = 0; row < height_; ++row) {
    for (int column = 0; column < width_; ++column) {
      const double dx = (column + 0.5 - x) / module, dy = (row + 0.5 - y) / module;
      const double u = std::floor(dx * std::cos(turn) + dy * std::sin(turn) + middle);
      const double v = std::floor(-dx * std::sin(turn) + dy * std::cos(turn) + middle);
      if (u < 0 || v < 0 || u >= code.width() || v >= code.height()) continue;
      const bool dark = code.get(static_cast<int>(u), static_cast<int>(v));
      pixels_[static_cast<std::size_t>(row * width_ + column)] =
          static_cast<std::uint8_t>(dark ? black : white);
    }
  }
  return *this;
}

void CodePicture::Save(const std::filesystem::path& path) const {
  const std::string raw = path.string() + ".grey";
  std::ofstream(raw, std::ios::binary)
      .write(reinterpret_cast<const char*>(pixels_.data()),
             static_cast<std::streamsize>(pixels_.size()));
  RunPipeline("filesrc location=" + raw + " blocksize=" + std::to_string(pixels_.size()) +
              " ! rawvideoparse format=gray8 width=" + std::to_string(width_) +
              " height=" + std::to_string(height_) +
              " ! videoconvert ! pngenc ! filesink location=" + path.string());
  std::filesystem::remove(raw);
}

}  // namespace studio
