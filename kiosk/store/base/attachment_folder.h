// DATA/attachments: photos and voice messages as encrypted files, each under the hexadecimal digits
// of its digest, ".writing-…" until it is whole. The folder knows no database: which files a record
// names is told to it (store/outbox/attachments.h).
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

#include "app/saying/attachment_files.h"

namespace studio {

inline constexpr const char* kAttachmentFolder = "attachments";

class AttachmentFolder : public AttachmentFiles {
 public:
  // `data` is there; the folder in it is made (mode 0700) with its first file (0600).
  explicit AttachmentFolder(const std::filesystem::path& data);

  // Who hears, on the thread that lets go, that nobody holds an attachment any more; it must only
  // post. Empty: nobody, and the next start removes the file.
  void OnDrop(std::function<void(const Digest&)> on_drop);

  // Any thread. What was begun here may be finished after the folder's object has gone.
  Result<std::unique_ptr<Writing>> Begin() override;
  Result<Bytes> Read(const AttachmentRef& ref) override;

  // Size in bytes of the encrypted file; nullopt: there is none.
  std::optional<std::uint64_t> SizeOf(const Digest& digest) const;
  // At most `max` bytes from `offset`. kNotFound: no such file or not so long. kStorage.
  Result<Bytes> ReadPiece(const Digest& digest, std::uint64_t offset, std::size_t max) const;
  // Whether the file still has its digest; reads all of it. kNotFound, kStorage.
  Result<bool> IsIntact(const Digest& digest) const;
  void Erase(const Digest& digest) const;
  // Removes what is neither named nor being made by somebody now.
  void EraseOrphans(const std::function<bool(const Digest&)>& is_named) const;
  // A dropped attachment's file is dealt with.
  void Forget(const Digest& digest) const;

  struct Held;  // what writers and attachments share with the folder

 private:
  std::filesystem::path PathOf(const Digest& digest) const;

  std::shared_ptr<Held> held_;
};

}  // namespace studio
