// A photo or voice message that somebody just made: encrypted in a file of the data folder, its key
// only in memory. Dropping the last hold on it drops the file, unless a filed record names it.
#pragma once

#include <functional>
#include <memory>
#include <utility>

#include "shared/record/attachment.h"

namespace studio {

class Attachment {
 public:
  // `drop` runs on the thread that lets go last, and must only post.
  Attachment(AttachmentRef ref, std::function<void()> drop)
      : ref_(std::move(ref)), drop_(std::move(drop)) {}
  ~Attachment() {
    if (drop_) drop_();
  }
  Attachment(const Attachment&) = delete;
  Attachment& operator=(const Attachment&) = delete;

  const AttachmentRef& ref() const { return ref_; }

 private:
  AttachmentRef ref_;
  std::function<void()> drop_;
};

using AttachmentPtr = std::shared_ptr<const Attachment>;

}  // namespace studio
