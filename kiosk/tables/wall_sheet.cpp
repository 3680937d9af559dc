#include <algorithm>

#include "tables/workbook_sheets.h"

namespace studio {
namespace {

constexpr int kDaysOfWeek = 7;
constexpr std::size_t kLinesOfRow = 24;  // no spreadsheet lets a row be higher
constexpr double kLineHeight = 14;       // points, at 10 points of type

// "示例甲 ✓", "示例乙(示例丙代)"
std::string PlaceText(const DutyRow& row) {
  std::string text = row.member;
  if (!row.stand_in.empty()) text += "(" + row.stand_in + "代)";
  if (row.came) return text + " ✓";
  if (row.mark == DutyMark::kLeave) return text + "(请假)";
  if (row.mark == DutyMark::kAbsent) return text + "(缺席)";
  return text;
}

// The hours of each shift, and under them who is on duty.
std::vector<std::string> LinesOf(CalendarDate date, const std::vector<DutyRow>& rows) {
  std::vector<std::string> lines;
  std::string hours;
  for (const DutyRow& row : rows) {
    if (row.date != date) continue;
    if (row.hours != hours) lines.push_back(hours = row.hours);
    lines.push_back(PlaceText(row));
  }
  return lines;
}

struct WallDay {
  const DayMonth* day = nullptr;
  std::vector<std::string> lines;
};

std::string DayText(const DayMonth& day) {
  std::string text = std::to_string(static_cast<unsigned>(day.date.day()));
  if (!day.holiday.empty()) text += " " + day.holiday;
  if (day.state == DayState::kGap) text += " 待安排";
  return text;
}

std::string Joined(const std::vector<std::string>& lines, std::size_t from) {
  std::string text;
  for (std::size_t i = from; i < std::min(lines.size(), from + kLinesOfRow); ++i) {
    text += (text.empty() ? "" : "\n") + lines[i];
  }
  return text;
}

// A row of numbers and as many below it as the longest day needs. The next free row.
int DrawWeek(lxw_worksheet* sheet, const SheetStyles& styles, const WallDay (&week)[kDaysOfWeek],
             int row) {
  std::size_t most = 3;  // room to write in by hand
  for (const WallDay& one : week) most = std::max(most, one.lines.size());
  worksheet_set_row(sheet, static_cast<lxw_row_t>(row), 18, nullptr);
  for (int column = 0; column < kDaysOfWeek; ++column) {
    const DayMonth* const day = week[column].day;
    if (!day) {
      WriteText(sheet, row, column, "", styles.day_closed);
    } else {
      WriteText(sheet, row, column, DayText(*day),
                day->state == DayState::kGap      ? styles.day_gap
                : day->state == DayState::kClosed ? styles.day_closed
                                                  : styles.day);
    }
  }
  ++row;
  for (std::size_t from = 0; from < most; from += kLinesOfRow, ++row) {
    const std::size_t lines = std::min(most - from, kLinesOfRow);
    const bool last = from + lines == most;
    worksheet_set_row(sheet, static_cast<lxw_row_t>(row),
                      kLineHeight * static_cast<double>(lines) + 4, nullptr);
    for (int column = 0; column < kDaysOfWeek; ++column) {
      const WallDay& one = week[column];
      const bool gap = one.day && one.day->state == DayState::kGap;
      WriteText(sheet, row, column, Joined(one.lines, from),
                !last ? styles.entry_first
                : gap ? styles.gap_last
                      : styles.entry_last);
    }
  }
  return row;
}

}  // namespace

void DrawWallSheet(lxw_worksheet* sheet, const SheetStyles& styles, const RosterReport& report,
                   const std::vector<DutyRow>& rows) {
  SetUpPage(sheet, kDaysOfWeek);
  worksheet_set_column(sheet, 0, kDaysOfWeek - 1, 19, nullptr);
  WriteTitle(sheet, kDaysOfWeek,
             report.studio_name + " " + MonthText(report.input.month) + "委员轮值表", styles.title);
  const char* const headings[kDaysOfWeek] = {"星期一", "星期二", "星期三", "星期四",
                                             "星期五", "星期六", "星期日"};
  for (int column = 0; column < kDaysOfWeek; ++column) {
    WriteText(sheet, 1, column, headings[column], styles.heading);
  }
  int row = 2;
  WallDay week[kDaysOfWeek];
  for (const DayMonth& day : report.month.days) {
    const unsigned column = WeekdayOf(day.date).iso_encoding() - 1;
    week[column] = {&day, LinesOf(day.date, rows)};
    if (column + 1 < kDaysOfWeek && day.date != report.month.days.back().date) continue;
    row = DrawWeek(sheet, styles, week, row);
    for (WallDay& one : week) one = {};
  }
  WriteText(sheet, row, 0, "✓ 已到  待安排 " + std::to_string(report.month.gaps) + " 天",
            styles.note);
}

}  // namespace studio
