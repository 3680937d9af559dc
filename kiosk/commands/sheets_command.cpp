#include "commands/sheets_command.h"

#include <ostream>

#include "commands/unlocked_view.h"
#include "platform/system_clock.h"
#include "shared/base/shown_text.h"
#include "tables/year_export.h"

namespace studio {
namespace {

Result<YearExport> WhatToPrint(const SheetsOrder& order) {
  YearExport what;
  if (order.format != "pdf" && order.format != "xlsx") {
    return Fail(ErrorKind::kInvalid, "--format: pdf or xlsx, not " + order.format);
  }
  what.format = order.format == "pdf" ? YearFormat::kPdf : YearFormat::kWorkbook;
  std::string known_ids;
  for (const KnownSheet& known : KnownSheets()) {
    known_ids += (known_ids.empty() ? "" : ", ") + std::string(known.id);
    if (order.sheets.empty()) what.sheets.push_back(known.kind);
  }
  for (const std::string& id : order.sheets) {
    const KnownSheet* known = KnownSheetWith(id);
    if (known == nullptr) {
      return Fail(ErrorKind::kInvalid, "--sheet: '" + id + "' is none of " + known_ids);
    }
    what.sheets.push_back(known->kind);
  }
  return what;
}

}  // namespace

Result<bool> PrintSheets(const SheetsOrder& order, std::ostream& out) {
  auto what = WhatToPrint(order);
  if (!what) return tl::unexpected(what.error());
  std::error_code error;
  if (!std::filesystem::is_directory(order.out, error)) {
    return Fail(ErrorKind::kNotFound, "--out: there is no folder " + order.out.string());
  }
  auto unlocked = UnlockView({order.data, order.card_file, order.pin_file});
  if (!unlocked) return tl::unexpected(unlocked.error());
  const auto day = DayAsked(order.on, unlocked->view);
  if (!day) return tl::unexpected(day.error());
  auto report =
      unlocked->view.Report({order.year, *day, unlocked->identity.county.studio}, *unlocked->key);
  if (!report) return tl::unexpected(report.error());
  what->report = std::make_shared<const YearReport>(std::move(*report));
  const auto written = ExportYear(*what, order.out, SystemClock().Now().wall_ms,
                                  [](const YearProgress&) { return true; });
  if (!written) return tl::unexpected(written.error());
  for (const std::string& name : written->names) out << ShownText(name) << '\n';
  return true;
}

}  // namespace studio
