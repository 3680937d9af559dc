// Single cells of a roster as people write them: dates, hours, column headings. Full-width digits,
// letters, marks and spaces mean what their narrow ones do; names are left to RosterNames.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/calendar_date.h"
#include "shared/feed/entities.h"

namespace studio {

// Narrow, every kind of dash a "-", the spaces around it gone, and the apostrophe with which
// spreadsheets mark text.
std::string FoldCell(std::string_view cell);

struct DateCell {
  enum class Fault { kNone, kNotUnderstood, kNoSuchDay };
  Fault fault = Fault::kNotUnderstood;
  CalendarDate date{};
  std::optional<std::chrono::weekday> weekday;  // where it is written beside the date
  std::string rest;                             // hours written behind the date; folded
};

// 2026-11-03, 2026/11/3, 2026.11.3, 2026年11月3日, 20261103, 46329 (days as spreadsheets count
// them); the year of `month`: 11月3日, 11/3; its month too: 3日. Years 2000 to 2099.
DateCell ReadDateCell(std::string_view cell, std::chrono::year_month month);

// 周三, 星期三, 三; nullopt: none.
std::optional<std::chrono::weekday> ReadWeekdayCell(std::string_view cell);

// Where the mechanism names none.
std::vector<UsualHours> DefaultUsualHours();

struct CellHours {
  std::string from, to;  // as in Shift: a `to` not after `from` is on the next day
};

// 上午, 上午班, 08:30-11:30, 8点半至11点, 上午8:30-下午5:00, 20:00-次日2:00. Past midnight only
// where that is said or no more than twelve hours come of it.
std::optional<CellHours> ReadHoursCell(std::string_view cell, const std::vector<UsualHours>& usual);
// The same from a cell for the beginning and one for the end; also 0.354166 (of a day).
std::optional<CellHours> ReadHoursCells(std::string_view from, std::string_view to);

enum class RosterColumn {
  kDate,
  kWhen,  // 时间: the date where no other column is, else the hours
  kWeekday,
  kShift,
  kFrom,
  kTo,
  kMember,
  kSector,
  kGroup,
  kStudio,
};
std::optional<RosterColumn> ColumnOf(std::string_view heading);

}  // namespace studio
