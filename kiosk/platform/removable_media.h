// USB sticks that are plugged in: the file systems mounted below /media and /run/media, where
// desktops and this terminal's own rules mount them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace studio {

struct RemovableMedium {
  std::string name;  // as mounted, mostly the stick's label
  std::filesystem::path path;
};

// By name. Reads the kernel's table of mounts, `table` in tests.
std::vector<RemovableMedium> RemovableMedia(
    const std::filesystem::path& table = "/proc/self/mounts");

}  // namespace studio
