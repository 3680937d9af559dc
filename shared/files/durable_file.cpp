#include "shared/files/durable_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>
#include <utility>

namespace studio {
bool WriteAll(int file, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = write(file, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

Result<DurableWriting> DurableWriting::Begin(const std::filesystem::path& path, unsigned mode) {
  const std::filesystem::path beside = path.string() + ".new";
  // Whatever stands there, left by a crash or laid there on a stick, is not written to.
  unlink(beside.c_str());
  const int file = open(beside.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, mode);
  if (file < 0) return FailWithErrno(ErrorKind::kStorage, "cannot write " + beside.string());
  (void)fchmod(file, mode);
  return DurableWriting(path, beside, file);
}

DurableWriting::DurableWriting(DurableWriting&& other) noexcept
    : path_(std::move(other.path_)),
      beside_(std::move(other.beside_)),
      file_(std::exchange(other.file_, -1)) {}

DurableWriting::~DurableWriting() {
  if (file_ < 0) return;
  close(file_);
  unlink(beside_.c_str());
}

Result<bool> DurableWriting::Add(std::string_view content) {
  if (!WriteAll(file_, content))
    return FailWithErrno(ErrorKind::kStorage, "cannot write " + path_.string());
  return true;
}

Result<bool> DurableWriting::Commit() {
  bool kept = fsync(file_) == 0;
  int failure = errno;
  // A stick may tell only now that it is full.
  const bool closed = close(std::exchange(file_, -1)) == 0;
  if (kept && !closed) failure = errno;
  kept = kept && closed;
  if (kept && rename(beside_.c_str(), path_.c_str()) != 0) {
    failure = errno;
    kept = false;
  }
  errno = failure;
  if (!kept) {
    auto error = FailWithErrno(ErrorKind::kStorage, "cannot write " + path_.string());
    unlink(beside_.c_str());
    return error;
  }
  if (!SyncFolder(path_.has_parent_path() ? path_.parent_path() : ".")) {
    return FailWithErrno(ErrorKind::kStorage, "cannot write " + path_.string());
  }
  return true;
}

Result<bool> WriteDurably(const std::filesystem::path& path, std::string_view content,
                          unsigned mode) {
  auto file = DurableWriting::Begin(path, mode);
  if (!file) return tl::unexpected(file.error());
  return file->Add(content).and_then([&](bool) { return file->Commit(); });
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
