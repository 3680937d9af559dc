// Where attachments lie until the county has them: DATA/attachments/<64 hex digits of the digest>.
// Implemented by store/; used by media/ through main's wiring.
#pragma once

#include <functional>

#include "app/saying/attachment.h"
#include "shared/base/result.h"

namespace studio {

class AttachmentFiles {
 public:
  // A file being written. Destroyed before Keep(), it is gone.
  class Writing {
   public:
    virtual ~Writing() = default;
    // Plaintext; what reaches the disk is encrypted. kStorage: it cannot be kept.
    virtual Result<bool> Add(ByteView plain) = 0;
    // Synced to disk under its digest.
    virtual Result<AttachmentPtr> Keep(std::string type, std::int64_t length_ms) = 0;
  };

  virtual ~AttachmentFiles() = default;
  // Any thread. kStorage where nothing can be written.
  virtual Result<std::unique_ptr<Writing>> Begin() = 0;
  // The plaintext, to listen to or look at again. Any thread but the main one.
  virtual Result<Bytes> Read(const AttachmentRef& ref) = 0;
};

}  // namespace studio
