// A member at their desk: what the studio's key has opened for them, as long as they stay. Main
// thread.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

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

// In which they have a part and that count in the account's year by their day; the newest first.
std::vector<const Deed*> DeedsOfYear(const MemberAccount& account);

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

  // What others wrote up with them in it, and they have not said a word on; the oldest first.
  std::vector<const Deed*> AskedDeeds() const;
  // Their word on one of these. The account is read again once it is kept.
  void Answer(const Deed& deed, bool agrees);
  bool answering() const { return answering_; }
  bool answer_failed() const { return answer_failed_; }  // the last one; may be given again

  // What they were in the middle of writing, of a kind that the mechanism still has; null: nothing.
  const ActivityBody* draft() const { return draft_ ? &*draft_ : nullptr; }
  const ActivityTemplate* draft_kind() const;
  const ActivityTemplate& summary() const { return summary_; }  // of the year at hand
  // What of it was begun, or one of the right day.
  const ActivityBody* summary_draft() const;
  void ReadDraft();
  void DropDraft();

 private:
  DeskStore& store_;
  const KioskState& state_;
  const Clock& clock_;
  KeySession session_;
  AccountState account_state_ = AccountState::kReading;
  AccountPtr account_;
  ActivityTemplate summary_;
  ActivityBody blank_summary_;
  std::optional<ActivityBody> draft_;
  bool answering_ = false, answer_failed_ = false;
  std::set<std::string> answered_;  // ids of deeds
  Visit visit_;                     // last: ends before anything its completions touch
};

}  // namespace studio
