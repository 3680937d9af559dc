// The terminal's data folder: private to its user, held by one program at a time.
//   terminal.key  identity.json  ca.pem   who this terminal is (store/base/identity.h)
//   studio.db (-wal, -shm)                outbox, receipts, registry
//   studio-broken-YYYYMMDD-HHMMSS.db      a database that could not be read, kept for a while
//   attachments/                          photos and voice, encrypted (attachment_folder.h)
//   lock                                  held while a program works here
#pragma once

#include <filesystem>

#include "shared/base/result.h"

namespace studio {

inline constexpr const char* kDatabaseFile = "studio.db";

class DataFolder {
 public:
  // Makes the folder where it is missing, takes the lock, without waiting, and takes from other
  // users what rights they had to anything in it, with a word in the log. kConflict: another
  // program works in it. kStorage: it cannot be made or written.
  static Result<DataFolder> Open(const std::filesystem::path& path);
  DataFolder(DataFolder&& other) noexcept;
  DataFolder& operator=(DataFolder&&) = delete;
  ~DataFolder();  // gives the lock back

  const std::filesystem::path& path() const { return path_; }

 private:
  DataFolder(std::filesystem::path path, int lock) : path_(std::move(path)), lock_(lock) {}
  std::filesystem::path path_;
  int lock_;
};

}  // namespace studio
