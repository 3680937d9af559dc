#include "fake_attachment_files.h"

#include <fstream>
#include <iterator>

namespace studio {

class FakeAttachmentFiles::FakeWriting : public AttachmentFiles::Writing {
 public:
  FakeWriting(FakeAttachmentFiles& files, std::filesystem::path path)
      : files_(files), path_(std::move(path)), out_(path_, std::ios::binary) {}
  ~FakeWriting() override {
    std::error_code error;
    std::filesystem::remove(path_, error);
  }

  Result<bool> Add(ByteView plain) override {
    files_.still_.wait(true);
    if (files_.adds_until_full == 0) return Fail(ErrorKind::kStorage, "full");
    if (files_.adds_until_full > 0) --files_.adds_until_full;
    Put(sealer_.Add(plain));
    return true;
  }

  Result<AttachmentPtr> Keep(std::string type, std::int64_t length_ms) override {
    if (files_.refuse_keep) return Fail(ErrorKind::kStorage, "full");
    Put(sealer_.Finish());
    out_.close();
    AttachmentRef ref = sealer_.Ref();
    ref.type = std::move(type);
    ref.length_ms = length_ms;
    std::filesystem::rename(path_, files_.PathOf(ref.digest));
    return std::make_shared<const Attachment>(ref, [files = &files_] { ++files->dropped; });
  }

 private:
  void Put(const Bytes& bytes) {
    out_.write(reinterpret_cast<const char*>(bytes.data()),
               static_cast<std::streamsize>(bytes.size()));
  }

  FakeAttachmentFiles& files_;
  std::filesystem::path path_;
  std::ofstream out_;
  AttachmentSealer sealer_;
};

Result<std::unique_ptr<AttachmentFiles::Writing>> FakeAttachmentFiles::Begin() {
  if (refuse_begin) return Fail(ErrorKind::kStorage, "full");
  return std::make_unique<FakeWriting>(*this, folder_ / (std::to_string(++begun) + ".part"));
}

void FakeAttachmentFiles::StandStill(bool still) {
  still_ = still;
  still_.notify_all();
}

Result<Bytes> FakeAttachmentFiles::Read(const AttachmentRef& ref) {
  return OpenAttachment(OnDisk(ref), ref.key);
}

Bytes FakeAttachmentFiles::OnDisk(const AttachmentRef& ref) const {
  std::ifstream in(PathOf(ref.digest), std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::size_t FakeAttachmentFiles::FileCount() const {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder_), {}));
}

std::filesystem::path FakeAttachmentFiles::PathOf(const Digest& digest) const {
  return folder_ / ToHex(digest);
}

}  // namespace studio
