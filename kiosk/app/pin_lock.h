// How often a PIN may be tried. After five failures each further one locks for longer, from a
// minute to four hours. The waiting is measured in time since boot: a clock that is moved either
// way changes nothing, and after a restart of the machine it begins anew. A value; the store keeps
// it.
#pragma once

#include <cstdint>

#include "shared/uuid.h"

namespace studio {

struct PinLock {
  static constexpr int kFreeTries = 5;
  static constexpr std::int64_t kFirstWaitMs = 60'000;
  static constexpr std::int64_t kLongestWaitMs = 4 * 3'600'000;

  int failures = 0;
  std::int64_t wait_ms = 0;   // from `since_ms`; 0: not locked
  std::int64_t since_ms = 0;  // monotonic
  Uuid boot;                  // that `since_ms` is of
  bool operator==(const PinLock&) const = default;

  // Milliseconds still to wait. Of another boot: all of it.
  std::int64_t WaitFrom(std::int64_t monotonic_ms, const Uuid& boot_now) const;
  // As it is to be kept once this boot has begun to count.
  PinLock Anchored(std::int64_t monotonic_ms, const Uuid& boot_now) const;
  PinLock AfterFailure(std::int64_t monotonic_ms, const Uuid& boot_now) const;
};

}  // namespace studio
