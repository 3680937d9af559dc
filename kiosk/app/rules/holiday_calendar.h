// Which days people work: weekends, public holidays and the weekend days worked instead (调休), as
// the State Council's notice of the year gives them. Comes down the feed.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "shared/base/calendar_date.h"
#include "shared/feed/entities.h"

namespace studio {

class HolidayCalendar {
 public:
  HolidayCalendar() = default;
  explicit HolidayCalendar(const std::vector<Holiday>& holidays);

  // A public holiday; a plain weekend is none.
  bool IsHoliday(CalendarDate date) const;
  bool IsWorkingDay(CalendarDate date) const;
  // "春节"; empty on an ordinary day.
  const std::string& NameOf(CalendarDate date) const;
  CalendarDate NextWorkingDay(CalendarDate date) const;  // after `date`

 private:
  std::map<CalendarDate, Holiday> days_;
};

}  // namespace studio
