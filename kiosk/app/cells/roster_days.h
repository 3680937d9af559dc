// Which days a column of dates means where its cells leave out the year or the month. The title
// says first, then the day of the week, then the cells around it, then the month on the screen;
// what contradicts itself is told.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/cells/date_cells.h"
#include "shared/base/calendar_date.h"

namespace studio {

struct TitleFacts {
  int year = 0, month = 0;     // 0: not said
  std::vector<DateSpan> days;  // 12月7日-11日: of a week's table

  // Takes what a title says, 2026年12月, 十二月份; keeps what was known where it says nothing.
  void Take(std::string_view folded);
};

enum class DayFault {
  kNone,
  kNotUnderstood,
  kNoSuchDay,       // 2026-02-30
  kCutZero,         // 12.3, perhaps 12.30
  kTwoWays,         // 3-5: a date, or the days from 3 to 5
  kWhichMonth,      // a day alone, after the end of a month
  kWhichWeek,       // 星期三 and nothing else
  kWeekdayDiffers,  // the day of the week that is written is another
};

struct DaysFound {
  DayFault fault = DayFault::kNotUnderstood;
  std::vector<CalendarDate> days;
  // The days that it may mean, where there is a fault that somebody can decide.
  std::vector<std::vector<CalendarDate>> ways{};
  std::string rest;  // hours written behind the date; folded
};

struct DayText {
  std::string text;
  std::optional<std::chrono::weekday> weekday;  // where it stands in a cell of its own
};

// One for each cell, in the order of the table.
std::vector<DaysFound> FindDays(const std::vector<DayText>& cells, const TitleFacts& title,
                                std::chrono::year_month screen);

}  // namespace studio
