#include "tables/roster_workbook.h"

#include "tables/workbook_file.h"
#include "tables/workbook_sheets.h"

namespace studio {
Result<std::string> MakeRosterWorkbook(const RosterReport& report) {
  WorkbookFile file;
  lxw_workbook* const workbook = file.get();
  if (workbook == nullptr) return file.Take();
  const SheetStyles styles(workbook);
  const std::vector<DutyRow> rows = DutyRowsOf(report);
  file.SetProperties(report.studio_name + " " + MonthText(report.input.month), report.input.now_ms);
  DrawWallSheet(workbook, workbook_add_worksheet(workbook, "轮值表"), styles, report, rows);
  DrawMembersSheet(workbook_add_worksheet(workbook, "委员完成情况"), styles, report);
  DrawDutySheet(workbook_add_worksheet(workbook, "值班签到表"), styles, report, rows);
  return file.Take();
}

}  // namespace studio
