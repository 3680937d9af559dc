// Small files that must survive a power cut: written beside, synced, renamed, folder synced.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "shared/result.h"

namespace studio {

// Mode 0600. kStorage: the old file, if any, is untouched.
Result<bool> WriteDurably(const std::filesystem::path& path, std::string_view content);
// kNotFound, or kStorage where it cannot be read.
Result<std::string> ReadWhole(const std::filesystem::path& path);
// False, with errno, where the disk could not promise it.
bool SyncFolder(const std::filesystem::path& folder);
// False, with errno: not all of it was written.
bool WriteAll(int file, std::string_view content);

}  // namespace studio
