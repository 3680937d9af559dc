// The machine's clocks as the test has them: beside the true time runs a wall clock that may be set
// wrong and a clock since boot that drifts. Thread safe.
#pragma once

#include <mutex>

#include "app/base/clock.h"
#include "shared/base/uuid.h"

namespace studio {

class WholeClock : public Clock {
 public:
  explicit WholeClock(std::int64_t wall_ms) : now_{wall_ms, 5'000'000} {}
  Moment Now() const override {
    const std::lock_guard lock(mutex_);
    return now_;
  }
  Uuid boot() const { return boot_; }
  // While it is on. ppm: how much too fast its crystal is.
  void Advance(std::int64_t ms, std::int64_t ppm = 0) {
    const std::lock_guard lock(mutex_);
    now_.wall_ms += ms + ms * ppm / 1'000'000;
    now_.monotonic_ms += ms + ms * ppm / 1'000'000;
  }
  void MoveWall(std::int64_t ms) {
    const std::lock_guard lock(mutex_);
    now_.wall_ms += ms;
  }
  void SetWall(std::int64_t wall_ms) {
    const std::lock_guard lock(mutex_);
    now_.wall_ms = wall_ms;
  }
  void Reboot() {
    const std::lock_guard lock(mutex_);
    now_.monotonic_ms = 1000;
    boot_ = Uuid::Random();
  }

 private:
  mutable std::mutex mutex_;
  Moment now_;
  Uuid boot_ = Uuid::Random();
};

}  // namespace studio
