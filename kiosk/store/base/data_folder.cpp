#include "store/base/data_folder.h"

#include <fcntl.h>
#include <spdlog/spdlog.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

#include "shared/files/private_folder.h"

namespace studio {

Result<DataFolder> DataFolder::Open(const std::filesystem::path& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (error) {
    return Fail(ErrorKind::kStorage,
                "cannot make the data folder " + path.string() + ": " + error.message());
  }
  const std::string lock_path = path / "lock";
  const int lock = open(lock_path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (lock < 0) {
    return Fail(ErrorKind::kStorage,
                "the data folder " + path.string() + " is not writable: " + std::strerror(errno));
  }
  if (flock(lock, LOCK_EX | LOCK_NB) != 0) {
    close(lock);
    return Fail(ErrorKind::kConflict,
                "studio-kiosk is already running with the data folder " + path.string());
  }
  if (const std::size_t open_to_others = MakePrivate(path); open_to_others > 0) {
    spdlog::warn("the data folder was open to other users: {} files and folders are private now",
                 open_to_others);
  }
  return DataFolder(path, lock);
}

DataFolder::DataFolder(DataFolder&& other) noexcept
    : path_(std::move(other.path_)), lock_(std::exchange(other.lock_, -1)) {}

DataFolder::~DataFolder() {
  if (lock_ >= 0) close(lock_);
}

}  // namespace studio
