#include "app/station/health.h"

#include <algorithm>
#include <cstdlib>

namespace studio {
namespace {

HealthLevel FaultLevel(Fault fault) {
  switch (fault) {
    case Fault::kNone:
      return HealthLevel::kGood;
    case Fault::kDatabaseSalvaged:
      return HealthLevel::kAttention;
    case Fault::kStorageFull:
    case Fault::kStorageBroken:
    case Fault::kNewerDatabase:
    case Fault::kNotEnrolled:
    case Fault::kCrashing:
      break;
  }
  return HealthLevel::kBad;
}

HealthLevel DiskLevel(const StorageState& storage) {
  if (storage.total_bytes == 0) return HealthLevel::kUnknown;
  switch (ShortageOf(storage)) {
    case Shortage::kNone:
      return HealthLevel::kGood;
    case Shortage::kNoPhotos:
    case Shortage::kNoVoice:
      return HealthLevel::kAttention;
    case Shortage::kNoRequests:
      break;
  }
  return HealthLevel::kBad;
}

HealthLevel LinkLevel(LinkCondition condition) {
  switch (condition) {
    case LinkCondition::kConnected:
    case LinkCondition::kClockWrong:  // told by the clock
      return HealthLevel::kGood;
    case LinkCondition::kStarting:
      return HealthLevel::kUnknown;
    case LinkCondition::kOffline:
      return HealthLevel::kAttention;
    case LinkCondition::kRefused:
    case LinkCondition::kUntrusted:
      break;
  }
  return HealthLevel::kBad;
}

HealthLevel CanaryLevel(const StorageState& storage) {
  if (storage.checked_ms == 0) return HealthLevel::kUnknown;
  return storage.canary_good ? HealthLevel::kGood : HealthLevel::kBad;
}

HealthLevel DeviceLevel(bool present) {
  return present ? HealthLevel::kGood : HealthLevel::kAbsent;
}

}  // namespace

HealthLevel ClockLevel(const LinkState& link) {
  if (link.last_exchange_ms == 0) return HealthLevel::kUnknown;
  const std::int64_t off = std::llabs(link.clock_offset_ms);
  if (off > kClockWrongMs) return HealthLevel::kBad;
  return off > kClockNoticeMs ? HealthLevel::kAttention : HealthLevel::kGood;
}

std::vector<HealthFinding> CheckHealth(const KioskState& state, const Devices& devices) {
  std::vector<HealthFinding> findings = {
      {HealthItem::kFault, FaultLevel(state.fault)},
      {HealthItem::kDisk, DiskLevel(state.storage)},
      {HealthItem::kCanary, CanaryLevel(state.storage)},
      {HealthItem::kClock, ClockLevel(state.link)},
      {HealthItem::kLink, LinkLevel(state.link.condition)},
      {HealthItem::kSetAside,
       state.outbox.set_aside > 0 ? HealthLevel::kAttention : HealthLevel::kGood},
      {HealthItem::kCamera, DeviceLevel(devices.camera)},
      {HealthItem::kMicrophone, DeviceLevel(devices.microphone)},
      {HealthItem::kPrinter, DeviceLevel(devices.printer)},
  };
  std::stable_sort(findings.begin(), findings.end(),
                   [](const auto& a, const auto& b) { return a.level < b.level; });
  return findings;
}

int CountTroubles(const std::vector<HealthFinding>& findings) {
  return static_cast<int>(
      std::count_if(findings.begin(), findings.end(),
                    [](const HealthFinding& one) { return one.level <= HealthLevel::kAttention; }));
}

}  // namespace studio
