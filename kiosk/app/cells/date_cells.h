// Days as people write them into a cell: one, several, from one to another. What year and month
// they mean where they do not say is for roster_days.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace studio {

// Narrow, every kind of dash a "-", the spaces around it gone, and the apostrophe with which
// spreadsheets mark text.
std::string FoldCell(std::string_view cell);

struct PartialDate {
  int year = 0, month = 0;  // 0: not said
  int day = 0;
  std::optional<std::chrono::weekday> weekday;
  // 12.3: spreadsheets drop the zero of 12.30.
  bool maybe_cut = false;
  // 3-5 is the 5th of March and the days from 3 to 5.
  bool maybe_range = false;
};

struct DateSpan {
  PartialDate first, last;  // the same for one day
};

struct DateCell {
  std::vector<DateSpan> spans;  // none: not understood
  std::string rest;             // behind the days, perhaps hours; folded
};

// 2026-11-03, 2026/11/3, 2026年11月3日, 26.11.3, 20261103, 46329 (days as spreadsheets count them),
// 11/3/2026, 11月3日, 11.3, 3-Nov, 3日, 3, 十一月三日; 1日、8日, 11.1-11.5, 1-5日, 3日至5日;
// a day of the week behind each.
DateCell ReadDateCell(std::string_view cell);

// 周三, 星期三, 三; nullopt: none.
std::optional<std::chrono::weekday> ReadWeekdayCell(std::string_view cell);

// Chinese numbers before 年, 月, 日, 号 as digits: 二〇二六年十二月三日.
std::string WithDigits(std::string_view folded);

}  // namespace studio
