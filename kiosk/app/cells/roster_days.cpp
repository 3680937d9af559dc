#include "app/cells/roster_days.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>
#include <utility>

#include "app/cells/cell_scan.h"
#include "app/cells/recurring_days.h"

namespace studio {
namespace {

using std::chrono::year_month;

constexpr int kLongestSpan = 62;  // days

int MonthsOf(int year, int month) { return year * 12 + month - 1; }
int MonthsOf(year_month month) {
  return MonthsOf(static_cast<int>(month.year()),
                  static_cast<int>(static_cast<unsigned>(month.month())));
}

// The year in which that month is nearest to `anchor`.
int NearestYear(int month, int anchor) {
  int best = anchor / 12;
  for (const int year : {anchor / 12 - 1, anchor / 12 + 1}) {
    if (std::abs(MonthsOf(year, month) - anchor) < std::abs(MonthsOf(best, month) - anchor)) {
      best = year;
    }
  }
  return best;
}

CalendarDate DateOf(int year, int month, int day) {
  return CalendarDate(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                      std::chrono::day(static_cast<unsigned>(day)));
}

class DayFinding {
 public:
  DayFinding(const TitleFacts& title, year_month screen) : title_(title) {
    anchor_ = MonthsOf(screen);
    if (title.month > 0) {
      const int year = title.year > 0 ? title.year : NearestYear(title.month, anchor_);
      anchor_ = MonthsOf(year, title.month);
    } else if (title.year > 0) {
      anchor_ = MonthsOf(title.year, anchor_ % 12 + 1);
    }
  }

  std::vector<DaysFound> Take(const std::vector<DayText>& cells) {
    for (const DayText& cell : cells) read_.push_back(ReadDateCell(cell.text));
    month_below_.assign(read_.size() + 1, 0);
    for (std::size_t i = read_.size(); i-- > 0;) {
      const auto& spans = read_[i].spans;
      const int month = spans.empty() ? 0 : spans.front().first.month;
      month_below_[i] = month > 0 ? month : month_below_[i + 1];
    }
    FindCut();
    std::vector<DaysFound> out;
    for (std::size_t i = 0; i < cells.size(); ++i) out.push_back(One(i, cells[i]));
    return out;
  }

 private:
  // Where days go back unless a zero is added, whichever days of the column may have lost theirs.
  void FindCut() {
    cut_.assign(read_.size(), false);
    const auto key = [&](std::size_t i, bool with_zero) {
      const PartialDate& date = read_[i].spans.front().first;
      return date.month * 100 + date.day * (with_zero ? 10 : 1);
    };
    const auto decimal = [&](std::size_t i) {
      return read_[i].spans.size() == 1 && read_[i].spans.front().first.month > 0;
    };
    bool lost = false;
    int before = 0;
    for (std::size_t i = 0; i < read_.size(); ++i) {
      if (!decimal(i)) continue;
      const bool maybe = read_[i].spans.front().first.maybe_cut;
      const bool back = maybe && key(i, false) < before && key(i, true) > before;
      lost = lost || back;
      cut_[i] = back;
      before = key(i, back);
    }
    if (!lost) return;
    before = 0;
    std::vector<int> clear_below(read_.size(), 9999);
    int clear = 9999;
    for (std::size_t i = read_.size(); i-- > 0;) {
      clear_below[i] = clear;
      if (decimal(i) && !read_[i].spans.front().first.maybe_cut) clear = key(i, false);
    }
    for (std::size_t i = 0; i < read_.size(); ++i) {
      if (!decimal(i)) continue;
      if (read_[i].spans.front().first.maybe_cut && key(i, true) > before &&
          key(i, true) <= clear_below[i]) {
        cut_[i] = true;
      }
      before = std::max(before, key(i, false));
    }
  }

  DaysFound One(std::size_t index, const DayText& cell) {
    if (const auto every = ReadRecurringCell(cell.text)) return Recurring(*every);
    const DateCell& read = read_[index];
    DaysFound out;
    out.rest = read.rest;
    if (read.spans.empty()) {
      const auto weekday = ReadWeekdayCell(cell.text);
      return weekday ? OfWeek(*weekday) : out;
    }
    out.fault = cut_[index] ? DayFault::kCutZero : DayFault::kNone;
    differs_ = false;
    for (const DateSpan& span : read.spans) {
      if (out.fault == DayFault::kNone) out.fault = Add(index, span, cell, out.days);
    }
    if (out.fault == DayFault::kNone && differs_) {
      out.fault = DayFault::kWeekdayDiffers;
      out.ways = {out.days};
    } else if (read.spans.size() == 1) {
      out.ways = WaysOf(out.fault, index, read.spans.front());
    }
    if (out.fault != DayFault::kNone) out.days.clear();
    return out;
  }

