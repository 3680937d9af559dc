#include "server/keys/data_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include "shared/files/durable_file.h"

namespace county {

using studio::ErrorKind;
using studio::Fail;

namespace {

auto StorageFailure(const std::filesystem::path& path) {
  return Fail(ErrorKind::kStorage, path.string() + ": " + std::strerror(errno));
}

}  // namespace

Result<void> WriteFile(const std::filesystem::path& path, ByteView bytes, FileMode mode) {
  const auto written =
      studio::WriteDurably(path, studio::AsText(bytes), static_cast<unsigned>(mode));
  if (!written) return tl::unexpected(written.error());
  return {};
}

Result<Bytes> ReadFile(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    return Fail(std::filesystem::exists(path) ? ErrorKind::kStorage : ErrorKind::kNotFound,
                path.string() + ": " + std::strerror(errno));
  }
  Bytes bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (in.bad()) return StorageFailure(path);
  return bytes;
}

Result<std::string> ReadText(const std::filesystem::path& path) {
  const auto bytes = ReadFile(path);
  if (!bytes) return Fail(bytes.error().kind, bytes.error().detail);
  return std::string(studio::AsText(*bytes));
}

Result<void> SyncFolder(const std::filesystem::path& folder) {
  if (!studio::SyncFolder(folder.empty() ? "." : folder)) return StorageFailure(folder);
  return {};
}

Result<ServiceLock> ServiceLock::Take(const DataFolder& folder, Kind kind) {
  const std::filesystem::path path = folder.root() / "serve.lock";
  const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) return StorageFailure(path);
  if (::flock(fd, (kind == Kind::kShared ? LOCK_SH : LOCK_EX) | LOCK_NB) != 0) {
    ::close(fd);
    return Fail(ErrorKind::kConflict, "a county is already being served from " +
                                          folder.root().string() + "; stop it first");
  }
  return ServiceLock(fd);
}

ServiceLock::~ServiceLock() {
  if (fd_ >= 0) ::close(fd_);
}

}  // namespace county
