// The county's folder: one ledger, its keys, its certificates. Private halves are 0600 files.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace county {

using studio::Bytes;
using studio::ByteView;
using studio::Result;

class DataFolder {
 public:
  explicit DataFolder(std::filesystem::path root) : root_(std::move(root)) {}

  const std::filesystem::path& root() const { return root_; }
  std::filesystem::path ledger() const { return root_ / "ledger.db"; }
  // Where the ledger is, where it is not in that file (ledger/ledger_place.h). It may hold a
  // password.
  std::filesystem::path ledger_url() const { return root_ / "ledger.url"; }
  std::filesystem::path keys() const { return root_ / "keys"; }
  std::filesystem::path ca_certificate() const { return root_ / "ca.pem"; }
  std::filesystem::path ca_key() const { return root_ / "ca.key"; }
  std::filesystem::path server_certificate() const { return root_ / "server.pem"; }
  std::filesystem::path server_key() const { return root_ / "server.key"; }

  // Founded: the ledger is put into place last.
  bool Founded() const {
    return std::filesystem::exists(ledger()) || std::filesystem::exists(ledger_url());
  }

 private:
  std::filesystem::path root_;
};

enum class FileMode : unsigned { kPrivate = 0600, kPublic = 0644 };

// Whole or not at all: written beside, synced, renamed. kStorage.
Result<void> WriteFile(const std::filesystem::path& path, ByteView bytes, FileMode mode);
// kNotFound, kStorage.
Result<Bytes> ReadFile(const std::filesystem::path& path);
// The same as text, with the file's name in the error.
Result<std::string> ReadText(const std::filesystem::path& path);
// Makes a rename in this folder durable. kStorage.
Result<void> SyncFolder(const std::filesystem::path& folder);

// Held by `serve`, and by `restore`, which must not run beside it. Let go when destroyed, or by
// the kernel when the process dies.
class ServiceLock {
 public:
  enum class Kind { kAlone, kShared };  // shared with others of its kind alone
  // kConflict: somebody holds it.
  static Result<ServiceLock> Take(const DataFolder& folder, Kind kind = Kind::kAlone);
  ServiceLock(ServiceLock&& other) noexcept : fd_(other.fd_) { other.fd_ = -1; }
  ServiceLock& operator=(ServiceLock&&) = delete;
  ~ServiceLock();

 private:
  explicit ServiceLock(int fd) : fd_(fd) {}
  int fd_;
};

}  // namespace county
