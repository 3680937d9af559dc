#include "shared/base/picture_turn.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace studio {
namespace {

constexpr std::uint8_t kExifSegment = 0xE1, kScan = 0xDA;
constexpr std::string_view kExifHead("Exif\0\0", 6);
constexpr unsigned kOrientationTag = 0x0112, kShort = 3;

// The TIFF structure inside: numbers in either order of bytes, nullopt beyond the end.
class Tiff {
 public:
  explicit Tiff(ByteView bytes) : bytes_(bytes), little_(bytes.size() > 1 && bytes[0] == 'I') {}

  std::optional<unsigned> Number(std::size_t at, std::size_t size) const {
    if (at > bytes_.size() || size > bytes_.size() - at) return std::nullopt;
    unsigned value = 0;
    for (std::size_t i = 0; i < size; ++i)
      value = value << 8 | bytes_[at + (little_ ? size - 1 - i : i)];
    return value;
  }

 private:
  ByteView bytes_;
  bool little_;
};

int OrientationIn(ByteView exif) {
  const Tiff tiff(exif);
  const auto directory = tiff.Number(4, 4);
  if (!directory) return 1;
  const auto count = tiff.Number(*directory, 2);
  for (std::size_t i = 0; i < count.value_or(0); ++i) {
    const std::size_t at = std::size_t{*directory} + 2 + 12 * i;
    if (tiff.Number(at, 2) != kOrientationTag) continue;
    const auto value = tiff.Number(at + 8, 2);
    const bool good = tiff.Number(at + 2, 2) == kShort && value && *value >= 1 && *value <= 8;
    return good ? static_cast<int>(*value) : 1;
  }
  return 1;
}

}  // namespace

int OrientationOf(ByteView jpeg) {
  // Segments of a marker and a length, up to the picture itself.
  for (std::size_t at = 2; at + 4 <= jpeg.size() && jpeg[at] == 0xFF;) {
    const std::uint8_t marker = jpeg[at + 1];
    if (marker == 0xFF) {
      ++at;
      continue;
    }
    const std::size_t length = std::size_t{jpeg[at + 2]} << 8 | jpeg[at + 3];
    if (marker == kScan || length < 2 || at + 2 + length > jpeg.size()) return 1;
    const ByteView body = jpeg.subspan(at + 4, length - 2);
    if (marker == kExifSegment && body.size() > kExifHead.size() &&
        AsText(body.first(kExifHead.size())) == kExifHead) {
      return OrientationIn(body.subspan(kExifHead.size()));
    }
    at += 2 + length;
  }
  return 1;
}

Pixels Upright(Pixels picture, int orientation) {
  if (orientation <= 1 || orientation > 8) return picture;
  // From 5 on rows and columns change places.
  const bool across = orientation >= 5;
  const bool flip_x = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
  const bool flip_y = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  Pixels out{across ? picture.height : picture.width,
             across ? picture.width : picture.height,
             picture.channels,
             {}};
  out.bytes.reserve(picture.bytes.size());
  for (int y = 0; y < out.height; ++y) {
    for (int x = 0; x < out.width; ++x) {
      int column = across ? y : x, row = across ? x : y;
      if (flip_x) column = picture.width - 1 - column;
      if (flip_y) row = picture.height - 1 - row;
      const std::size_t from =
          (static_cast<std::size_t>(row) * static_cast<std::size_t>(picture.width) +
           static_cast<std::size_t>(column)) *
          static_cast<std::size_t>(picture.channels);
      for (int c = 0; c < picture.channels; ++c)
        out.bytes.push_back(picture.bytes[from + static_cast<std::size_t>(c)]);
    }
  }
  return out;
}

Pixels Shrunk(Pixels picture, int longest_side) {
  const int longest = std::max(picture.width, picture.height);
  if (longest <= longest_side) return picture;
  const auto shorter = [&](int side) {
    return std::max(1, static_cast<int>(std::int64_t{side} * longest_side / longest));
  };
  Pixels out{shorter(picture.width), shorter(picture.height), picture.channels, {}};
  const auto size = [](int number) { return static_cast<std::size_t>(number); };
  out.bytes.reserve(size(out.width) * size(out.height) * size(out.channels));
  for (int y = 0; y < out.height; ++y) {
    const int top = y * picture.height / out.height, bottom = (y + 1) * picture.height / out.height;
    for (int x = 0; x < out.width; ++x) {
      const int left = x * picture.width / out.width, right = (x + 1) * picture.width / out.width;
      const int pixels = (bottom - top) * (right - left);
      for (int c = 0; c < out.channels; ++c) {
        int sum = pixels / 2;
        for (int row = top; row < bottom; ++row) {
          for (int column = left; column < right; ++column) {
            sum += picture.bytes[(size(row) * size(picture.width) + size(column)) *
                                     size(picture.channels) +
                                 size(c)];
          }
        }
        out.bytes.push_back(static_cast<std::uint8_t>(sum / pixels));
      }
    }
  }
  return out;
}

}  // namespace studio
