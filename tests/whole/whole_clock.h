// One time for terminals and county alike; the test moves it. Thread safe.
#pragma once

#include <atomic>

#include "app/base/clock.h"

namespace studio {

class WholeClock : public Clock {
 public:
  explicit WholeClock(std::int64_t wall_ms) : wall_ms_(wall_ms) {}
  Moment Now() const override { return {wall_ms_, monotonic_ms_}; }
  void Advance(std::int64_t ms) {
    wall_ms_ += ms;
    monotonic_ms_ += ms;
  }
  void Reboot() { monotonic_ms_ = 1000; }

 private:
  std::atomic<std::int64_t> wall_ms_, monotonic_ms_ = 5'000'000;
};

}  // namespace studio
