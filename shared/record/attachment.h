// A photo or a voice message: encrypted piece by piece on its way to disk, so that nothing readable
// of it is ever stored. Its key lies inside the sealed body of the record that it belongs to; its
// digest stands in that record's header. Layout and reasons: shared/protocol.md, "Attachment".
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "shared/base/bytes.h"
#include "shared/base/digest.h"
#include "shared/base/result.h"

namespace studio {

using AttachmentKey = ByteArray<32>;

inline constexpr std::size_t kAttachmentPiece = 64 * 1024;  // plaintext bytes; the last has fewer
inline constexpr std::size_t kMaxAttachmentBytes = 8 * 1024 * 1024;  // encrypted

// What a body says of an attachment.
struct AttachmentRef {
  Digest digest{};  // plain SHA-256 of the encrypted file, as in the record's header
  AttachmentKey key{};
  std::string type;            // "audio/ogg" (Opus) or "image/jpeg"
  std::uint64_t bytes = 0;     // of the plaintext
  std::int64_t length_ms = 0;  // of a voice message
  bool operator==(const AttachmentRef&) const = default;
};

// Encrypts under a fresh key. Bytes that Add and Finish return are the file, in order.
class AttachmentSealer {
 public:
  AttachmentSealer();
  ~AttachmentSealer();  // wipes
  AttachmentSealer(const AttachmentSealer&) = delete;
  AttachmentSealer& operator=(const AttachmentSealer&) = delete;

  // Keeps back what does not fill a piece.
  Bytes Add(ByteView plain);
  Bytes Finish();

  // After Finish. `type` and `length_ms` are the caller's to fill in.
  AttachmentRef Ref() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The plaintext. kMalformed: no attachment of this version, or too large. kForged: altered, cut
// short, or another key.
Result<Bytes> OpenAttachment(ByteView file, const AttachmentKey& key);

}  // namespace studio
