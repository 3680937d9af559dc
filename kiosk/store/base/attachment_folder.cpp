#include "store/base/attachment_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>
#include <vector>

#include "store/base/attachment_writing.h"

namespace studio {

namespace fs = std::filesystem;

AttachmentFolder::AttachmentFolder(const fs::path& data) : held_(std::make_shared<Held>()) {
  held_->folder = data / kAttachmentFolder;
}

void AttachmentFolder::OnDrop(std::function<void(const Digest&)> on_drop) {
  const std::lock_guard lock(held_->mutex);
  held_->on_drop = std::move(on_drop);
}

Result<std::unique_ptr<AttachmentFiles::Writing>> AttachmentFolder::Begin() {
  return BeginWriting(held_);
}

fs::path AttachmentFolder::PathOf(const Digest& digest) const {
  return held_->folder / ToHex(digest);
}

Result<Bytes> AttachmentFolder::Read(const AttachmentRef& ref) {
  return ReadPiece(ref.digest, 0, kMaxAttachmentBytes).and_then([&](const Bytes& file) {
    return OpenAttachment(file, ref.key);
  });
}

std::optional<std::uint64_t> AttachmentFolder::SizeOf(const Digest& digest) const {
  std::error_code error;
  const auto size = fs::file_size(PathOf(digest), error);
  if (error) return std::nullopt;
  return size;
}

Result<Bytes> AttachmentFolder::ReadPiece(const Digest& digest, std::uint64_t offset,
                                          std::size_t max) const {
  const int file = open(PathOf(digest).c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    return Fail(errno == ENOENT ? ErrorKind::kNotFound : ErrorKind::kStorage,
                std::string("cannot open the attachment: ") + std::strerror(errno));
  }
  struct stat about {};
  const std::uint64_t size =
      fstat(file, &about) == 0 ? static_cast<std::uint64_t>(about.st_size) : 0;
  Bytes piece(std::min<std::uint64_t>(max, size > offset ? size - offset : 0));
  std::size_t have = 0;
  while (have < piece.size()) {
    const ssize_t got =
        pread(file, piece.data() + have, piece.size() - have, static_cast<off_t>(offset + have));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      const int failure = errno;
      close(file);
      return Fail(ErrorKind::kStorage,
                  std::string("cannot read the attachment: ") + std::strerror(failure));
    }
    if (got == 0) break;
    have += static_cast<std::size_t>(got);
  }
  close(file);
  if (have == 0) return Fail(ErrorKind::kNotFound, "the attachment is not that long");
  piece.resize(have);
  return piece;
}

Result<bool> AttachmentFolder::IsIntact(const Digest& digest) const {
  return ReadPiece(digest, 0, kMaxAttachmentBytes + 1).map([&](const Bytes& file) {
    return Sha256(file) == digest;
  });
}

void AttachmentFolder::Erase(const Digest& digest) const { unlink(PathOf(digest).c_str()); }

void AttachmentFolder::Forget(const Digest& digest) const { held_->Release(ToHex(digest)); }

void AttachmentFolder::EraseOrphans(const std::function<bool(const Digest&)>& is_named) const {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& file : fs::directory_iterator(held_->folder, error)) {
    names.push_back(file.path().filename());
  }
  const auto is_orphan = [&](const std::string& name) {
    {
      const std::lock_guard lock(held_->mutex);
      if (held_->names.count(name) != 0) return false;
    }
    if (name.starts_with(kWritingPrefix)) return true;
    const auto digest = ToArray<32>(FromHex(name));
    return digest && !is_named(*digest);  // what is not ours stays
  };
  for (const std::string& name : names) {
    if (is_orphan(name)) unlink((held_->folder / name).c_str());
  }
}

}  // namespace studio
