// One attachment on its way to disk, encrypted before it gets there.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>

#include "store/base/attachment_folder.h"

namespace studio {

struct AttachmentFolder::Held {
  std::filesystem::path folder;
  std::mutex mutex;
  std::set<std::string> names;                 // guarded by mutex: files that somebody here holds
  std::function<void(const Digest&)> on_drop;  // guarded by mutex

  void Hold(const std::string& name);
  void Release(const std::string& name);
  void Drop(const Digest& digest);
};

inline constexpr std::string_view kWritingPrefix = ".writing-";

// kStorage: the folder or the file cannot be made.
Result<std::unique_ptr<AttachmentFiles::Writing>> BeginWriting(
    std::shared_ptr<AttachmentFolder::Held> held);

}  // namespace studio
