// Days of the county's calendar (Asia/Shanghai), as the feed and people's tables name them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace studio {

using CalendarDate = std::chrono::year_month_day;

// "2026-11-21" and nothing else; nullopt also for a day that no month has.
std::optional<CalendarDate> ParseDate(std::string_view text);
std::string ToText(CalendarDate date);

inline CalendarDate AddDays(CalendarDate date, int days) {
  return std::chrono::sys_days(date) + std::chrono::days(days);
}
inline std::chrono::weekday WeekdayOf(CalendarDate date) {
  return std::chrono::weekday(std::chrono::sys_days(date));
}
inline CalendarDate FirstOf(std::chrono::year_month month) { return month / 1; }
inline CalendarDate LastOf(std::chrono::year_month month) { return month / std::chrono::last; }

}  // namespace studio
