// The sheets of the roster workbook, drawn with libxlsxwriter. Inside the room only.
#pragma once

#include <xlsxwriter.h>

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
  lxw_format* note;
  // The wall calendar: a day's cell by what the day is, and the two kinds of type in it.
  lxw_format* day;
  lxw_format* closed;
  lxw_format* gap;
  lxw_format* day_number;
  lxw_format* names;
};

// A4 across, one page wide, the first two rows (title and headings) on every page.
void SetUpPage(lxw_worksheet* sheet, int columns);
void WriteText(lxw_worksheet* sheet, int row, int column, const std::string& text,
               lxw_format* format);
void WriteTitle(lxw_worksheet* sheet, int columns, const std::string& text, lxw_format* format);

void DrawWallSheet(lxw_worksheet* sheet, const SheetStyles& styles, const RosterReport& report,
                   const std::vector<DutyRow>& rows);
void DrawMembersSheet(lxw_worksheet* sheet, const SheetStyles& styles, const RosterReport& report);
void DrawDutySheet(lxw_worksheet* sheet, const SheetStyles& styles, const RosterReport& report,
                   const std::vector<DutyRow>& rows);

}  // namespace studio
