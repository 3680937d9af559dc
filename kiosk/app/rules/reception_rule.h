// Reception days as studios write them on the door: 每周三, 每周一至周五, 每月10日、20日,
// 每月第一个星期一, 每月最后一个周五, 工作日, 每天. Numbers may be digits or Chinese numerals.
//
// A day that falls on a public holiday is moved to the next working day (遇节假日顺延); a date of
// the month is moved off a plain weekend too. "工作日" and "每天" are not moved: the next day is
// theirs already.
#pragma once

#include <bitset>
#include <optional>
#include <string_view>
#include <vector>

#include "app/rules/holiday_calendar.h"
#include "shared/base/result.h"

namespace studio {

struct ReceptionDay {
  CalendarDate date;
  std::optional<CalendarDate> moved_from;
  bool operator==(const ReceptionDay&) const = default;
};

class ReceptionRule {
 public:
  // kInvalid: not a way of writing reception days that is known here.
  static Result<ReceptionRule> Parse(std::string_view text);

  // By date, each day once, from `first` to `last`, both included.
  std::vector<ReceptionDay> Days(CalendarDate first, CalendarDate last,
                                 const HolidayCalendar& calendar) const;

 private:
  enum class Named { kNo, kByWeekday, kByDate };
  struct NthWeekday {
    int nth = 0;  // from 1; 0: the last of the month
    std::chrono::weekday weekday;
  };

  Named NamedOn(CalendarDate date) const;

  bool every_day_ = false, working_days_ = false, last_day_ = false;
  std::bitset<7> weekdays_;     // from Sunday
  std::bitset<32> month_days_;  // from 1
  std::vector<NthWeekday> nth_;
};

}  // namespace studio
