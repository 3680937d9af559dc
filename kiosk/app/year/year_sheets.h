// The eight sheets of a year, made from its report.
#pragma once

#include "app/year/printed_sheet.h"
#include "app/year/year_report.h"

namespace studio {

PrintedSheet MakeYearSheet(SheetKind kind, const YearReport& report);

// Each in its own file.
PrintedSheet RegistrationSheet(const YearReport& report);
PrintedSheet PointsSheet(const YearReport& report);
PrintedSheet LedgerSheet(const YearReport& report);
PrintedSheet MeetingsSheet(const YearReport& report);
PrintedSheet ReceptionsSheet(const YearReport& report);
PrintedSheet SummarySheet(const YearReport& report);
PrintedSheet NoticeSheet(const YearReport& report);
PrintedSheet LettersSheet(const YearReport& report);

// Title, foot and direction of it, without pages; its form by the rules.
PrintedSheet BlankSheet(SheetKind kind, const YearReport& report, bool across);
SheetForm FormOf(const YearReport& report, SheetKind kind);
// "演示县政协　示例乡委员工作室　2026 年度"
std::string WhoseYear(const YearReport& report);

}  // namespace studio
