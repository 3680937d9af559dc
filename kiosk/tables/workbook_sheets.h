// The sheets of the roster workbook, drawn with libxlsxwriter. Inside the room only.
#pragma once

#include <xlsxwriter.h>

#include <string>
#include <vector>

#include "tables/duty_sheet.h"

namespace studio {

// Formats belong to the workbook.
struct SheetStyles {
  explicit SheetStyles(lxw_workbook* workbook);

  lxw_format* title;
  lxw_format* heading;
  lxw_format* text;
  lxw_format* wrapped;
  lxw_format* number;
  lxw_format* date;
  lxw_format* duration;
  lxw_format* total;
  lxw_format* warning;
  // The wall calendar: a column's heading, a day's cell by what the day is.
  lxw_format* weekday;
  lxw_format* day;
  lxw_format* closed;
  lxw_format* gap;
};

// In points.
lxw_format* NewSheetFormat(lxw_workbook* workbook, double size, bool bold = false);
// What a workbook may hold: no characters that XML forbids.
std::string WrittenText(const std::string& text);

// A4 across, one page wide, the first two rows (title and headings) on every page.
void SetUpPage(lxw_worksheet* sheet, int columns);
void WriteText(lxw_worksheet* sheet, int row, int column, const std::string& text,
               lxw_format* format);
void WriteTitle(lxw_worksheet* sheet, int columns, const std::string& text, lxw_format* format);

// On A3 where the report asks for it; names in 16 points or more.
void DrawWallSheet(lxw_workbook* workbook, lxw_worksheet* sheet, const SheetStyles& styles,
                   const RosterReport& report, const std::vector<DutyRow>& rows);
void DrawMembersSheet(lxw_worksheet* sheet, const SheetStyles& styles, const RosterReport& report);
void DrawDutySheet(lxw_worksheet* sheet, const SheetStyles& styles, const RosterReport& report,
                   const std::vector<DutyRow>& rows);

}  // namespace studio
