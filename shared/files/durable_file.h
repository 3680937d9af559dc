// Files that must survive a power cut: written beside, synced, renamed, folder synced. The one way
// of terminal and county to write them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace studio {

// A file on its way, piece by piece; it takes its name with Commit. Not committed, it was never
// there and what stood under that name still does.
class DurableWriting {
 public:
  // The mode is as told whatever the umask, unless it is on a stick that has no modes.
  static Result<DurableWriting> Begin(const std::filesystem::path& path, unsigned mode);
  DurableWriting(DurableWriting&& other) noexcept;
  DurableWriting& operator=(DurableWriting&&) = delete;
  ~DurableWriting();

  Result<bool> Add(std::string_view content);
  // kStorage: not under that name, or there and the disk could not promise to keep it.
  Result<bool> Commit();

 private:
  DurableWriting(std::filesystem::path path, std::filesystem::path beside, int file)
      : path_(std::move(path)), beside_(std::move(beside)), file_(file) {}

  std::filesystem::path path_;
  std::filesystem::path beside_;
  int file_;  // -1: committed, given up or moved from
};

// kStorage: the old file, if any, is untouched; or as Commit says.
Result<bool> WriteDurably(const std::filesystem::path& path, std::string_view content,
                          unsigned mode = 0600);
// kNotFound, or kStorage where it cannot be read.
Result<std::string> ReadWhole(const std::filesystem::path& path);
// False, with errno, where the disk could not promise it.
bool SyncFolder(const std::filesystem::path& folder);
// False, with errno: not all of it was written.
bool WriteAll(int file, std::string_view content);

}  // namespace studio
