#include "app/cells/recurring_days.h"

#include <algorithm>

#include "app/cells/cell_scan.h"
#include "app/cells/date_cells.h"

namespace studio {
namespace {

std::optional<int> EatDayOfWeek(CellScan& scan) {
  constexpr auto kNames =
      std::to_array<std::string_view>({"日", "一", "二", "三", "四", "五", "六", "天"});
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (scan.Eat(kNames[i])) return static_cast<int>(i % 7);
  }
  return std::nullopt;
}

bool EatWeek(CellScan& scan) { return scan.EatAny({"星期", "周", "礼拜"}); }

// 一, 一、三, 一至周五
bool EatWeekdays(CellScan& scan, RecurringDays& out) {
  auto first = EatDayOfWeek(scan);
  if (!first) return false;
  for (;;) {
    out.weekdays[static_cast<std::size_t>(*first)] = true;
    CellScan ahead = scan;
    ahead.SkipSpaces();
    const bool range = ahead.EatAny({"至", "到", "-", "~"});
    if (!range && !ahead.EatAny({"、", ",", "和", "及", "/"})) return true;
    ahead.SkipSpaces();
    ahead.Eat("每");
    EatWeek(ahead);
    const auto next = EatDayOfWeek(ahead);
    if (!next) return true;
    for (int day = *first; range && day != *next; day = (day + 1) % 7) {
      out.weekdays[static_cast<std::size_t>(day)] = true;
    }
    first = next;
    scan = ahead;
  }
}

// 10日、20日; 5、15、25日
bool EatMonthDays(CellScan& scan, RecurringDays& out) {
  bool word = false;
  for (;;) {
    CellScan ahead = scan;
    ahead.SkipSpaces();
    if (!out.days.empty() && !ahead.EatAny({"、", ",", "和", "及"})) break;
    ahead.SkipSpaces();
    const auto day = ahead.Number(2);
    if (!day || *day < 1 || *day > 31) break;
    word = ahead.EatAny({"日", "号"});
    out.days.push_back(*day);
    scan = ahead;
  }
  return word;
}

std::optional<int> EatNth(CellScan& scan) {
  CellScan ahead = scan;
  if (!ahead.Eat("第")) return std::nullopt;
  constexpr auto kFirstFive = std::to_array<std::string_view>({"一", "二", "三", "四", "五"});
  int nth = ahead.Number(1).value_or(0);
  for (std::size_t i = 0; i < kFirstFive.size() && nth == 0; ++i) {
    if (ahead.Eat(kFirstFive[i])) nth = static_cast<int>(i) + 1;
  }
  if (nth < 1 || nth > 5 || !ahead.Eat("个")) return std::nullopt;
  scan = ahead;
  return nth;
}

}  // namespace

bool RecurringDays::Falls(CalendarDate day) const {
  const int of_month = static_cast<int>(static_cast<unsigned>(day.day()));
  if (std::find(days.begin(), days.end(), of_month) != days.end()) return true;
  return weekdays[WeekdayOf(day).c_encoding()] && (nth == 0 || (of_month - 1) / 7 + 1 == nth);
}

std::optional<RecurringDays> ReadRecurringCell(std::string_view cell) {
  RecurringDays out;
  const std::string text = WithDigits(FoldCell(cell));
  CellScan scan(text);
  const bool every = scan.EatAny({"每逢", "每", "逢"});
  if (!every) return std::nullopt;
  scan.Eat("个");
  if (scan.EatAny({"天", "日"})) {
    out.weekdays.fill(true);
  } else if (scan.Eat("月")) {
    scan.Eat("的");
    if (const auto nth = EatNth(scan)) {
      out.nth = *nth;
      if (!EatWeek(scan) || !EatWeekdays(scan, out)) return std::nullopt;
    } else if (!EatMonthDays(scan, out)) {
      return std::nullopt;
    }
  } else if (!EatWeek(scan) || !EatWeekdays(scan, out)) {
    return std::nullopt;
  }
  scan.SkipSpaces();
  out.rest = scan.Left();
  return out;
}

}  // namespace studio
