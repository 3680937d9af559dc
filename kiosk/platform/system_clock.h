// The machine's clocks: wall time, and time since boot including sleep (CLOCK_BOOTTIME).
#pragma once

#include <atomic>
#include <cstdint>

#include "app/base/clock.h"
#include "shared/base/uuid.h"

namespace studio {

class SystemClock : public Clock {
 public:
  Moment Now() const override;
  // Moves both clocks forward, for scripts. Any thread.
  void Advance(std::int64_t ms) { advanced_ms_ += ms; }

 private:
  std::atomic<std::int64_t> advanced_ms_ = 0;
};

// Tells this boot from others, so that monotonic times of two boots are never compared. A random
// one where the kernel does not say.
Uuid BootId();

}  // namespace studio
