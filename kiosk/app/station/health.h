// 本机状况: what is well with the machine, what wants looking after, and how urgently. Values, from
// what the terminal knows of itself.
#pragma once

#include <cstdint>
#include <vector>

#include "app/station/kiosk_state.h"

namespace studio {

enum class HealthItem {
  kFault,  // database and disk at work: see KioskState::fault
  kDisk,   // room on it
  kCanary,
  kClock,
  kLink,
  kSetAside,
  kCamera,
  kMicrophone,
  kPrinter,
};

// In the order in which they are shown.
enum class HealthLevel {
  kBad,        // does not work
  kAttention,  // works, and somebody must see to it
  kAbsent,     // is not set up
  kUnknown,    // nobody has looked yet
  kGood,
};

struct HealthFinding {
  HealthItem item = HealthItem::kFault;
  HealthLevel level = HealthLevel::kGood;
};

struct Devices {
  bool camera = false, microphone = false, printer = false;
};

// The clock's difference that is worth a word, and from which on it is wrong.
inline constexpr std::int64_t kClockNoticeMs = 5'000, kClockWrongMs = 5 * 60'000;

HealthLevel ClockLevel(const LinkState& link);
// Every item once, worst first.
std::vector<HealthFinding> CheckHealth(const KioskState& state, const Devices& devices);
// How many of them somebody must see to.
int CountTroubles(const std::vector<HealthFinding>& findings);

}  // namespace studio
