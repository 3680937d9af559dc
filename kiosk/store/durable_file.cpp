#include "store/durable_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

namespace studio {
namespace {

tl::unexpected<Error> FailWithErrno(const std::string& what) {
  return Fail(ErrorKind::kStorage, what + ": " + std::strerror(errno));
}

}  // namespace

bool WriteAll(int file, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = write(file, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

Result<bool> WriteDurably(const std::filesystem::path& path, std::string_view content) {
  const std::string beside = path.string() + ".new";
  const int file = open(beside.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
  if (file < 0) return FailWithErrno("cannot write " + beside);
  const bool written = WriteAll(file, content) && fsync(file) == 0;
  const int failure = errno;
  close(file);
  errno = failure;
  if (!written || rename(beside.c_str(), path.c_str()) != 0) {
    auto error = FailWithErrno("cannot write " + path.string());
    unlink(beside.c_str());
    return error;
  }
  SyncFolder(path.parent_path());
  return true;
}

Result<std::string> ReadWhole(const std::filesystem::path& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) {
    return Fail(ErrorKind::kNotFound, path.string() + " does not exist");
  }
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  const bool empty = file && file.peek() == std::ifstream::traits_type::eof();
  if (!empty && !(content << file.rdbuf())) {
    return Fail(ErrorKind::kStorage, "cannot read " + path.string());
  }
  return std::move(content).str();
}

bool SyncFolder(const std::filesystem::path& folder) {
  const int file = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return false;
  const bool synced = fsync(file) == 0;
  const int failure = errno;
  close(file);
  errno = failure;
  return synced;
}

}  // namespace studio
