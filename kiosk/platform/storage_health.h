// Whether a folder can still take what people confirm.
#pragma once

#include <filesystem>

#include "shared/result.h"

namespace studio {

// Free part of the file system that holds `folder`, 0 to 1, as an ordinary user may use it.
Result<double> FreeFraction(const std::filesystem::path& folder);

// Writes, syncs and removes a small file. kStorage, with the system's words, where that fails.
Result<bool> CheckWritable(const std::filesystem::path& folder);

}  // namespace studio
