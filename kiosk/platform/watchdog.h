// Word to whoever watches over the program: systemd, which restarts it where the beats cease
// (sd_notify(3); NOTIFY_SOCKET, WATCHDOG_USEC). Where nobody watches, nothing is said. Main thread:
// a beat says that its loop turns, and nothing else may give one.
#pragma once

#include <cstdint>

namespace studio {

class Watchdog {
 public:
  Watchdog();

  // The loop has turned, and a frame stands on the screen. The first time: READY=1. At most three
  // times in the interval asked for: WATCHDOG=1. now_ms: monotonic.
  void Turned(std::int64_t now_ms);
  // The loop may sleep that long in place of wait_ms (-1: for ever), milliseconds.
  std::int64_t SleepAtMost(std::int64_t wait_ms, std::int64_t now_ms) const;

 private:
  std::int64_t apart_ms_ = 0;  // 0: nobody counts the beats
  std::int64_t next_ms_ = 0;
  bool ready_ = false;
};

}  // namespace studio
