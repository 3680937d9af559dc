// Time as flows are told it. A test or a script moves it; floor 2 reads the real one.
#pragma once

#include <cstdint>
#include <string>

namespace studio {

struct Moment {
  std::int64_t wall_ms = 0;       // Unix time
  std::int64_t monotonic_ms = 0;  // never goes back; deadlines are measured in it
};

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Moment Now() const = 0;
};

// The county's calendar is Asia/Shanghai (UTC+8 without summer time), whatever the machine says.
struct LocalTime {
  int year = 1970, month = 1, day = 1;
  int hour = 0, minute = 0;
  int weekday = 4;  // 0 is Sunday

  static LocalTime At(std::int64_t wall_ms);
  std::string Date() const;     // "2026-11-21"
  std::string HourMin() const;  // "09:32"
};

}  // namespace studio
