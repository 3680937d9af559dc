#include "app/desk/request_attachments.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "app/saying/kept_photos.h"

namespace studio {

RequestAttachments::RequestAttachments(const WaysOfSaying& ways)
    : ways_(ways), voice_(ways.voice, [](const AttachmentPtr&) {}) {}

void RequestAttachments::Show(const RequestBody& body) {
  if (std::exchange(shown_, true)) return;
  for (const AttachmentRef& ref : body.attachments) {
    if (ref.type.starts_with("audio/")) {
      if (!has_voice()) voice_.Take(std::make_shared<const Attachment>(ref, nullptr));
      continue;
    }
    const std::size_t index = photos_.size();
    photos_.emplace_back();
    if (ways_.photos == nullptr) {
      photos_.back().gone = true;
      continue;
    }
    ways_.photos->Open(ref,
                       visit_.Guard<Result<PicturePtr>>([this, index](Result<PicturePtr> opened) {
                         photos_[index].gone = !opened;
                         if (opened) photos_[index].picture = std::move(*opened);
                       }));
  }
}

int RequestAttachments::GonePhotos() const {
  return static_cast<int>(
      std::count_if(photos_.begin(), photos_.end(), [](const Photo& one) { return one.gone; }));
}

}  // namespace studio
