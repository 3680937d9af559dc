#include "terminal/picture_book.h"

#include <stb_image.h>

#include <algorithm>

#include "shared/base/picture_turn.h"
#include "shared/feed/public_entities.h"

namespace studio {
namespace {

// Together at most 12 * 1080 * 1080 * 4 bytes, 53 MiB; a page shows a few.
constexpr std::size_t kKept = 12;
constexpr int kLongestSide = 1080;  // as wide as the screen stands

// Null where it is no picture of a size that the county may publish.
PicturePtr FromJpeg(const Bytes& jpeg) {
  const auto size = static_cast<int>(jpeg.size());
  int width = 0, height = 0, channels = 0;
  if (!stbi_info_from_memory(jpeg.data(), size, &width, &height, &channels)) return nullptr;
  if (width > kMaxPictureSide || height > kMaxPictureSide) return nullptr;
  const std::unique_ptr<stbi_uc, decltype(&stbi_image_free)> pixels(
      stbi_load_from_memory(jpeg.data(), size, &width, &height, &channels, 4), &stbi_image_free);
  if (!pixels) return nullptr;
  Pixels read{width, height, 4, {}};
  read.bytes.assign(pixels.get(), pixels.get() + std::size_t(width) * std::size_t(height) * 4);
  read = Shrunk(Upright(std::move(read), OrientationOf(jpeg)), kLongestSide);
  auto picture = std::make_shared<ColourPicture>();
  picture->width = read.width;
  picture->height = read.height;
  picture->pixels = std::move(read.bytes);
  return picture;
}

}  // namespace

PictureBook::PictureBook(Store& store, Executor& worker, MainQueue& queue,
                         std::function<void()> on_ready)
    : store_(store), worker_(worker), queue_(queue), on_ready_(std::move(on_ready)) {}

PicturePtr PictureBook::Get(const std::string& id) {
  if (id.empty()) return nullptr;
  const auto known =
      std::find_if(leaves_.begin(), leaves_.end(), [&](const Leaf& leaf) { return leaf.id == id; });
  if (known != leaves_.end()) {
    leaves_.splice(leaves_.begin(), leaves_, known);
    return leaves_.front().picture;
  }
  leaves_.push_front({id, nullptr});
  if (leaves_.size() > kKept) leaves_.pop_back();
  store_.ReadPicture(id, [this, id, alive = std::weak_ptr(alive_)](Result<Bytes> jpeg) {
    if (!alive.expired()) Decode(id, std::move(jpeg));
  });
  return nullptr;
}

void PictureBook::LookAgain() {
  std::erase_if(leaves_, [](const Leaf& leaf) { return !leaf.picture; });
}

void PictureBook::Decode(const std::string& id, Result<Bytes> jpeg) {
  if (!jpeg) return;
  worker_.Post([this, id, queue = &queue_, jpeg = std::move(*jpeg), alive = std::weak_ptr(alive_)] {
    queue->Post([this, id, picture = FromJpeg(jpeg), alive] {
      if (!alive.expired()) Keep(id, picture);
    });
  });
}

void PictureBook::Keep(const std::string& id, PicturePtr picture) {
  for (Leaf& leaf : leaves_) {
    if (leaf.id != id || !picture) continue;
    leaf.picture = std::move(picture);
    on_ready_();
    return;
  }
}

}  // namespace studio
