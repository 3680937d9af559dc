#include "app/year/year_sheets.h"

#include <cstdlib>

namespace studio {

PrintedSheet MakeYearSheet(SheetKind kind, const YearReport& report) {
  switch (kind) {
    case SheetKind::kRegistration:
      return RegistrationSheet(report);
    case SheetKind::kPoints:
      return PointsSheet(report);
    case SheetKind::kLedger:
      return LedgerSheet(report);
    case SheetKind::kMeetings:
      return MeetingsSheet(report);
    case SheetKind::kReceptions:
      return ReceptionsSheet(report);
    case SheetKind::kSummary:
      return SummarySheet(report);
    case SheetKind::kNotice:
      return NoticeSheet(report);
    case SheetKind::kLetters:
      return LettersSheet(report);
  }
  std::abort();
}

SheetForm FormOf(const YearReport& report, SheetKind kind) {
  return FormOf(report.rules.sheets, kind);
}

PrintedSheet BlankSheet(SheetKind kind, const YearReport& report, bool across) {
  PrintedSheet sheet;
  sheet.kind = kind;
  sheet.title = FormOf(report, kind).title;
  sheet.foot = report.Foot();
  sheet.across = across;
  return sheet;
}

std::string WhoseYear(const YearReport& report) {
  const std::string whose = report.county_name.empty() ? "" : report.county_name + "　";
  return whose + report.studio_name + "　" + std::to_string(report.year) + " 年度";
}

}  // namespace studio
