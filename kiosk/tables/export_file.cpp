#include "tables/export_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

namespace studio {
namespace {

bool WriteAll(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// Keeps the errno of what failed first.
bool Close(int file, bool good) {
  const int failure = errno;
  const bool closed = close(file) == 0;
  if (!good) errno = failure;
  return good && closed;
}

bool SyncFolder(const std::filesystem::path& folder) {
  const int file = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  return file >= 0 && Close(file, fsync(file) == 0);
}

}  // namespace

Result<bool> WriteExport(const std::filesystem::path& path, std::string_view bytes) {
  const auto fail = [&] {
    return FailWithErrno(ErrorKind::kStorage, "cannot write " + path.string());
  };
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
  const std::string beside = path.string() + ".part";
  const int file =
      open(beside.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0644);
  if (file < 0) return fail();
  // For other people's programs, whatever the umask; a stick that has no modes may refuse.
  (void)fchmod(file, 0644);
  const bool written = Close(file, WriteAll(file, bytes) && fsync(file) == 0);
  if (!written || rename(beside.c_str(), path.c_str()) != 0) {
    auto error = fail();
    unlink(beside.c_str());
    return error;
  }
  if (!SyncFolder(folder)) return fail();
  return true;
}

}  // namespace studio
