// When the county is told how the terminal is, and what. Told the time (monotonic milliseconds);
// knows no network and keeps no clock.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "app/base/clock.h"
#include "app/station/machine_health.h"
#include "shared/exchange/heartbeat.h"
#include "store/base/link_store.h"

namespace studio {

struct HeartbeatTimes {
  std::chrono::milliseconds apart{std::chrono::minutes(10)};  // 0: none are sent
  // After one that did not get through, or where something important has changed.
  std::chrono::milliseconds again{std::chrono::minutes(1)};
};

class Heartbeats {
 public:
  explicit Heartbeats(HeartbeatTimes times) : times_(times) {}

  // Another fault, shortage, canary or camera is important; a few bytes more or less are not.
  void Note(const MachineHealth& machine);
  // Records or attachments were set aside.
  void SetAsideChanged() { important_ = true; }

  bool Due(std::int64_t now_ms) const;
  void Tried(std::int64_t now_ms);
  void GotThrough() { important_ = false; }
  void Failed() { important_ = true; }

  Heartbeat Make(const StoreHealth& store, std::int64_t wall_ms,
                 std::optional<std::int64_t> clock_offset_ms) const;

 private:
  HeartbeatTimes times_;
  MachineHealth machine_;
  std::optional<std::int64_t> tried_ms_;
  bool important_ = false;
};

}  // namespace studio
