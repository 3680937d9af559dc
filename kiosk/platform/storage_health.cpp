#include "platform/storage_health.h"

#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <memory>
#include <string>

namespace studio {
namespace {

constexpr std::size_t kAlignment = 4096;  // what O_DIRECT wants of address, offset and size

struct Free {
  void operator()(void* memory) const { std::free(memory); }
};
using Buffer = std::unique_ptr<unsigned char, Free>;

// Something else every time, so that yesterday's canary is not taken for today's.
void Fill(unsigned char* bytes, std::size_t size) {
  static std::uint64_t state = static_cast<std::uint64_t>(getpid());
  for (std::size_t i = 0; i < size; ++i) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    bytes[i] = static_cast<unsigned char>(state >> 56);
  }
}

// The whole of it, however many calls it takes.
template <class Call, class Pointer>
bool Whole(Call call, int file, Pointer bytes, std::size_t size) {
  for (std::size_t done = 0; done < size;) {
    const ssize_t now = call(file, bytes + done, size - done);
    if (now < 0 && errno == EINTR) continue;
    if (now == 0) errno = EIO;
    if (now <= 0) return false;
    done += static_cast<std::size_t>(now);
  }
  return true;
}

bool WriteSynced(const std::string& path, const unsigned char* bytes, std::size_t size) {
  const int file = open(path.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
  if (file < 0) return false;
  const bool kept = Whole(write, file, bytes, size) && fsync(file) == 0;
  const int failure = errno;
  close(file);
  errno = failure;
  return kept;
}

// From the disk; from the system's memory where the file system knows no other way (tmpfs).
bool ReadBack(const std::string& path, unsigned char* bytes, std::size_t size) {
  int file = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_DIRECT);
  if (file < 0 && errno == EINVAL) {
    file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file >= 0) posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
  }
  if (file < 0) return false;
  const bool whole = Whole(read, file, bytes, size);
  const int failure = errno;
  close(file);
  errno = failure;
  return whole;
}

}  // namespace

Result<bool> CheckWritable(const std::filesystem::path& folder, std::size_t bytes) {
  const std::size_t size = (bytes + kAlignment - 1) / kAlignment * kAlignment;
  const Buffer written(static_cast<unsigned char*>(std::aligned_alloc(kAlignment, size)));
  const Buffer back(static_cast<unsigned char*>(std::aligned_alloc(kAlignment, size)));
  if (!written || !back) return Fail(ErrorKind::kStorage, "no memory to check the disk with");
  Fill(written.get(), size);
  const std::string path = folder / ".canary";
  Result<bool> outcome = true;
  if (!WriteSynced(path, written.get(), size)) {
    outcome = FailWithErrno(ErrorKind::kStorage, "cannot write in " + folder.string());
  } else if (!ReadBack(path, back.get(), size)) {
    outcome = FailWithErrno(ErrorKind::kStorage, "cannot read in " + folder.string());
  } else if (std::memcmp(written.get(), back.get(), size) != 0) {
    outcome =
        Fail(ErrorKind::kStorage, "what comes back is not what was written in " + folder.string());
  }
  unlink(path.c_str());
  return outcome;
}

StorageCheck CheckStorage(const std::filesystem::path& folder, std::size_t canary_bytes,
                          std::int64_t wall_ms, const std::filesystem::path& free_percent) {
  StorageCheck check;
  check.state.checked_ms = wall_ms;
  struct statvfs about {};
  if (statvfs(folder.c_str(), &about) == 0) {
    // What the superuser alone may still fill is no room.
    check.state.free_bytes = std::uint64_t{about.f_bavail} * about.f_frsize;
    check.state.total_bytes = std::uint64_t{about.f_blocks} * about.f_frsize;
  } else {
    check.trouble = "cannot measure " + folder.string() + ": " + std::strerror(errno);
  }
  if (double percent = 0; !free_percent.empty() && std::ifstream(free_percent) >> percent) {
    const auto total = static_cast<double>(check.state.total_bytes);
    check.state.free_bytes =
        static_cast<std::uint64_t>(total / 100 * std::clamp(percent, 0.0, 100.0));
  }
  if (const auto writable = CheckWritable(folder, canary_bytes); !writable) {
    check.state.canary_good = false;
    check.trouble = writable.error().detail;
  }
  return check;
}

}  // namespace studio
