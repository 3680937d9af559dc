// A member at their desk: what the studio's key has opened for them, as long as they stay. Main
// thread.
#pragma once

#include <optional>

#include "app/base/clock.h"
#include "app/base/visit.h"
#include "app/checkin/key_session.h"
#include "app/desk/desk_store.h"
#include "app/duty/duty.h"
#include "app/station/kiosk_state.h"

namespace studio {

enum class AccountState {
  kReading,
  kThere,
  kUntold,  // the county has not told this terminal what counts this year
  kFailed,  // may be tried again
};

class DeskFlow {
 public:
  // All outlive the flow. Reads account and draft at once.
  DeskFlow(DeskStore& store, const KioskState& state, const Clock& clock, KeySession session);

  const KeySession& session() const { return session_; }
  const Member* member() const;  // as the feed has them now; null: no longer
  CalendarDate Today() const;
  // Theirs of today; nullopt: they are not on the list and have not come.
  std::optional<DutyLine> DutyOfToday() const;

  AccountState account_state() const { return account_state_; }
  const AccountPtr& account() const { return account_; }  // at kThere
  // What is there stays until this has come: once something was written up it is another.
  void ReadAccount();

  // What they were in the middle of writing, of a kind that the mechanism still has; null: nothing.
  const ActivityBody* draft() const { return draft_ ? &*draft_ : nullptr; }
  const ActivityTemplate* draft_kind() const;
  void ReadDraft();
  void DropDraft();

 private:
  DeskStore& store_;
  const KioskState& state_;
  const Clock& clock_;
  KeySession session_;
  AccountState account_state_ = AccountState::kReading;
  AccountPtr account_;
  std::optional<ActivityBody> draft_;
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio
