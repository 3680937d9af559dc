// 民意台账 as the manager goes through it: which lines are shown, and one of them opened again that
// was crossed off. Main thread.
#pragma once

#include <string>
#include <vector>

#include "app/base/clock.h"
#include "app/base/visit.h"
#include "app/desk/ledger_flow.h"
#include "app/station/kiosk_state.h"

namespace studio {

enum class LedgerFilter { kAll, kUnfinished, kOverdue, kToClose, kClosed };
inline constexpr LedgerFilter kLedgerFilters[] = {LedgerFilter::kAll, LedgerFilter::kUnfinished,
                                                  LedgerFilter::kOverdue, LedgerFilter::kToClose,
                                                  LedgerFilter::kClosed};

class StudioLedgerFlow {
 public:
  // All outlive the flow. Nothing is there before it was read.
  StudioLedgerFlow(LedgerStore& store, const KioskState& state, const Clock& clock,
                   KeySession session)
      : store_(store), kiosk_(state), clock_(clock), session_(std::move(session)) {}

  const KeySession& session() const { return session_; }
  LedgerState state() const { return state_; }
  CalendarDate Today() const;
  // What is there stays until this has come.
  void Read();

  const StudioLedger& ledger() const;  // empty until it is there
  std::vector<const StudioLine*> Shown() const;
  int Count(LedgerFilter filter) const;
  LedgerFilter filter() const { return filter_; }
  void Pick(LedgerFilter filter) { filter_ = filter; }
  const StudioLine* LineWith(const Uuid& record) const;  // null: no longer there

  // Takes back what was said of how it ended, and reads anew.
  void OpenAgain(const Uuid& record);
  bool saving() const { return saving_; }
  bool save_failed() const { return save_failed_; }

 private:
  LedgerStore& store_;
  const KioskState& kiosk_;
  const Clock& clock_;
  const KeySession session_;
  LedgerState state_ = LedgerState::kReading;
  StudioLedgerPtr ledger_;
  std::vector<StudioLine> lines_;  // of it
  LedgerFilter filter_ = LedgerFilter::kAll;
  bool saving_ = false, save_failed_ = false;
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio
