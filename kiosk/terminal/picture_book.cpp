#include "terminal/picture_book.h"

#include <algorithm>

#include "terminal/jpeg_picture.h"

namespace studio {
namespace {

// Together at most 12 * 1080 * 1080 * 4 bytes, 53 MiB; a page shows a few.
constexpr std::size_t kKept = 12;

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
    queue->Post([this, id, picture = PictureFromJpeg(jpeg), alive] {
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
