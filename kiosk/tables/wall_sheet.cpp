#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "tables/workbook_sheets.h"

namespace studio {
namespace {

constexpr std::size_t kDaysOfWeek = 7;

// Across, in points, less margins, title and headings.
struct WallPaper {
  std::uint8_t code = 0;  // as workbooks number it
  double width = 0, height = 0;
};
constexpr WallPaper kPaperA4{9, 780, 478}, kPaperA3{8, 1130, 722};

constexpr double kDigitPoints = 5.25;  // columns are as wide as so many digits
constexpr double kRowPoints = 409;     // no spreadsheet lets a row be higher
constexpr double kCellPadding = 6;
// A line of Noto Sans CJK, the highest of the fonts that stand in for 宋体: no program makes rows
// higher by itself where it reads a workbook, and what has no room is not printed.
constexpr double kLeading = 1.45;
constexpr double kMostStretched = 2;  // an empty month is no taller
constexpr lxw_row_t kHeadings = 2;    // rows of the title and the weekdays
// What names are printed in: the largest in which the month takes as few pages as in any, and a
// name of three characters with its mark one line. From a wall nobody reads what is smaller than
// the last.
constexpr std::array kNameSizes = {30.0, 26.0, 22.0, 20.0, 18.0, 16.0};
constexpr double kNameAndMark = 4.6;  // as many characters wide

// "示例甲 ✓", "示例乙（示例丙代）". It hangs in public: who stayed away is not told.
std::string PlaceText(const DutyRow& row) {
  std::string text = row.member;
  if (!row.stand_in.empty()) text += "（" + row.stand_in + "代）";
  if (row.came) return text + " ✓";
  if (row.mark == DutyMark::kLeave) return text + "（请假）";
  return text;
}

std::string DayText(const DayMonth& day) {
  std::string text = std::to_string(static_cast<unsigned>(day.date.day()));
  if (!day.holiday.empty()) text += " " + day.holiday;
  if (day.state == DayState::kGap) text += " 没排人";
  return text;
}

struct WallLine {
  std::string text;
  bool hours = false;  // smaller than names
};

// How the wall is printed: names in `size` points, columns `column` points wide.
struct WallType {
  double size = 0, column = 0;

