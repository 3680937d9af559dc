#include "app/saying/added_things.h"

#include <cstddef>
#include <memory>
#include <utility>

namespace studio {

bool AddedThings::AddPhoto(Photo photo) {
  if (photos_.size() >= kMaxPhotos) return false;
  photos_.push_back(std::move(photo));
  return true;
}

void AddedThings::RemovePhoto(std::size_t index) {
  if (index < photos_.size()) photos_.erase(photos_.begin() + static_cast<std::ptrdiff_t>(index));
}

void AddedThings::Clear() {
  voice_.reset();
  photos_.clear();
}

std::vector<AttachmentRef> AddedThings::Refs() const {
  std::vector<AttachmentRef> refs;
  if (voice_) refs.push_back(voice_->ref());
  for (const Photo& photo : photos_) refs.push_back(photo.file->ref());
  return refs;
}

void AddedThings::Resume(const std::vector<AttachmentRef>& refs) {
  Clear();
  for (const AttachmentRef& ref : refs) {
    auto kept = std::make_shared<const Attachment>(ref, nullptr);
    if (!ref.type.starts_with("audio/")) {
      AddPhoto({std::move(kept), nullptr});
    } else if (!voice_) {
      voice_ = std::move(kept);
    }
  }
}

void AddedThings::Show(const Digest& photo, const PicturePtr& picture) {
  for (Photo& one : photos_) {
    if (one.file->ref().digest == photo) one.small = picture;
  }
}

}  // namespace studio
