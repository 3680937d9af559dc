#include "terminal/jpeg_picture.h"

#include <stb_image.h>

#include <memory>

#include "shared/base/picture_turn.h"
#include "shared/feed/public_entities.h"

namespace studio {

PicturePtr PictureFromJpeg(const Bytes& jpeg) {
  const auto size = static_cast<int>(jpeg.size());
  int width = 0, height = 0, channels = 0;
  if (!stbi_info_from_memory(jpeg.data(), size, &width, &height, &channels)) return nullptr;
  if (width > kMaxPictureSide || height > kMaxPictureSide) return nullptr;
  const std::unique_ptr<stbi_uc, decltype(&stbi_image_free)> pixels(
      stbi_load_from_memory(jpeg.data(), size, &width, &height, &channels, 4), &stbi_image_free);
  if (!pixels) return nullptr;
  Pixels read{width, height, 4, {}};
  read.bytes.assign(pixels.get(), pixels.get() + std::size_t(width) * std::size_t(height) * 4);
  read = Shrunk(Upright(std::move(read), OrientationOf(jpeg)), kShownPictureSide);
  auto picture = std::make_shared<ColourPicture>();
  picture->width = read.width;
  picture->height = read.height;
  picture->pixels = std::move(read.bytes);
  return picture;
}

}  // namespace studio
