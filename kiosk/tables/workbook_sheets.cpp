#include "tables/workbook_sheets.h"

#include <algorithm>

#include "shared/base/clean_text.h"

namespace studio {
namespace {

constexpr int kFirstRow = 2;  // below title and headings
constexpr int kMemberColumns = 9;
constexpr double kMinutesOfDay = 24 * 60;

lxw_format* Bordered(lxw_format* format) {
  format_set_border(format, LXW_BORDER_THIN);
  return format;
}

lxw_format* Centred(lxw_format* format) {
  format_set_align(format, LXW_ALIGN_CENTER);
  return format;
}

lxw_format* Filled(lxw_format* format, lxw_color_t colour) {
  format_set_pattern(format, LXW_PATTERN_SOLID);
  format_set_fg_color(format, colour);
  return format;
}

// A day of the wall calendar.
lxw_format* BoxFormat(lxw_workbook* workbook) {
  lxw_format* const format = Bordered(NewSheetFormat(workbook, 16, true));
  format_set_text_wrap(format);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  return format;
}

constexpr lxw_color_t kHeadingColour = 0xE7E6E6;
constexpr lxw_color_t kClosedColour = 0xF2F2F2;
constexpr lxw_color_t kGapColour = 0xFFD9D9;

void WriteNumber(lxw_worksheet* sheet, int row, int column, double number, lxw_format* format) {
  worksheet_write_number(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), number,
                         format);
}

void WriteHeadings(lxw_worksheet* sheet, int row, const std::vector<std::string>& headings,
                   lxw_format* format) {
  for (std::size_t i = 0; i < headings.size(); ++i) {
    WriteText(sheet, row, static_cast<int>(i), headings[i], format);
  }
}

lxw_datetime DateOf(CalendarDate date) {
  lxw_datetime out{};
  out.year = static_cast<int>(date.year());
  out.month = static_cast<int>(static_cast<unsigned>(date.month()));
  out.day = static_cast<int>(static_cast<unsigned>(date.day()));
  return out;
}

// Members' places in the report, groups together in the order in which they first appear.
std::vector<std::size_t> ByGroup(const std::vector<Member>& members) {
  std::map<std::string, std::size_t> rank;
  std::vector<std::size_t> order;
  for (const Member& member : members) {
    rank.emplace(member.group, rank.size());
    order.push_back(order.size());
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return rank[members[a].group] < rank[members[b].group];
  });
  return order;
}

int DrawGroups(lxw_worksheet* sheet, const SheetStyles& styles, const RosterReport& report,
               int row) {
  WriteHeadings(sheet, row++,
                {"活动组", "", "人数", "已完成", "待值",
                 StandingText(Standing::kMissed, report.month.duty_alone), "没排班"},
                styles.heading);
  std::string before;
  bool first = true;
  for (const std::size_t i : ByGroup(report.input.members)) {
    const std::string& name = report.input.members[i].group;
    if (!first && name == before) continue;
    first = false;
    before = name;
    const GroupMonth& group = report.month.groups.at(name);
    WriteText(sheet, row, 0, name, styles.text);
    WriteText(sheet, row, 1, "小计", styles.total);
    const int figures[] = {group.members, group.done, group.to_come, group.missed, group.unplanned};
    for (int column = 0; column < 5; ++column) {
      WriteNumber(sheet, row, 2 + column, figures[column], styles.number);
    }
    ++row;
  }
  return row;
}

