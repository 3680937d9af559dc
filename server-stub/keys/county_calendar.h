// The county's calendar: days of Asia/Shanghai, which has no summer time.
#pragma once

#include <chrono>
#include <cstdint>

#include "shared/base/calendar_date.h"

namespace county {

// now_ms: Unix time.
inline studio::CalendarDate DateAt(std::int64_t now_ms) {
  using namespace std::chrono;
  return floor<days>(sys_time<milliseconds>(milliseconds(now_ms)) + hours(8));
}

}  // namespace county
