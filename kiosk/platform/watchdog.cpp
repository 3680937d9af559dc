#include "platform/watchdog.h"

#include <systemd/sd-daemon.h>

#include <algorithm>

namespace studio {

Watchdog::Watchdog() {
  std::uint64_t within_us = 0;
  if (sd_watchdog_enabled(0, &within_us) > 0) {
    apart_ms_ = std::max<std::int64_t>(1, static_cast<std::int64_t>(within_us / 3000));
  }
}

void Watchdog::Turned(std::int64_t now_ms) {
  if (!ready_) sd_notify(0, "READY=1");
  ready_ = true;
  if (apart_ms_ == 0 || now_ms < next_ms_) return;
  next_ms_ = now_ms + apart_ms_;
  sd_notify(0, "WATCHDOG=1");
}

std::int64_t Watchdog::SleepAtMost(std::int64_t wait_ms, std::int64_t now_ms) const {
  if (apart_ms_ == 0) return wait_ms;
  const std::int64_t until_beat = std::max<std::int64_t>(0, next_ms_ - now_ms);
  return wait_ms < 0 ? until_beat : std::min(wait_ms, until_beat);
}

}  // namespace studio