  // What a single day or span may mean.
  std::vector<std::vector<CalendarDate>> WaysOf(DayFault fault, std::size_t index,
                                                const DateSpan& span) {
    DateSpan other = span;
    if (fault == DayFault::kCutZero) {
      other.first.day = other.last.day = span.first.day * 10;
    } else if (fault == DayFault::kTwoWays) {
      const int months = said_ > 0 ? said_ : anchor_;
      other.first.day = span.first.month;
      other.first.month = other.last.month = months % 12 + 1;
      other.first.year = other.last.year = months / 12;
    } else if (fault == DayFault::kWhichMonth && before_.ok()) {
      // That of the day above, or the one that follows.
      const year_month said = before_.year() / before_.month();
      return DaysIn({said, said + std::chrono::months(1)}, span);
    } else {
      return {};
    }
    std::vector<std::vector<CalendarDate>> out;
    for (const DateSpan& one : {span, other}) {
      // Only tried: what is found for the cells below does not go by it.
      const auto kept = std::tuple(said_, ascending_, unclear_, before_);
      DateSpan certain = one;
      certain.first.maybe_range = false;
      std::vector<CalendarDate> days;
      if (Add(index, certain, {}, days) == DayFault::kNone) out.push_back(std::move(days));
      std::tie(said_, ascending_, unclear_, before_) = kept;
    }
    return out;
  }

  static std::vector<std::vector<CalendarDate>> DaysIn(const std::vector<year_month>& months,
                                                       const DateSpan& span) {
    std::vector<std::vector<CalendarDate>> out;
    if (span.first.day != span.last.day) return out;
    for (const year_month& month : months) {
      const CalendarDate day(month.year(), month.month(),
                             std::chrono::day(static_cast<unsigned>(span.first.day)));
      if (day.ok()) out.push_back({day});
    }
    return out;
  }

  // All of them within the days of the title, else within its month or that on the screen.
  DaysFound Recurring(const RecurringDays& every) {
    DaysFound out;
    out.rest = every.rest;
    out.fault = DayFault::kNone;
    CalendarDate begin = DateOf(anchor_ / 12, anchor_ % 12 + 1, 1);
    CalendarDate end = CalendarDate(begin.year() / begin.month() / std::chrono::last);
    if (!title_.days.empty()) {
      const auto first = Resolve(0, title_.days.front().first, {});
      const auto last = Resolve(0, title_.days.back().last, {});
      if (first && last && *first <= *last && *last <= AddDays(*first, kLongestSpan)) {
        begin = *first;
        end = *last;
      }
    }
    for (CalendarDate day = begin; day <= end; day = AddDays(day, 1)) {
      if (every.Falls(day)) out.days.push_back(day);
    }
    if (out.days.empty()) out.fault = DayFault::kNoSuchDay;
    return out;
  }

  DaysFound OfWeek(std::chrono::weekday weekday) {
    DaysFound out;
    out.fault = DayFault::kWhichWeek;
    if (title_.days.empty()) return out;
    PartialDate first = title_.days.front().first;
    PartialDate last = title_.days.back().last;
    const auto begin = Resolve(0, first, {}), end = Resolve(0, last, {});
    if (!begin || !end || AddDays(*begin, 6) < *end) return out;
    for (CalendarDate day = *begin; day <= *end; day = AddDays(day, 1)) {
      if (WeekdayOf(day) != weekday) continue;
      out.fault = DayFault::kNone;
      out.days = {day};
    }
    return out;
  }

  DayFault Add(std::size_t index, const DateSpan& span, const DayText& cell,
               std::vector<CalendarDate>& out) {
    const bool single = span.first.day == span.last.day && span.first.month == span.last.month;
    const auto weekday = span.first.weekday                         ? span.first.weekday
                         : single && read_[index].spans.size() == 1 ? cell.weekday
                                                                    : std::nullopt;
    if (span.first.maybe_range && single && span.first.month != anchor_ % 12 + 1 && !weekday) {
      return DayFault::kTwoWays;
    }
    const auto first = Resolve(index, span.first, weekday);
    if (!first) return unclear_ ? DayFault::kWhichMonth : DayFault::kNoSuchDay;
    const auto last = single ? first : Resolve(index, span.last, span.last.weekday);
    if (!last) return unclear_ ? DayFault::kWhichMonth : DayFault::kNoSuchDay;
    if (*last < *first || AddDays(*first, kLongestSpan) < *last) return DayFault::kNotUnderstood;
    for (CalendarDate day = *first; day <= *last; day = AddDays(day, 1)) out.push_back(day);
    return DayFault::kNone;
  }

