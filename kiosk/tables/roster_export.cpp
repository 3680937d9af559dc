#include "tables/roster_export.h"

#include <algorithm>
#include <cstdlib>

#include "tables/export_file.h"
#include "tables/roster_calendar.h"
#include "tables/roster_csv.h"
#include "tables/roster_workbook.h"

namespace studio {

std::optional<ExportFormat> FormatOf(const std::filesystem::path& path) {
  std::string ending = path.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (ending == ".xlsx") return ExportFormat::kWorkbook;
  if (ending == ".csv") return ExportFormat::kCsv;
  if (ending == ".ics") return ExportFormat::kCalendar;
  return std::nullopt;
}

namespace {

Result<std::string> BytesOf(const RosterReport& report, ExportFormat format) {
  switch (format) {
    case ExportFormat::kWorkbook:
    case ExportFormat::kLargeWorkbook:
      return MakeRosterWorkbook(report);
    case ExportFormat::kCalendar:
      return MakeRosterCalendar(report);
    case ExportFormat::kCsv:
      return MakeRosterCsv(report);
  }
  std::abort();
}

}  // namespace

Result<bool> ExportRoster(const RosterReport& report, const std::filesystem::path& path) {
  const auto format = FormatOf(path);
  if (!format) {
    return Fail(ErrorKind::kInvalid, path.string() + " ends in none of .xlsx, .csv, .ics");
  }
  const auto bytes = BytesOf(report, *format);
  if (!bytes) return tl::unexpected(bytes.error());
  return WriteExport(path, *bytes);
}

}  // namespace studio
