// What the year's sheets need of the store. Calls return at once; `done` runs on the main thread.
// Implemented by store/.
#pragma once

#include <functional>
#include <memory>

#include "app/checkin/key_session.h"
#include "app/year/year_report.h"
#include "shared/base/result.h"

namespace studio {

using YearReportPtr = std::shared_ptr<const YearReport>;

class SheetStore {
 public:
  template <class T>
  using Done = std::function<void(Result<T>)>;

  virtual ~SheetStore() = default;

  // As of that day. kNotFound: the county has not told this terminal what counts that year. Else
  // what the studio's key does not open. Takes its time, on the worker.
  virtual void ReadYearReport(KeySession session, int year, CalendarDate as_of,
                              Done<YearReportPtr> done) = 0;
};

}  // namespace studio
