// How often a PIN, or the code of one slip, may be tried. After some failures each further one
// locks for longer, up to four hours. The waiting is measured in time since boot: a clock that is
// moved either way changes nothing, and after a restart of the machine it begins anew. A value; the
// store keeps it.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "shared/base/time_units.h"
#include "shared/base/uuid.h"

namespace studio {

struct PinLock {
  static constexpr int kFreeTries = 5;
  static constexpr std::int64_t kLongestWaitMs = 240 * kMinuteMs;
  // How long each failure locks, from the first on; the last again and again.
  static constexpr std::array kOfPin = {
      0 * kMinuteMs,  0 * kMinuteMs,   0 * kMinuteMs, 0 * kMinuteMs,  1 * kMinuteMs,
      2 * kMinuteMs,  4 * kMinuteMs,   8 * kMinuteMs, 16 * kMinuteMs, 32 * kMinuteMs,
      64 * kMinuteMs, 128 * kMinuteMs, kLongestWaitMs};
  static constexpr std::array kOfCode = {0 * kMinuteMs,        0 * kMinuteMs,   std::int64_t{5'000},
                                         std::int64_t{30'000}, 2 * kMinuteMs,   10 * kMinuteMs,
                                         60 * kMinuteMs,       120 * kMinuteMs, kLongestWaitMs};

  int failures = 0;
  std::int64_t wait_ms = 0;   // from `since_ms`; 0: not locked
  std::int64_t since_ms = 0;  // monotonic
  Uuid boot;                  // that `since_ms` is of
  bool operator==(const PinLock&) const = default;

  // Milliseconds still to wait. Of another boot: all of it.
  std::int64_t WaitFrom(std::int64_t monotonic_ms, const Uuid& boot_now) const;
  // As it is to be kept once this boot has begun to count.
  PinLock Anchored(std::int64_t monotonic_ms, const Uuid& boot_now) const;
  PinLock AfterFailure(std::int64_t monotonic_ms, const Uuid& boot_now,
                       std::span<const std::int64_t> waits_ms = kOfPin) const;
};

}  // namespace studio
