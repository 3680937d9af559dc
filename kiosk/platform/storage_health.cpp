#include "platform/storage_health.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

namespace studio {
namespace {

tl::unexpected<Error> FailWithErrno(const std::string& what) {
  return Fail(ErrorKind::kStorage, what + ": " + std::strerror(errno));
}

}  // namespace

Result<bool> CheckWritable(const std::filesystem::path& folder) {
  static const std::string kCanary(kCanaryBytes, 'c');
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
