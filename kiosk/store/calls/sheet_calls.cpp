#include "store/calls/sheet_calls.h"

#include <memory>

#include "store/acts/report_reading.h"

namespace studio {

void SheetCalls::ReadYearReport(KeySession session, int year, CalendarDate as_of,
                                Done<YearReportPtr> done) {
  // Opened by one task, which takes it.
  using Found = std::shared_ptr<SealedReport>;
  thread_.ReadAndWork<YearReportPtr>(
      std::move(done),
      [year, as_of](const AtWork& at) -> Result<Found> {
        auto sealed = SealedReportOf(at.tables, at.station, {year, as_of, at.maker.studio()});
        if (!sealed) return tl::unexpected(sealed.error());
        return std::make_shared<SealedReport>(std::move(*sealed));
      },
      [session](const Found& sealed) -> Result<YearReportPtr> {
        auto report = OpenReport(std::move(*sealed), *session.studio_key);
        if (!report) return tl::unexpected(report.error());
        return std::make_shared<const YearReport>(std::move(*report));
      });
}

}  // namespace studio
