// The year's sheets (app/year/sheet_store.h).
#pragma once

#include "app/year/sheet_store.h"
#include "store/core/store_thread.h"

namespace studio {

class SheetCalls : public SheetStore {
 public:
  explicit SheetCalls(StoreThread thread) : thread_(std::move(thread)) {}

  void ReadYearReport(KeySession session, int year, CalendarDate as_of,
                      Done<YearReportPtr> done) override;

 private:
  StoreThread thread_;
};

}  // namespace studio
