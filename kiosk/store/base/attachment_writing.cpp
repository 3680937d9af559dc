#include "store/base/attachment_writing.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "shared/files/durable_file.h"

namespace studio {
namespace {

class FileWriting : public AttachmentFiles::Writing {
 public:
  FileWriting(std::shared_ptr<AttachmentFolder::Held> held, std::string name, int file)
      : held_(std::move(held)), name_(std::move(name)), file_(file) {}
  ~FileWriting() override { GiveUp(); }

  Result<bool> Add(ByteView plain) override { return Write(sealer_.Add(plain)); }

  Result<AttachmentPtr> Keep(std::string type, std::int64_t length_ms) override {
    if (auto written = Write(sealer_.Finish()); !written) return tl::unexpected(written.error());
    AttachmentRef ref = sealer_.Ref();
    ref.type = std::move(type);
    ref.length_ms = length_ms;
    const std::string kept = ToHex(ref.digest);
    held_->Hold(kept);
    if (fsync(file_) != 0 || rename(Path(name_).c_str(), Path(kept).c_str()) != 0) {
      auto error = FailWithErrno(ErrorKind::kStorage, "cannot keep the attachment");
      held_->Release(kept);
      GiveUp();
      return error;
    }
    if (!SyncFolder(held_->folder)) {
      auto error = FailWithErrno(ErrorKind::kStorage, "cannot keep the attachment");
      unlink(Path(kept).c_str());
      held_->Release(kept);
      GiveUp();
      return error;
    }
    close(file_);
    file_ = -1;
    held_->Release(name_);
    return std::make_shared<const Attachment>(
        ref, [held = held_, digest = ref.digest] { held->Drop(digest); });
  }

 private:
  std::filesystem::path Path(const std::string& name) const { return held_->folder / name; }

  Result<bool> Write(const Bytes& sealed) {
    if (file_ < 0) return Fail(ErrorKind::kStorage, "the attachment was given up");
    written_ += sealed.size();
    if (written_ > kMaxAttachmentBytes) {
      GiveUp();
      return Fail(ErrorKind::kInvalid, "larger than an attachment may be");
    }
    if (!WriteAll(file_, AsText(sealed))) {
      auto error = FailWithErrno(ErrorKind::kStorage, "cannot write the attachment");
      GiveUp();
      return error;
    }
    return true;
  }

  void GiveUp() {
    if (file_ < 0) return;
    close(file_);
    file_ = -1;
    unlink(Path(name_).c_str());
    held_->Release(name_);
  }

  std::shared_ptr<AttachmentFolder::Held> held_;
  AttachmentSealer sealer_;
  std::string name_;
  int file_;  // -1: given up, or kept
  std::size_t written_ = 0;
};

}  // namespace

void AttachmentFolder::Held::Hold(const std::string& name) {
  const std::lock_guard lock(mutex);
  names.insert(name);
}

void AttachmentFolder::Held::Release(const std::string& name) {
  const std::lock_guard lock(mutex);
  names.erase(name);
}

void AttachmentFolder::Held::Drop(const Digest& digest) {
  // Under the lock, so that nothing is posted once OnDrop has taken the listener away.
  const std::lock_guard lock(mutex);
  if (on_drop) on_drop(digest);
}

Result<std::unique_ptr<AttachmentFiles::Writing>> BeginWriting(
    std::shared_ptr<AttachmentFolder::Held> held) {
  const std::filesystem::path& folder = held->folder;
  if (mkdir(folder.c_str(), 0700) == 0) {
    SyncFolder(folder.parent_path());
  } else if (errno != EEXIST) {
    return FailWithErrno(ErrorKind::kStorage, "cannot make " + folder.string());
  }
  ByteArray<16> random{};
  FillRandom(random);
  const std::string name = std::string(kWritingPrefix) + ToHex(random);
  held->Hold(name);
  const int file = open((folder / name).c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  if (file < 0) {
    auto error = FailWithErrno(ErrorKind::kStorage, "cannot begin an attachment");
    held->Release(name);
    return error;
  }
  return std::make_unique<FileWriting>(std::move(held), name, file);
}

}  // namespace studio
