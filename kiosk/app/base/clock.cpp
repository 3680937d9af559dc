#include "app/base/clock.h"

#include <chrono>
#include <cstdio>

namespace studio {

LocalTime LocalTime::At(std::int64_t wall_ms) {
  using namespace std::chrono;
  const auto local = sys_time<milliseconds>(milliseconds(wall_ms)) + hours(8);
  const auto day = floor<days>(local);
  const year_month_day date(day);
  const auto since_midnight = duration_cast<minutes>(local - day).count();
  LocalTime out;
  out.year = static_cast<int>(date.year());
  out.month = static_cast<int>(static_cast<unsigned>(date.month()));
  out.day = static_cast<int>(static_cast<unsigned>(date.day()));
  out.hour = static_cast<int>(since_midnight / 60);
  out.minute = static_cast<int>(since_midnight % 60);
  out.weekday = static_cast<int>(std::chrono::weekday(day).c_encoding());
  return out;
}

std::string LocalTime::Date() const {
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
  return text;
}

std::string LocalTime::HourMin() const {
  char text[32];
  std::snprintf(text, sizeof text, "%02d:%02d", hour, minute);
  return text;
}

}  // namespace studio
