#include "shared/files/stick_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "shared/files/durable_file.h"

namespace studio {
namespace {

constexpr std::int64_t kMsPerSecond = 1000, kNsPerMs = 1'000'000;

auto NoOrdinaryFile() {
  return Fail(ErrorKind::kInvalid, "it cannot be read: it is no ordinary file");
}

Result<std::size_t> ReadSome(int file, std::span<std::uint8_t> out) {
  for (;;) {
    const ssize_t got = read(file, out.data(), out.size());
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) return FailWithErrno(ErrorKind::kStorage, "it cannot be read to its end");
  }
}

}  // namespace

Result<StickFile> StickFile::Open(const std::filesystem::path& path) {
  const int file = open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (file < 0 && (errno == ELOOP || errno == ENXIO)) return NoOrdinaryFile();
  if (file < 0) return FailWithErrno(ErrorKind::kNotFound, "it is not there, or cannot be read");
  struct stat status {};
  if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
    close(file);
    return NoOrdinaryFile();
  }
  return StickFile(file, static_cast<std::uint64_t>(status.st_size),
                   status.st_mtim.tv_sec * kMsPerSecond + status.st_mtim.tv_nsec / kNsPerMs);
}

StickFile::StickFile(StickFile&& other) noexcept
    : file_(std::exchange(other.file_, -1)), size_(other.size_), changed_ms_(other.changed_ms_) {}

StickFile::~StickFile() {
  if (file_ >= 0) close(file_);
}

Result<std::size_t> StickFile::Read(std::span<std::uint8_t> out) { return ReadSome(file_, out); }

Result<std::string> StickFile::ReadAll(std::size_t most) {
  constexpr std::size_t kPiece = 256 * 1024;
  std::string all;
  for (;;) {
    const std::size_t at = all.size();
    // Grown as it comes: what a stick says of a size may be a lie.
    all.resize(at + kPiece);
    const auto got = Read({reinterpret_cast<std::uint8_t*>(all.data()) + at, kPiece});
    if (!got) return tl::unexpected(got.error());
    all.resize(at + *got);
    if (*got == 0) return all;
    if (all.size() > most) {
      return Fail(ErrorKind::kInvalid, "it is larger than " + std::to_string(most) + " bytes");
    }
  }
}

Result<StickCopy> StickCopy::Begin(const std::filesystem::path& path,
                                   const std::filesystem::path& own) {
  auto stick = StickFile::Open(path);
  if (!stick) return tl::unexpected(stick.error());
  struct statvfs room {};
  std::string name = (own / ".carried-XXXXXX").string();
  const int copy = mkostemp(name.data(), O_CLOEXEC);
  if (copy < 0) return FailWithErrno(ErrorKind::kStorage, "no copy of it can be made");
  unlink(name.c_str());
  if (fstatvfs(copy, &room) != 0) {
    const int failure = errno;
    close(copy);
    return FailWithErrno(ErrorKind::kStorage, "no copy of it can be made", failure);
  }
  return StickCopy(std::move(*stick), copy, std::uint64_t{room.f_bavail} * room.f_frsize / 2);
}

StickCopy::StickCopy(StickCopy&& other) noexcept
    : stick_(std::move(other.stick_)),
      copy_(std::exchange(other.copy_, -1)),
      room_(other.room_),
      kept_(other.kept_),
      at_(other.at_),
      again_(other.again_) {}

StickCopy::~StickCopy() {
  if (copy_ >= 0) close(copy_);
}

Result<std::size_t> StickCopy::Read(std::span<std::uint8_t> out) {
  if (again_) {
    for (;;) {
      const ssize_t got = pread(copy_, out.data(), out.size(), static_cast<off_t>(at_));
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) return FailWithErrno(ErrorKind::kStorage, "the copy of it cannot be read");
      at_ += static_cast<std::uint64_t>(got);
      return static_cast<std::size_t>(got);
    }
  }
  const auto got = stick_.Read(out);
  if (!got) return got;
  if (kept_ + *got > room_) {
    return Fail(ErrorKind::kStorage, "there is no room here for a copy of it");
  }
  if (!WriteAll(copy_, {reinterpret_cast<const char*>(out.data()), *got})) {
    return FailWithErrno(ErrorKind::kStorage, "no copy of it can be made");
  }
  kept_ += *got;
  return got;
}

void StickCopy::Again() {
  again_ = true;
  at_ = 0;
}

}  // namespace studio
