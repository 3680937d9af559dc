// How a terminal is: POST /v1/heartbeat, signed as every request. Tells the county's staff where to
// look, and decides nothing. Unknown fields are passed over.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/record/pin_count.h"
#include "shared/record/record.h"

namespace studio {

struct SetAsideCount {
  std::string reason;  // English, as the county or the store said it
  std::uint64_t count = 0;
  bool operator==(const SetAsideCount&) const = default;
};

struct StorageHealth {
  std::uint64_t free_bytes = 0;
  std::uint64_t total_bytes = 0;
  bool canary_good = true;  // what was written last was read back the same
  bool operator==(const StorageHealth&) const = default;
};

struct Heartbeat {
  std::string version;  // of the program
  std::uint64_t waiting = 0;
  std::uint64_t waiting_attachments = 0;
  std::optional<std::int64_t> oldest_waiting_ms;  // age of the oldest waiting record
  std::vector<SetAsideCount> set_aside;
  std::optional<StorageHealth> storage;          // absent: not looked at yet
  std::string fault = "none";                    // "storage_full", … (protocol.md)
  std::string camera = "none";                   // "none", "working", "missing" (set up, not there)
  std::optional<std::int64_t> last_check_in_ms;  // Unix time by the terminal's clock
  std::optional<std::int64_t> clock_offset_ms;   // county minus terminal
  std::uint32_t schema = 0;                      // of the terminal's database
  PinCount pins;
  // Which time it is by its clocks: what was recorded in this boot is dated by it, and an older
  // heartbeat told by it. Absent where the boot is not known.
  std::optional<ClockEvidence> clock{};
  bool operator==(const Heartbeat&) const = default;
};

inline constexpr std::size_t kMaxHeartbeatBytes = 16 * 1024;
// Further reasons are counted under "other"; longer ones are cut.
inline constexpr std::size_t kMaxSetAsideReasons = 24, kMaxReasonBytes = 200;

// Adds up equal reasons, the most frequent first, within the limits.
std::vector<SetAsideCount> CountReasons(const std::vector<std::string>& reasons);

std::string ToJson(const Heartbeat& heartbeat);
Result<Heartbeat> HeartbeatFromJson(std::string_view json);

}  // namespace studio
