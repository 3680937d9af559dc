#include "app/rules/holiday_calendar.h"

namespace studio {
namespace {

// No run of days off is longer; a calendar that says so is damaged.
constexpr int kLongestRun = 30;

}  // namespace

HolidayCalendar::HolidayCalendar(const std::vector<Holiday>& holidays) {
  for (const Holiday& holiday : holidays) {
    if (const auto date = ParseDate(holiday.date)) days_[*date] = holiday;
  }
}

bool HolidayCalendar::IsHoliday(CalendarDate date) const {
  const auto it = days_.find(date);
  return it != days_.end() && !it->second.worked;
}

bool HolidayCalendar::IsWorkingDay(CalendarDate date) const {
  if (const auto it = days_.find(date); it != days_.end()) return it->second.worked;
  const std::chrono::weekday day = WeekdayOf(date);
  return day != std::chrono::Saturday && day != std::chrono::Sunday;
}

const std::string& HolidayCalendar::NameOf(CalendarDate date) const {
  static const std::string kNone;
  const auto it = days_.find(date);
  return it == days_.end() ? kNone : it->second.name;
}

CalendarDate HolidayCalendar::NextWorkingDay(CalendarDate date) const {
  CalendarDate next = AddDays(date, 1);
  for (int i = 0; i < kLongestRun && !IsWorkingDay(next); ++i) next = AddDays(next, 1);
  return next;
}

}  // namespace studio
