// How much room the disk under the data folder has left, and what the terminal still takes with
// that: less and less, so that nothing breaks half-way.
#pragma once

#include <cstdint>

namespace studio {

struct StorageState {
  std::uint64_t free_bytes = 0;
  std::uint64_t total_bytes = 0;  // 0: not measured yet
  bool canary_good = true;        // what was written and synced last was read back the same
  std::int64_t checked_ms = 0;    // wall time; 0: not yet
};

// Each includes those before it.
enum class Shortage { kNone, kNoPhotos, kNoVoice, kNoRequests };

inline constexpr int kNoPhotosPercent = 5, kNoVoicePercent = 3, kNoRequestsPercent = 1;

// Under those per cent free. Not measured is no shortage.
constexpr Shortage ShortageOf(const StorageState& storage) {
  const auto under = [&](int percent) {
    return storage.free_bytes < storage.total_bytes / 100 * static_cast<std::uint64_t>(percent);
  };
  if (under(kNoRequestsPercent)) return Shortage::kNoRequests;
  if (under(kNoVoicePercent)) return Shortage::kNoVoice;
  return under(kNoPhotosPercent) ? Shortage::kNoPhotos : Shortage::kNone;
}

}  // namespace studio
