// The voice message and the photos that go with what somebody writes. A value of a flow's; main
// thread.
#pragma once

#include <vector>

#include "app/saying/camera.h"

namespace studio {

inline constexpr std::size_t kMaxPhotos = 3;

class AddedThings {
 public:
  bool Any() const { return voice_ || !photos_.empty(); }
  // One; null: none, or no longer.
  void SetVoice(AttachmentPtr voice) { voice_ = std::move(voice); }
  const AttachmentPtr& voice() const { return voice_; }
  bool AddPhoto(Photo photo);  // false: there are kMaxPhotos
  void RemovePhoto(std::size_t index);
  const std::vector<Photo>& photos() const { return photos_; }
  void Clear();

  // As a record names them: the message first.
  std::vector<AttachmentRef> Refs() const;
  // Those that were kept before and lie in their files still. Their photos have no picture yet.
  void Resume(const std::vector<AttachmentRef>& refs);
  // One of those was opened.
  void Show(const Digest& photo, const PicturePtr& picture);

 private:
  AttachmentPtr voice_;
  std::vector<Photo> photos_;
};

}  // namespace studio
