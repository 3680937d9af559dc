#include "app/rules/pin_lock.h"

#include <algorithm>

namespace studio {

std::int64_t PinLock::WaitFrom(std::int64_t monotonic_ms, const Uuid& boot_now) const {
  if (boot != boot_now) return wait_ms;
  // Not below since_ms: a monotonic clock that went back is no reason to open.
  const std::int64_t waited = std::max<std::int64_t>(monotonic_ms - since_ms, 0);
  return std::max<std::int64_t>(wait_ms - waited, 0);
}

PinLock PinLock::Anchored(std::int64_t monotonic_ms, const Uuid& boot_now) const {
  PinLock lock = *this;
  if (lock.boot != boot_now) {
    lock.since_ms = monotonic_ms;
    lock.boot = boot_now;
  }
  return lock;
}

PinLock PinLock::AfterFailure(std::int64_t monotonic_ms, const Uuid& boot_now,
                              std::span<const std::int64_t> waits_ms) const {
  PinLock lock;
  lock.failures = failures + 1;
  lock.since_ms = monotonic_ms;
  lock.boot = boot_now;
  const std::size_t last = waits_ms.size() - 1;
  lock.wait_ms = waits_ms[std::min(static_cast<std::size_t>(lock.failures) - 1, last)];
  return lock;
}

}  // namespace studio