  double SizeOf(const WallLine& line) const { return line.hours ? size * 0.75 : size; }
  double NumberHeight() const { return size * kLeading + 4; }
  // Wrapped; Chinese characters are as wide as high.
  double HeightOf(const WallLine& line) const {
    double wide = 0;
    for (const char c : line.text) {
      const auto byte = static_cast<unsigned char>(c);
      wide += byte < 0x80 ? 0.55 : byte >= 0xC0 ? 1 : 0;
    }
    const double points = SizeOf(line);
    const double lines = std::ceil(wide * points / (column - kCellPadding));
    return std::max(lines, 1.0) * points * kLeading;
  }
};

// What stands under a day's number, in as many boxes, one below the other, as it needs.
struct Box {
  std::vector<WallLine> lines;
  double height = 0;  // with the number
};

std::vector<Box> BoxesOf(CalendarDate date, const std::vector<DutyRow>& rows,
                         const WallType& type) {
  const double number = type.NumberHeight();
  std::vector<Box> boxes = {{{}, number}};
  const auto add = [&](WallLine line) {
    const double height = type.HeightOf(line);
    if (boxes.back().height + height > kRowPoints) boxes.push_back({{}, number});
    boxes.back().height += height;
    boxes.back().lines.push_back(std::move(line));
  };
  std::string hours;
  for (const DutyRow& row : rows) {
    if (row.date != date) continue;
    if (row.hours != hours) add({hours = row.hours, true});
    add({PlaceText(row), false});
  }
  return boxes;
}

struct WallDay {
  const DayMonth* day = nullptr;  // null: of another month
  std::vector<Box> boxes;
};
using Week = std::array<WallDay, kDaysOfWeek>;

std::size_t BoxesIn(const Week& week) {
  std::size_t boxes = 1;
  for (const WallDay& day : week) boxes = std::max(boxes, day.boxes.size());
  return boxes;
}

double HeightOf(const Week& week, std::size_t box, const WallType& type) {
  double height = type.NumberHeight();
  for (const WallDay& day : week) {
    if (box < day.boxes.size()) height = std::max(height, day.boxes[box].height);
  }
  return height;
}

std::vector<Week> WeeksOf(const RosterReport& report, const std::vector<DutyRow>& rows,
                          const WallType& type) {
  std::vector<Week> weeks(1);
  for (const DayMonth& day : report.month.days) {
    const unsigned weekday = WeekdayOf(day.date).iso_encoding();
    weeks.back()[weekday - 1] = {&day, BoxesOf(day.date, rows, type)};
    if (weekday == kDaysOfWeek && day.date != report.month.days.back().date) weeks.emplace_back();
  }
  return weeks;
}

// Of the rows below the headings; the last is the note.
std::vector<double> HeightsOf(const std::vector<Week>& weeks, const WallType& type) {
  std::vector<double> heights;
  for (const Week& week : weeks) {
    for (std::size_t box = 0; box < BoxesIn(week); ++box) {
      heights.push_back(HeightOf(week, box, type));
    }
  }
  heights.push_back(type.SizeOf({{}, true}) * kLeading);
  return heights;
}

// The rows of a page, and how many times as high as they need be they are.
struct WallPage {
  std::size_t first = 0;
  double height = 0, stretch = 1;
};

// As many rows on each page as go into `limit`; the note never begins one.
std::vector<WallPage> PagesWithin(const std::vector<double>& heights, double limit) {
  std::vector<WallPage> pages(1);
  for (std::size_t row = 0; row < heights.size(); ++row) {
    const double rest = row + 2 == heights.size() ? heights.back() : 0;
    const bool full = pages.back().height + heights[row] + rest > limit;
    if (full && pages.back().height > 0 && row + 1 < heights.size()) pages.push_back({row});
    pages.back().height += heights[row];
  }
  return pages;
}

// The fewest pages, about alike full.
std::vector<WallPage> PagesOf(const std::vector<double>& heights, double paper) {
  std::vector<WallPage> pages = PagesWithin(heights, paper);
  for (double limit = paper - 1; limit > 0; --limit) {
    const auto fuller = PagesWithin(heights, limit);
    if (fuller.size() > pages.size()) break;
    pages = fuller;
  }
  // One page is made to fit; of several the program that prints them decides to a hair.
  const double whole = pages.size() == 1 ? paper : paper * 0.96;
  for (WallPage& page : pages) {
    page.stretch = std::clamp(whole / page.height, 1.0, kMostStretched);
  }
  return pages;
}

class WallDrawing {
 public:
  WallDrawing(lxw_workbook* workbook, lxw_worksheet* sheet, const SheetStyles& styles,
              const WallType& type)
      : sheet_(sheet),
        styles_(styles),
        type_(type),
        number_(NewSheetFormat(workbook, type.size, true)),
        hours_(NewSheetFormat(workbook, type.SizeOf({{}, true}))),
        names_(NewSheetFormat(workbook, type.size)),
        note_(NewSheetFormat(workbook, type.size * 0.75)) {}

  void Draw(const std::vector<Week>& weeks, const std::vector<WallPage>& pages,
            const std::string& note) {
    lxw_row_t row = kHeadings;
    auto page = pages.begin();
    std::vector<lxw_row_t> breaks;
    for (const Week& week : weeks) {
      for (std::size_t box = 0; box < BoxesIn(week); ++box, ++row) {
        if (page + 1 != pages.end() && row == kHeadings + (page + 1)->first) {
          ++page;
          breaks.push_back(row);
        }
        for (std::size_t column = 0; column < kDaysOfWeek; ++column) {
          DrawBox(week[column], box, row, static_cast<lxw_col_t>(column));
        }
        worksheet_set_row(
            sheet_, row, std::min(HeightOf(week, box, type_) * page->stretch, kRowPoints), nullptr);
      }
    }
    WriteText(sheet_, static_cast<int>(row), 0, note, note_);
    breaks.push_back(0);  // the list's end
    worksheet_set_h_pagebreaks(sheet_, breaks.data());
  }

