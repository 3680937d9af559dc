#include "server/intake/clean_picture.h"

#include <stb_image.h>
#include <stb_image_write.h>

#include <algorithm>
#include <memory>
#include <string>

#include "shared/base/picture_turn.h"
#include "shared/feed/public_entities.h"

namespace county {

using studio::ErrorKind;
using studio::Fail;

namespace {

constexpr int kQualities[] = {90, 80, 70};

studio::Error TooLarge() {
  return {ErrorKind::kInvalid, "a picture has at most " +
                                   std::to_string(studio::kMaxPictureBytes / 1024) + " KiB and " +
                                   std::to_string(studio::kMaxPictureSide) + " pixels a side"};
}

}  // namespace

Result<Bytes> CleanPicture(ByteView jpeg) {
  const auto size = static_cast<int>(jpeg.size());
  int width = 0, height = 0, channels = 0;
  const bool is_jpeg = jpeg.size() > 2 && jpeg[0] == 0xff && jpeg[1] == 0xd8;
  if (!is_jpeg || !stbi_info_from_memory(jpeg.data(), size, &width, &height, &channels)) {
    return Fail(ErrorKind::kInvalid, "not a JPEG file");
  }
  if (std::max(width, height) > studio::kMaxPictureSide) return tl::unexpected(TooLarge());
  constexpr int kColours = 3;
  const std::unique_ptr<stbi_uc, decltype(&stbi_image_free)> read(
      stbi_load_from_memory(jpeg.data(), size, &width, &height, &channels, kColours),
      &stbi_image_free);
  if (!read) return Fail(ErrorKind::kInvalid, "not a JPEG file");
  studio::Pixels pixels{width, height, kColours, {}};
  const std::size_t count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
  pixels.bytes.assign(read.get(), read.get() + count * kColours);
  pixels = studio::Upright(std::move(pixels), studio::OrientationOf(jpeg));
  for (const int quality : kQualities) {
    Bytes clean;
    const auto append = [](void* out, void* data, int more) {
      const auto* bytes = static_cast<const std::uint8_t*>(data);
      static_cast<Bytes*>(out)->insert(static_cast<Bytes*>(out)->end(), bytes, bytes + more);
    };
    stbi_write_jpg_to_func(append, &clean, pixels.width, pixels.height, kColours,
                           pixels.bytes.data(), quality);
    if (!clean.empty() && clean.size() <= studio::kMaxPictureBytes) return clean;
  }
  return tl::unexpected(TooLarge());
}

}  // namespace county
