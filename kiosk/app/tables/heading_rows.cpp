#include "app/tables/heading_rows.h"

#include <algorithm>
#include <set>

#include "app/cells/date_cells.h"
#include "app/cells/duty_parts.h"

namespace studio {
namespace {

using HeadingIs = RosterColumn;

int CountOf(const BlockColumns& columns, HeadingIs is) {
  return static_cast<int>(std::count_if(columns.begin(), columns.end(),
                                        [is](const auto& column) { return column.is == is; }));
}
bool HasColumn(const BlockColumns& columns, HeadingIs is) { return CountOf(columns, is) > 0; }

std::size_t FirstDay(const BlockColumns& columns) {
  const auto first = std::find_if(columns.begin(), columns.end(),
                                  [](const auto& column) { return IsDayColumn(column.is); });
  return static_cast<std::size_t>(first - columns.begin());
}

}  // namespace

BlockColumns HeadingRows::Read(int row) const {
  BlockColumns columns(static_cast<std::size_t>(grid_.columns()));
  for (int i = 0; i < grid_.columns(); ++i) {
    const GridAt at{row, i};
    columns[static_cast<std::size_t>(i)] = {
        ColumnOf(grid_.Folded(at), names_, words_), at, {}, {}, false};
  }
  DecideWhen(columns);
  return columns;
}

// 时间 alone is the day; beside a 日期 it is the hours. 日 is a Sunday among days of the week, and
// the date beside 星期.
void HeadingRows::DecideWhen(BlockColumns& columns) const {
  const bool names = std::any_of(columns.begin(), columns.end(), [&](const auto& column) {
    return column.is == HeadingIs::kDayName && grid_.Folded(column.heading) != "日";
  });
  for (auto& column : columns) {
    if (column.is == HeadingIs::kDayName && !names) column.is = HeadingIs::kDate;
  }
  const bool date = HasColumn(columns, HeadingIs::kDate) || HasColumn(columns, HeadingIs::kDay);
  const bool hours = HasColumn(columns, HeadingIs::kShift) || HasColumn(columns, HeadingIs::kFrom);
  for (auto& column : columns) {
    if (column.is != HeadingIs::kWhen) continue;
    column.is = !date ? HeadingIs::kDate : hours ? HeadingIs::kPassed : HeadingIs::kShift;
  }
}

bool HeadingRows::IsHeading(const BlockColumns& columns) {
  const int days = CountOf(columns, HeadingIs::kDay) + CountOf(columns, HeadingIs::kDayName);
  const bool date = HasColumn(columns, HeadingIs::kDate) || HasColumn(columns, HeadingIs::kWeekday);
  if (CountOf(columns, HeadingIs::kDayName) >= 3 ||
      (days >= 3 && !HasColumn(columns, HeadingIs::kPerson))) {
    return true;
  }
  if (days == 2 && !HasColumn(columns, HeadingIs::kPerson)) {
    return HasColumn(columns, HeadingIs::kMember) || HasColumn(columns, HeadingIs::kShift) ||
           HasColumn(columns, HeadingIs::kDate);
  }
  if (days > 0) return false;
  return date ? HasColumn(columns, HeadingIs::kMember) || HasColumn(columns, HeadingIs::kGroup) ||
                    (HasColumn(columns, HeadingIs::kHours) &&
                     !HasColumn(columns, HeadingIs::kPerson)) ||
                    CountOf(columns, HeadingIs::kPerson) > 1
              : CountOf(columns, HeadingIs::kHours) > 1 && !HasColumn(columns, HeadingIs::kPerson);
}

bool HeadingRows::MayBeHeading(int row) const {
  if (grid_.Filled(row, 0, grid_.columns()) < 2) return false;
  int days = 0;
  for (int i = 0; i < grid_.columns(); ++i) {
    const std::string& text = grid_.Folded({row, i});
    if (text.empty() || text.size() > 60) continue;
    const HeadingIs is = WordsOf(text);
    if (is != HeadingIs::kUnknown && is != HeadingIs::kBlank && is != HeadingIs::kPassed) {
      return true;
    }
    if (text.size() < 40 && (ReadWeekdayCell(text) || !ReadDateCell(text).spans.empty())) ++days;
    if (days >= 2 || (i <= 2 && grid_.Blank({row, 0}) && !words_.Hours(text).hours.empty())) {
      return true;
    }
  }
  return false;
}

bool HeadingRows::IsCalendarRow(int row) const {
  for (int i = 0; i < grid_.columns(); ++i) {
    const std::string& text = grid_.Folded({row, i});
    if (text.empty() || ColumnOf(text, names_, words_) != HeadingIs::kUnknown) continue;
    const DayAhead ahead = DayAheadIn(text);
    if (!ahead.day.empty() && !ahead.rest.empty()) return true;
  }
  return false;
}

bool HeadingRows::DaysUnderNames(const BlockColumns& open, const BlockColumns& columns) const {
  if (open.empty() || !HasColumn(open, HeadingIs::kDayName)) return false;
  int days = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const bool below = IsDayColumn(open[i].is);
    if (columns[i].is == HeadingIs::kBlank || !below) continue;
    if (columns[i].is != HeadingIs::kDay) return false;
    ++days;
  }
  return days > 0;
}

