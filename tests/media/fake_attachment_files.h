// Attachments in a folder, encrypted as the real ones are; the disk can be made to fill up.
#pragma once

#include <atomic>
#include <filesystem>

#include "app/saying/attachment_files.h"

namespace studio {

class FakeAttachmentFiles : public AttachmentFiles {
 public:
  explicit FakeAttachmentFiles(std::filesystem::path folder) : folder_(std::move(folder)) {}

  Result<std::unique_ptr<Writing>> Begin() override;
  Result<Bytes> Read(const AttachmentRef& ref) override;

  // What lies on the disk.
  Bytes OnDisk(const AttachmentRef& ref) const;
  std::size_t FileCount() const;

  std::atomic<int> begun = 0;
  std::atomic<int> dropped = 0;           // kept ones that nobody holds any more
  std::atomic<int> adds_until_full = -1;  // that many succeed; below 0: all
  std::atomic<bool> refuse_begin = false, refuse_keep = false;

  void StandStill(bool still);  // no add returns before it moves again
  struct MovesAgain {           // at the end of a test, however it ends
    FakeAttachmentFiles& files;
    ~MovesAgain() { files.StandStill(false); }
  };

 private:
  class FakeWriting;
  std::filesystem::path PathOf(const Digest& digest) const;

  std::filesystem::path folder_;
  std::atomic<bool> still_ = false;
};

}  // namespace studio
