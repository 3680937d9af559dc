// Files that come with the program.
#pragma once

#include <filesystem>
#include <string_view>

namespace studio {

// Beside the program, as the build leaves it; where it is not there, in the folder `installed`.
std::filesystem::path BesideProgram(std::string_view name, const std::filesystem::path& installed);

// Programs and libraries that are no commands.
inline constexpr const char* kInstalledParts = "/usr/lib/studio-kiosk";

}  // namespace studio
