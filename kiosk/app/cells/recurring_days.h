// Days that come again: 每周一, 每周一至周五, 每月10日、20日, 每月第二个周三, 每天.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/calendar_date.h"

namespace studio {

struct RecurringDays {
  std::array<bool, 7> weekdays{};  // from Sunday
  std::vector<int> days;           // of a month
  int nth = 0;                     // which of these days of the week in a month; 0: each
  std::string rest;                // hours behind it; folded

  bool Falls(CalendarDate day) const;
};

// nullopt: no such cell.
std::optional<RecurringDays> ReadRecurringCell(std::string_view cell);

}  // namespace studio