  std::optional<CalendarDate> Resolve(std::size_t index, const PartialDate& date,
                                      std::optional<std::chrono::weekday> weekday) {
    unclear_ = false;
    int month = date.month, year = date.year;
    if (month == 0 && said_ > 0) {
      month = said_ % 12 + 1;
      year = said_ / 12;
    } else if (month == 0 && title_.month == 0 && month_below_[index] > 0) {
      month = month_below_[index];
    } else if (month == 0) {
      month = anchor_ % 12 + 1;
      year = anchor_ / 12;
    }
    const bool no_month = date.month == 0 && date.year > 0;  // 2026-00-10
    if (no_month || month < 1 || month > 12) return std::nullopt;
    // 30日, 31日, 1日: the month may have ended.
    if (date.month == 0 && ascending_ && before_.ok() && date.day <= 7 &&
        static_cast<unsigned>(before_.day()) >= 25) {
      unclear_ = true;
      return std::nullopt;
    }
    if (year == 0) year = Year(month, date.day, weekday);
    const CalendarDate found = DateOf(year, month, date.day);
    if (!found.ok()) return std::nullopt;
    if (weekday && WeekdayOf(found) != *weekday) differs_ = true;
    if (date.month > 0) said_ = MonthsOf(year, month);
    ascending_ = ascending_ && (!before_.ok() || before_ <= found);
    before_ = found;
    return found;
  }

  int Year(int month, int day, std::optional<std::chrono::weekday> weekday) const {
    const bool titled = title_.year > 0 || title_.month > 0;
    const int anchor = !titled && said_ > 0 ? said_ : anchor_;
    const int nearest = NearestYear(month, anchor);
    // The day of the week decides only where the month leaves two years open.
    const int away = std::abs(MonthsOf(nearest, month) - anchor);
    if (title_.year > 0 || !weekday || away < 5) return nearest;
    for (const int year : {nearest, nearest + 1, nearest - 1}) {
      const CalendarDate date = DateOf(year, month, day);
      if (date.ok() && WeekdayOf(date) == *weekday) return year;
    }
    return nearest;
  }

  const TitleFacts& title_;
  int anchor_ = 0;  // months since the year 0
  int said_ = 0;    // the month that the last cell with one means
  bool ascending_ = true, unclear_ = false, differs_ = false;
  CalendarDate before_{};
  std::vector<DateCell> read_;
  std::vector<bool> cut_;
  std::vector<int> month_below_;  // of this cell or the next that says one; 0: none
};

}  // namespace

void TitleFacts::Take(std::string_view folded) {
  const std::string text = WithDigits(folded);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool digit = text[at] >= '0' && text[at] <= '9';
    if (!digit || (at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9')) continue;
    CellScan scan(std::string_view(text).substr(at));
    // A whole date is none of the table's month: 制表日期 2026-11-28.
    const DateCell date = ReadDateCell(scan.Left());
    if (!date.spans.empty() && date.spans.front().first.month > 0) {
      const DateSpan& span = date.spans.front();
      if (span.first.day != span.last.day || span.first.month != span.last.month) {
        days = {span};
      }
      const std::size_t used = scan.Left().size() - date.rest.size();
      at += std::max<std::size_t>(used, 1) - 1;
      continue;
    }
    const auto number = scan.Number(4);
    if (!number) continue;
    const std::size_t digits = scan.digits();
    scan.SkipSpaces();
    if (digits == 4 && *number >= 2000 && *number <= 2099 && scan.EatAny({"年", "-", ".", "/"})) {
      year = *number;
      scan.SkipSpaces();
      const auto second = scan.Number(2);
      CellScan ahead = scan;
      if (second && *second >= 1 && *second <= 12 && !ahead.EatAny({"-", ".", "/", "季"})) {
        month = *second;
      }
      at = text.size() - scan.Left().size() - 1;
    } else if (digits <= 2 && *number >= 1 && *number <= 12 && scan.Eat("月")) {
      month = *number;
    }
  }
}

std::vector<DaysFound> FindDays(const std::vector<DayText>& cells, const TitleFacts& title,
                                year_month screen) {
  return DayFinding(title, screen).Take(cells);
}

}  // namespace studio