int DrawPlatforms(lxw_worksheet* sheet, const SheetStyles& styles, const RosterReport& report,
                  int row) {
  WriteHeadings(sheet, row++, {"工作室", "", "已完成", "待值", "完成情况"}, styles.heading);
  for (const PlatformMonth& platform : report.month.platforms) {
    const auto studio = std::find_if(report.input.studios.begin(), report.input.studios.end(),
                                     [&](const Studio& one) { return one.id == platform.studio; });
    WriteText(sheet, row, 0, studio->name, styles.text);
    WriteText(sheet, row, 1, "", styles.text);
    WriteNumber(sheet, row, 2, platform.done, styles.number);
    WriteNumber(sheet, row, 3, platform.to_come, styles.number);
    WriteText(sheet, row, 4, StandingText(platform.standing, report.month.duty_alone),
              platform.standing == Standing::kMissed ? styles.warning : styles.text);
    ++row;
  }
  return row;
}

void DrawDutyCell(lxw_worksheet* sheet, const SheetStyles& styles, const DutyRow& row, int line,
                  int column) {
  const DutyField field = DutyColumns()[static_cast<std::size_t>(column)].field;
  const auto at_row = static_cast<lxw_row_t>(line);
  const auto at_column = static_cast<lxw_col_t>(column);
  if (field == DutyField::kDate) {
    lxw_datetime date = DateOf(row.date);
    worksheet_write_datetime(sheet, at_row, at_column, &date, styles.date);
  } else if (field == DutyField::kNumber) {
    WriteNumber(sheet, line, column, row.number, styles.number);
  } else if (field == DutyField::kDuration && row.minutes) {
    WriteNumber(sheet, line, column, *row.minutes / kMinutesOfDay, styles.duration);
  } else if (field == DutyField::kReceptions && row.receptions) {
    WriteNumber(sheet, line, column, *row.receptions, styles.number);
  } else {
    const bool wrap = field == DutyField::kHandover || field == DutyField::kRemark;
    const bool warn = field == DutyField::kStatus && row.mark == DutyMark::kAbsent;
    WriteText(sheet, line, column, TextOf(row, field),
              warn   ? styles.warning
              : wrap ? styles.wrapped
                     : styles.text);
  }
}

}  // namespace

lxw_format* NewSheetFormat(lxw_workbook* workbook, double size, bool bold) {
  lxw_format* const format = workbook_add_format(workbook);
  format_set_font_name(format, "宋体");
  format_set_font_size(format, size);
  if (bold) format_set_bold(format);
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  return format;
}

std::string WrittenText(const std::string& text) { return ReadableText(text, TextKind::kLines); }

SheetStyles::SheetStyles(lxw_workbook* workbook)
    : title(Centred(NewSheetFormat(workbook, 18, true))),
      heading(Filled(Centred(Bordered(NewSheetFormat(workbook, 10, true))), kHeadingColour)),
      text(Centred(Bordered(NewSheetFormat(workbook, 10)))),
      wrapped(Bordered(NewSheetFormat(workbook, 10))),
      number(Centred(Bordered(NewSheetFormat(workbook, 10)))),
      date(Centred(Bordered(NewSheetFormat(workbook, 10)))),
      duration(Centred(Bordered(NewSheetFormat(workbook, 10)))),
      total(Centred(Bordered(NewSheetFormat(workbook, 10, true)))),
      warning(Filled(Centred(Bordered(NewSheetFormat(workbook, 10, true))), kGapColour)),
      weekday(Filled(Centred(Bordered(NewSheetFormat(workbook, 14, true))), kHeadingColour)),
      day(BoxFormat(workbook)),
      closed(Filled(BoxFormat(workbook), kClosedColour)),
      gap(Filled(BoxFormat(workbook), kGapColour)) {
  format_set_text_wrap(heading);
  format_set_text_wrap(wrapped);
  format_set_num_format(date, "yyyy-mm-dd");
  format_set_num_format(duration, "[h]:mm");
}

void SetUpPage(lxw_worksheet* sheet, int columns) {
  constexpr std::uint8_t kA4 = 9;
  worksheet_set_paper(sheet, kA4);
  worksheet_set_landscape(sheet);
  worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.5);
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_center_horizontally(sheet);
  worksheet_repeat_rows(sheet, 0, 1);
  worksheet_freeze_panes(sheet, kFirstRow, 0);
  worksheet_set_footer(sheet, "&C&P / &N");
  worksheet_set_row(sheet, 0, 32, nullptr);
  worksheet_set_row(sheet, 1, 22, nullptr);
  worksheet_set_column(sheet, 0, static_cast<lxw_col_t>(columns - 1), 12, nullptr);
}

