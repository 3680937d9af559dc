#include "platform/storage_health.h"

#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <string_view>

namespace studio {
namespace {

tl::unexpected<Error> FailWithErrno(const std::string& what) {
  return Fail(ErrorKind::kStorage, what + ": " + std::strerror(errno));
}

}  // namespace

Result<double> FreeFraction(const std::filesystem::path& folder) {
  struct statvfs usage {};
  if (statvfs(folder.c_str(), &usage) != 0) return FailWithErrno("cannot read " + folder.string());
  if (usage.f_blocks == 0) return 1.0;  // pseudo file systems have no size
  return static_cast<double>(usage.f_bavail) / static_cast<double>(usage.f_blocks);
}

Result<bool> CheckWritable(const std::filesystem::path& folder) {
  static constexpr std::string_view kCanary = "canary\n";
  const std::string path = folder / ".canary";
  const int file = open(path.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
  if (file < 0) return FailWithErrno("cannot write in " + folder.string());
  Result<bool> outcome = true;
  if (write(file, kCanary.data(), kCanary.size()) != static_cast<ssize_t>(kCanary.size()) ||
      fsync(file) != 0) {
    outcome = FailWithErrno("cannot write in " + folder.string());
  }
  close(file);
  unlink(path.c_str());
  return outcome;
}

}  // namespace studio
