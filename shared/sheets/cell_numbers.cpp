#include "shared/sheets/cell_numbers.h"

#include <array>
#include <charconv>
#include <cmath>

#include "shared/base/calendar_date.h"
#include "shared/base/time_of_day.h"

namespace studio {

std::string NumberText(double number) {
  std::array<char, 64> text{};
  const auto format =
      std::abs(number) < 1e15 ? std::chars_format::fixed : std::chars_format::general;
  const auto end = std::to_chars(text.data(), text.data() + text.size(), number, format);
  if (end.ec != std::errc()) return {};
  return {text.data(), end.ptr};
}

NumberLook LookOf(int format) {
  const auto within = [format](int from, int to) { return format >= from && format <= to; };
  if (within(18, 21) || within(32, 35) || within(45, 47) || within(55, 56))
    return NumberLook::kTime;
  if (within(14, 22) || within(27, 36) || within(50, 58)) return NumberLook::kDate;
  return NumberLook::kNumber;
}

NumberLook LookOf(std::string_view format) {
  bool quoted = false, day = false, time = false, weekday = false;
  for (std::size_t i = 0; i < format.size(); ++i) {
    const char c = format[i];
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == ';') break;  // for negative numbers
    if (c == '\\' || c == '_') {
      ++i;
    } else if (c == '[') {
      i = std::min(format.find(']', i), format.size());
    } else if (format.substr(i).starts_with("aaa") || format.substr(i).starts_with("AAA") ||
               format.substr(i).starts_with("ddd") || format.substr(i).starts_with("DDD")) {
      weekday = true;
      while (i + 1 < format.size() && format[i + 1] == c) ++i;
    } else if (c == 'y' || c == 'Y' || c == 'd' || c == 'D') {
      day = true;
    } else if (c == 'h' || c == 'H') {
      time = true;
    }
  }
  if (day) return NumberLook::kDate;
  if (weekday) return NumberLook::kWeekday;
  return time ? NumberLook::kTime : NumberLook::kNumber;
}

std::string ShownNumber(double number, NumberLook look, bool from_1904) {
  constexpr double kLastDay = 200'000;  // the year 2447
  if (look == NumberLook::kNumber || !(number >= 0) || number > kLastDay) return NumberText(number);
  long minutes = std::lround(number * kDayMinutes);
  const long days = minutes / kDayMinutes;
  minutes %= kDayMinutes;
  const std::string time = TimeOfDay(static_cast<int>(minutes));
  if (days == 0) return time;
  if (look == NumberLook::kTime) return days == 1 && minutes == 0 ? "24:00" : time;
  const CalendarDate first = from_1904 ? CalendarDate(std::chrono::year(1904) / 1 / 1)
                                       : CalendarDate(std::chrono::year(1899) / 12 / 30);
  const CalendarDate date = AddDays(first, static_cast<int>(days));
  if (look == NumberLook::kWeekday) {
    constexpr std::array<const char*, 7> kWeekdays = {"日", "一", "二", "三", "四", "五", "六"};
    return std::string("星期") + kWeekdays[WeekdayOf(date).c_encoding()];
  }
  return ToText(date) + (minutes == 0 ? "" : " " + time);
}

}  // namespace studio
