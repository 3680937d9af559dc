// Whether a folder can still take what people confirm.
#pragma once

#include <filesystem>

#include "shared/result.h"

namespace studio {

inline constexpr std::size_t kCanaryBytes = 256 * 1024;  // as large as a record may be

// Writes, syncs and removes a file of kCanaryBytes. kStorage, with the system's words, where that
// fails.
Result<bool> CheckWritable(const std::filesystem::path& folder);

}  // namespace studio