void WriteText(lxw_worksheet* sheet, int row, int column, const std::string& text,
               lxw_format* format) {
  const auto at_row = static_cast<lxw_row_t>(row);
  const auto at_column = static_cast<lxw_col_t>(column);
  const std::string written = WrittenText(text);
  if (written.empty()) {
    worksheet_write_blank(sheet, at_row, at_column, format);
  } else {
    worksheet_write_string(sheet, at_row, at_column, written.c_str(), format);
  }
}

void WriteTitle(lxw_worksheet* sheet, int columns, const std::string& text, lxw_format* format) {
  worksheet_merge_range(sheet, 0, 0, 0, static_cast<lxw_col_t>(columns - 1),
                        WrittenText(text).c_str(), format);
}

void DrawMembersSheet(lxw_worksheet* sheet, const SheetStyles& styles, const RosterReport& report) {
  SetUpPage(sheet, kMemberColumns);
  worksheet_set_portrait(sheet);
  WriteTitle(sheet, kMemberColumns,
             report.studio_name + " " + MonthText(report.input.month) + "委员轮值完成情况",
             styles.title);
  WriteHeadings(sheet, 1,
                {"活动组", "委员", "界别", "已完成", "待值", "缺席", "请假",
                 report.month.walk_ins ? "其中临时" : "临时（不计）", "完成情况"},
                styles.heading);
  int row = kFirstRow;
  for (const std::size_t i : ByGroup(report.input.members)) {
    const Member& member = report.input.members[i];
    const MemberMonth& month = report.month.members[i];
    WriteText(sheet, row, 0, member.group, styles.text);
    WriteText(sheet, row, 1, member.name, styles.text);
    WriteText(sheet, row, 2, member.sector, styles.text);
    const int figures[] = {month.done, month.to_come, month.missed, month.leave, month.extra};
    for (int column = 0; column < 5; ++column) {
      WriteNumber(sheet, row, 3 + column, figures[column], styles.number);
    }
    WriteText(sheet, row, 8, StandingText(month.standing, report.month.duty_alone),
              month.standing == Standing::kMissed ? styles.warning : styles.text);
    ++row;
  }
  row = DrawGroups(sheet, styles, report, row + 1);
  row = DrawPlatforms(sheet, styles, report, row + 1);
  if (!report.month.duty_alone) {
    WriteText(sheet, row + 1, 0, "值班以外也算的履职没有数在这张表里，看各人的“我的履职”。",
              nullptr);
  }
}

void DrawDutySheet(lxw_worksheet* sheet, const SheetStyles& styles, const RosterReport& report,
                   const std::vector<DutyRow>& rows) {
  const auto& columns = DutyColumns();
  const int count = static_cast<int>(columns.size());
  SetUpPage(sheet, count);
  worksheet_set_default_row(sheet, 22, LXW_FALSE);  // room to sign by hand
  WriteTitle(sheet, count, report.studio_name + " " + MonthText(report.input.month) + "值班签到表",
             styles.title);
  for (int column = 0; column < count; ++column) {
    const DutyColumn& one = columns[static_cast<std::size_t>(column)];
    worksheet_set_column(sheet, static_cast<lxw_col_t>(column), static_cast<lxw_col_t>(column),
                         one.width, nullptr);
    WriteText(sheet, 1, column, one.caption, styles.heading);
  }
  int line = kFirstRow;
  for (const DutyRow& row : rows) {
    for (int column = 0; column < count; ++column) DrawDutyCell(sheet, styles, row, line, column);
    ++line;
  }
}

}  // namespace studio
