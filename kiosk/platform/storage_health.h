// How much room a folder's disk has left, and whether it still takes and gives back what people
// confirm. Blocks as long as the disk does: worker.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "app/station/storage_state.h"
#include "shared/base/result.h"

namespace studio {

// What a look every minute writes: little, for a disk has only so many writes in it.
inline constexpr std::size_t kSmallCanaryBytes = 16 * 1024;
// As large as a record may be: before a disk at fault is trusted again.
inline constexpr std::size_t kCanaryBytes = 256 * 1024;

// Writes, syncs, reads back and removes a file of so many bytes. The reading asks the disk and not
// the system's memory, where the file system can do that. kStorage, with the system's words, where
// that fails or something else comes back.
Result<bool> CheckWritable(const std::filesystem::path& folder, std::size_t bytes = kCanaryBytes);

struct StorageCheck {
  StorageState state;
  std::string trouble;  // English, for the log; empty: none
};

// free_percent: a file with the percentage to go by instead of the file system's own, for tests;
// empty: none.
StorageCheck CheckStorage(const std::filesystem::path& folder, std::size_t canary_bytes,
                          std::int64_t wall_ms, const std::filesystem::path& free_percent = {});

}  // namespace studio