 private:
  // A day is one cell, so that no page ends between its number and its names.
  void DrawBox(const WallDay& day, std::size_t box, lxw_row_t row, lxw_col_t column) {
    const bool closed = !day.day || day.day->state == DayState::kClosed;
    const bool gap = day.day && day.day->state == DayState::kGap;
    lxw_format* const format = gap ? styles_.gap : closed ? styles_.closed : styles_.day;
    if (!day.day || box >= day.boxes.size()) {
      worksheet_write_blank(sheet_, row, column, format);
      return;
    }
    std::vector<std::string> texts = {WrittenText(DayText(*day.day))};
    for (const WallLine& line : day.boxes[box].lines) {
      texts.push_back("\n" + WrittenText(line.text));
    }
    if (texts.size() == 1) {
      worksheet_write_string(sheet_, row, column, texts.front().c_str(), format);
      return;
    }
    std::vector<lxw_rich_string_tuple> parts = {{number_, texts.front().data()}};
    for (std::size_t i = 1; i < texts.size(); ++i) {
      parts.push_back({day.boxes[box].lines[i - 1].hours ? hours_ : names_, texts[i].data()});
    }
    std::vector<lxw_rich_string_tuple*> pointers;
    for (lxw_rich_string_tuple& part : parts) pointers.push_back(&part);
    pointers.push_back(nullptr);
    worksheet_write_rich_string(sheet_, row, column, pointers.data(), format);
  }

  lxw_worksheet* const sheet_;
  const SheetStyles& styles_;
  const WallType type_;
  lxw_format *const number_, *const hours_, *const names_, *const note_;
};

}  // namespace

void DrawWallSheet(lxw_workbook* workbook, lxw_worksheet* sheet, const SheetStyles& styles,
                   const RosterReport& report, const std::vector<DutyRow>& rows) {
  const WallPaper& paper = report.large_paper ? kPaperA3 : kPaperA4;
  const int digits = static_cast<int>(paper.width / kDaysOfWeek / kDigitPoints) - 1;
  SetUpPage(sheet, kDaysOfWeek);
  worksheet_set_paper(sheet, paper.code);
  worksheet_set_margins(sheet, 0.4, 0.4, 0.4, 0.45);  // inches
  worksheet_set_column(sheet, 0, kDaysOfWeek - 1, digits, nullptr);
  WriteTitle(sheet, kDaysOfWeek,
             report.studio_name + " " + MonthText(report.input.month) + "委员值班表", styles.title);
  int column = 0;
  for (const char* weekday :
       {"星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"}) {
    WriteText(sheet, 1, column++, weekday, styles.weekday);
  }
  WallType type{0, digits * kDigitPoints};
  std::vector<Week> weeks;
  std::vector<WallPage> pages;
  for (const double size : kNameSizes) {
    if (size * kNameAndMark > type.column - kCellPadding) continue;
    const WallType smaller{size, type.column};
    auto in_weeks = WeeksOf(report, rows, smaller);
    auto on_pages = PagesOf(HeightsOf(in_weeks, smaller), paper.height);
    if (!pages.empty() && on_pages.size() >= pages.size()) continue;
    type = smaller;
    weeks = std::move(in_weeks);
    pages = std::move(on_pages);
  }
  if (pages.size() == 1) worksheet_fit_to_pages(sheet, 1, 1);
  std::string note = "✓ 来过";
  if (report.month.gaps > 0) note += "　没排人 " + std::to_string(report.month.gaps) + " 天";
  WallDrawing(workbook, sheet, styles, type).Draw(weeks, pages, note);
}

}  // namespace studio
