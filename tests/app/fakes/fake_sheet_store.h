// A store of a year's report that answers at once, or when the test says so.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "app/year/sheet_store.h"

namespace studio {

class FakeSheetStore : public SheetStore {
 public:
  void ReadYearReport(KeySession session, int year, CalendarDate as_of,
                      Done<YearReportPtr> done) override {
    asked_by = session.member;
    asked_year = year;
    asked_day = as_of;
    answer_ = [this, done = std::move(done)] {
      if (fails) return done(Fail(*fails, "test"));
      done(std::make_shared<const YearReport>(report));
    };
    if (!holds) Answer();
  }
  void Answer() {
    if (answer_) std::exchange(answer_, nullptr)();
  }

  bool holds = false;
  std::optional<ErrorKind> fails;
  YearReport report;
  std::string asked_by;
  int asked_year = 0;
  CalendarDate asked_day{};

 private:
  std::function<void()> answer_;
};

}  // namespace studio
