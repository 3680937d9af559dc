#include <algorithm>
#include <array>

#include "tables/workbook_sheets.h"

namespace studio {
namespace {

constexpr std::size_t kDaysOfWeek = 7;
constexpr int kColumnWidth = 19;  // in digits
constexpr int kLinesOfBox = 27;   // no spreadsheet lets a row be higher
constexpr int kFewestLines = 4;   // room to write in by hand
constexpr double kLineHeight = 14;
// Up to so much more than a page is shrunk to one page; small print is hard to read from a wall.
constexpr double kPageHeight = 460;  // points of A4 across, less margins and headings
constexpr double kMostShrunk = 1.6;

// "示例甲 ✓", "示例乙(示例丙代)"
std::string PlaceText(const DutyRow& row) {
  std::string text = row.member;
  if (!row.stand_in.empty()) text += "(" + row.stand_in + "代)";
  if (row.came) return text + " ✓";
  if (row.mark == DutyMark::kLeave) return text + "(请假)";
  if (row.mark == DutyMark::kAbsent) return text + "(缺席)";
  return text;
}

std::string DayText(const DayMonth& day) {
  std::string text = std::to_string(static_cast<unsigned>(day.date.day()));
  if (!day.holiday.empty()) text += " " + day.holiday;
  if (day.state == DayState::kGap) text += " 没排人";
  if (day.state == DayState::kNobody) text += " 没人来";
  return text;
}

// How many lines a wrapped text takes; Chinese characters are two digits wide.
int LinesFor(std::string_view text) {
  int digits = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    digits += byte < 0x80 ? 1 : byte >= 0xC0 ? 2 : 0;
  }
  return std::max(1, (digits + kColumnWidth - 1) / kColumnWidth);
}

// What stands under a day's number, in as many boxes, one below the other, as it needs.
struct Box {
  std::string text;
  int lines = 1;  // with the one of the number
};

std::vector<Box> BoxesOf(CalendarDate date, const std::vector<DutyRow>& rows) {
  std::vector<Box> boxes(1);
  const auto add = [&](const std::string& line) {
    const int lines = LinesFor(line);
    if (boxes.back().lines + lines > kLinesOfBox) boxes.emplace_back();
    boxes.back().text += "\n" + line;
    boxes.back().lines += lines;
  };
  std::string hours;
  for (const DutyRow& row : rows) {
    if (row.date != date) continue;
    if (row.hours != hours) add(hours = row.hours);
    add(PlaceText(row));
  }
  return boxes;
}

struct WallDay {
  const DayMonth* day = nullptr;  // null: of another month
  std::vector<Box> boxes;
};
using Week = std::array<WallDay, kDaysOfWeek>;

// A day is one cell, so that no page ends between its number and its names.
void DrawBox(lxw_worksheet* sheet, const SheetStyles& styles, const WallDay& day, std::size_t box,
             std::pair<lxw_row_t, lxw_col_t> at) {
  const bool closed = !day.day || day.day->state == DayState::kClosed;
  const bool gap = day.day && day.day->state == DayState::kGap;
  lxw_format* const format = gap ? styles.gap : closed ? styles.closed : styles.day;
  if (!day.day || box >= day.boxes.size()) {
    worksheet_write_blank(sheet, at.first, at.second, format);
    return;
  }
  std::string number = DayText(*day.day);
  std::string names = day.boxes[box].text;
  if (names.empty()) {
    worksheet_write_string(sheet, at.first, at.second, number.c_str(), format);
    return;
  }
  lxw_rich_string_tuple first{styles.day_number, number.data()};
  lxw_rich_string_tuple second{styles.names, names.data()};
  lxw_rich_string_tuple* parts[] = {&first, &second, nullptr};
  worksheet_write_rich_string(sheet, at.first, at.second, parts, format);
}

// The next free row. `height` grows by that of the week.
lxw_row_t DrawWeek(lxw_worksheet* sheet, const SheetStyles& styles, const Week& week, lxw_row_t row,
                   double& height) {
  std::size_t boxes = 1;
  for (const WallDay& day : week) boxes = std::max(boxes, day.boxes.size());
  for (std::size_t box = 0; box < boxes; ++box, ++row) {
    int lines = kFewestLines;
    for (std::size_t column = 0; column < kDaysOfWeek; ++column) {
      const WallDay& day = week[column];
      if (box < day.boxes.size()) lines = std::max(lines, day.boxes[box].lines);
      DrawBox(sheet, styles, day, box, {row, static_cast<lxw_col_t>(column)});
    }
    const double points = kLineHeight * lines + 4;
    worksheet_set_row(sheet, row, points, nullptr);
    height += points;
  }
  return row;
}

}  // namespace

void DrawWallSheet(lxw_worksheet* sheet, const SheetStyles& styles, const RosterReport& report,
                   const std::vector<DutyRow>& rows) {
  SetUpPage(sheet, kDaysOfWeek);
  worksheet_set_column(sheet, 0, kDaysOfWeek - 1, kColumnWidth, nullptr);
  WriteTitle(sheet, kDaysOfWeek,
             report.studio_name + " " + MonthText(report.input.month) + "委员值班表", styles.title);
  int column = 0;
  for (const char* weekday :
       {"星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"}) {
    WriteText(sheet, 1, column++, weekday, styles.heading);
  }
  lxw_row_t row = 2;
  double height = 0;
  Week week;
  for (const DayMonth& day : report.month.days) {
    const unsigned weekday = WeekdayOf(day.date).iso_encoding();
    week[weekday - 1] = {&day, BoxesOf(day.date, rows)};
    if (weekday < kDaysOfWeek && day.date != report.month.days.back().date) continue;
    row = DrawWeek(sheet, styles, week, row, height);
    week = {};
  }
  WriteText(sheet, static_cast<int>(row), 0,
            "✓ 来过  没排人 " + std::to_string(report.month.gaps) + " 天", styles.note);
  if (height <= kMostShrunk * kPageHeight) worksheet_fit_to_pages(sheet, 1, 1);
}

}  // namespace studio
