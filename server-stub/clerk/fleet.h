// How the county's terminals are, by what each said last: what staff look at in the morning.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/ledger/ledger.h"
#include "shared/base/time_units.h"
#include "shared/exchange/heartbeat.h"

namespace county {

inline constexpr std::int64_t kSilentMs = studio::kHourMs;
inline constexpr std::int64_t kWaitingLongMs = studio::kDayMs;
inline constexpr std::int64_t kClockOffMs = 5 * 60'000;
inline constexpr int kLowPercentFree = 5;

// What somebody must see to, as English words without spaces: "silent", "fault", "canary",
// "space", "clock", "set_aside", "waiting", "camera"; of a revoked terminal only "revoked".
std::vector<std::string> TroublesOf(const FleetLine& line,
                                    const std::optional<studio::Heartbeat>& heartbeat,
                                    std::int64_t now_ms);

std::string FleetJson(const Ledger& ledger, std::int64_t now_ms);  // an array, by number
std::string FleetText(const Ledger& ledger, std::int64_t now_ms);  // a line each, troubles last

}  // namespace county