bool HeadingRows::IsSecond(const BlockColumns& above, int row) const {
  if (IsCalendarRow(row)) return false;
  const BlockColumns columns = Read(row);
  const std::size_t first_day = FirstDay(above);
  bool more = false;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const HeadingIs is = columns[i].is, was = above[i].is;
    const GridAt at{row, static_cast<int>(i)};
    if (is == HeadingIs::kBlank || grid_.Origin(at).row < row) continue;
    const bool days = (is == HeadingIs::kDay && was == HeadingIs::kDayName) ||
                      (is == HeadingIs::kDayName && was == HeadingIs::kDay);
    const bool under =
        is == HeadingIs::kHours &&
        (was == HeadingIs::kMember || was == HeadingIs::kBlank || was == HeadingIs::kUnknown ||
         IsDayColumn(was) || was == HeadingIs::kShift || was == HeadingIs::kPassed);
    const bool words = is == HeadingIs::kMember || is == HeadingIs::kPassed ||
                       is == HeadingIs::kSector || is == HeadingIs::kGroup ||
                       is == HeadingIs::kShift || is == HeadingIs::kRemark;
    // 星期, 日期 at the left of the days.
    const bool label = first_day < columns.size() && i < first_day &&
                       (words || is == HeadingIs::kDate || is == HeadingIs::kWeekday);
    if (!days && !under && !label && !(words && was != HeadingIs::kDate)) return false;
    more = more || days || under || (words && !label);
  }
  return more;
}

void HeadingRows::Join(BlockColumns& columns, int row) const {
  const BlockColumns second = Read(row);
  const std::size_t first_day = FirstDay(columns);
  // Members below several headings that nobody knows: which is which matters.
  std::set<std::string> unknown;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string& text = grid_.Folded(columns[i].heading);
    if (columns[i].is == HeadingIs::kUnknown && second[i].is == HeadingIs::kMember) {
      unknown.insert(text);
    }
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const HeadingIs is = second[i].is;
    auto& column = columns[i];
    if (is == HeadingIs::kBlank || grid_.Origin(second[i].heading).row < row) continue;
    const bool label = first_day < columns.size() && i < first_day;
    if (column.is == HeadingIs::kDay && is == HeadingIs::kDayName) {
      column.weekday = second[i].heading;
    } else if (column.is == HeadingIs::kDayName && is == HeadingIs::kDay) {
      column = {is, second[i].heading, column.heading, {}, false};
    } else if (is == HeadingIs::kHours && IsDayColumn(column.is)) {
      column.hours = second[i].heading;
    } else if (is == HeadingIs::kHours && column.is == HeadingIs::kBlank && i > 0 &&
               !columns[i - 1].hours.none()) {
      column = columns[i - 1];  // a day over two shifts
      column.hours = second[i].heading;
    } else if (is == HeadingIs::kMember && column.is == HeadingIs::kUnknown && unknown.size() > 1) {
      // Stays unknown, and is told.
    } else if (column.is == HeadingIs::kHours && is == HeadingIs::kMember) {
      // 上午, and below it 委员 beside 电话: the hours are what counts.
    } else if (!label || column.is == HeadingIs::kBlank) {
      column = second[i];
    }
  }
}

}  // namespace studio
