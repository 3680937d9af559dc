#include "server/keys/data_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>

namespace county {

using studio::ErrorKind;
using studio::Fail;

namespace {

auto StorageFailure(const std::filesystem::path& path) {
  return Fail(ErrorKind::kStorage, path.string() + ": " + std::strerror(errno));
}

bool WriteAll(int fd, ByteView bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

Result<void> WriteFile(const std::filesystem::path& path, ByteView bytes, FileMode mode) {
  const std::string beside = path.string() + ".new";
  const int fd =
      ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, static_cast<mode_t>(mode));
  if (fd < 0) return StorageFailure(path);
  // The mode given to open() is cut by the umask and ignored for a file left from a crash.
  const bool written =
      ::fchmod(fd, static_cast<mode_t>(mode)) == 0 && WriteAll(fd, bytes) && ::fsync(fd) == 0;
  const bool closed = ::close(fd) == 0;
  if (!written || !closed || std::rename(beside.c_str(), path.c_str()) != 0) {
    return StorageFailure(path);
  }
  return SyncFolder(path.parent_path());
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

Result<void> SyncFolder(const std::filesystem::path& folder) {
  const std::string name = folder.empty() ? "." : folder.string();
  const int fd = ::open(name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return StorageFailure(folder);
  const bool synced = ::fsync(fd) == 0;
  ::close(fd);
  if (!synced) return StorageFailure(folder);
  return {};
}

Result<ServiceLock> ServiceLock::Take(const DataFolder& folder) {
  const std::filesystem::path path = folder.root() / "serve.lock";
  const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) return StorageFailure(path);
  if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
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
