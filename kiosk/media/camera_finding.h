// Which device node a camera has now. Numbers change when cameras are plugged in anew, names below
// /dev/v4l/by-id (the camera's own) and by-path (the socket's) do not. One thread at a time.
#pragma once

#include <filesystem>
#include <string>

namespace studio {

class CameraFinding {
 public:
  // Below another folder than /dev: for tests.
  explicit CameraFinding(std::filesystem::path devices = "/dev") : devices_(std::move(devices)) {}

  // The node to open for `wanted`, a path, or "auto" for whatever camera there is; empty: none. A
  // path that was there once is followed by its name; one that is not there is replaced by the
  // only camera there is.
  std::string Node(const std::string& wanted);

 private:
  std::filesystem::path NameOf(const std::filesystem::path& node) const;
  std::filesystem::path OnlyOne() const;

  std::filesystem::path devices_, name_;
};

}  // namespace studio
