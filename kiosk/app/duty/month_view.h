// The month that a roster page shows: read from the store, computed, and read again whenever the
// feed or somebody here has changed it. What waits for the county is in it, as asked for; see
// PendingOn. Main thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/clock.h"
#include "app/base/visit.h"
#include "app/duty/duty_store.h"
#include "app/station/kiosk_state.h"

namespace studio {

class MonthView {
 public:
  // All outlive the view. Shows this month. `studio_key` opens why somebody has leave; null: nobody
  // is to see that.
  MonthView(DutyStore& store, const KioskState& state, const Clock& clock,
            std::shared_ptr<const BoxKeyPair> studio_key = nullptr);

  void Show(std::chrono::year_month month);
  // Once a frame, before it is drawn.
  void Update();
  void ReadAgain();  // something was changed here

  std::chrono::year_month shown() const { return shown_; }
  CalendarDate today() const;
  std::int64_t now_ms() const;  // Unix time, corrected by the county's clock
  bool failed() const { return failed_; }
  // False: nothing to show yet; the rest is then empty. A month that is read again stays shown.
  bool ready() const { return ready_; }
  const RotationInput& input() const { return input_; }
  const RotationMonth& month() const { return month_; }

  const Member* MemberWith(std::string_view id) const;
  const Shift* ShiftWith(std::string_view id) const;
  std::vector<const Shift*> ShiftsOn(CalendarDate date) const;  // this studio's, by time
  std::string NameOf(std::string_view member) const;            // the id where it is unknown
  // The change to that shift that waits for the county; null: none. Until it is confirmed there is
  // no version to name, and no other change is made.
  const PendingRosterChange* PendingOn(std::string_view shift) const;
  const std::vector<PendingRosterChange>& pending() const { return pending_; }
  const std::vector<PendingRosterChange>& refused() const { return refused_; }
  // Those refused have been read.
  void ForgetRefused();

 private:
  void Read();
  void Take(RotationInput input);

  DutyStore& store_;
  const KioskState& state_;
  const Clock& clock_;
  std::shared_ptr<const BoxKeyPair> studio_key_;
  std::chrono::year_month shown_;
  std::shared_ptr<const Station> read_for_;  // the registry that `input_` is of
  RosterSummary told_;                       // likewise
  int reads_ = 0;
  bool ready_ = false, failed_ = false;
  RotationInput input_;
  RotationMonth month_;
  std::vector<PendingRosterChange> pending_, refused_;
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio
