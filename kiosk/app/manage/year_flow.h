// The manager's year: what it looks like now, what waits for their word, who is where, and its
// closing. One flow behind all pages of it, so that what is said on one is so on the others.
// Main thread.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/base/clock.h"
#include "app/base/visit.h"
#include "app/manage/year_store.h"
#include "app/station/kiosk_state.h"

namespace studio {

enum class YearState {
  kReading,
  kThere,
  kUntold,  // the county has not told this terminal what counts in that year
  kFailed,  // may be tried again
};

// One member on the manager's list.
struct MemberStanding {
  const Member* member = nullptr;
  const MemberResult* result = nullptr;
  int open = 0;       // quotas that the stretches of today leave open
  int missed = 0;     // of stretches that are over
  int waiting = 0;    // deeds that nobody has spoken of yet
  bool idle = false;  // nothing of theirs counts or waits in this quarter
};

class YearFlow {
 public:
  // All outlive the flow. Reads the year that today is in; from January to March the one before,
  // as long as the studio has not closed it.
  YearFlow(YearStore& store, const KioskState& state, const Clock& clock, KeySession session);

  const KeySession& session() const { return session_; }
  CalendarDate Today() const;
  YearState state() const { return state_now_; }
  const StudioAccountPtr& account() const { return account_; }  // at kThere
  int year() const { return year_; }
  // The years that can be looked at: this one and the last.
  bool CanGo(int by) const;
  void Go(int by);
  // What is there stays until this has come.
  void Read();

  // 待审核, of whatever year the studio has not closed; without those that were just spoken of.
  std::vector<const Deed*> Waiting() const;
  std::size_t WaitingOfYear() const;  // of the year that is looked at
  std::size_t WaitingClosed() const;  // of years that the studio has closed: nobody speaks of them
  bool MayReview(const Deed& deed) const { return studio::MayReview(deed, session_.member); }
  bool IsPicked(const Deed& deed) const { return picked_.contains(deed.id); }
  void Toggle(const Deed& deed);  // of those that may be reviewed
  void PickAll();
  void PickNone() { picked_.clear(); }
  std::size_t picked() const { return picked_.size(); }
  // Their word on what is picked. What is picked stays so until it is kept.
  void Confirm();
  void SendBack(const std::string& reason);

  // One of them looked at: what was written with it. Nothing: it is being read, or is not here.
  void Open(const Deed& deed);
  const std::optional<Writeup>& writeup() const { return writeup_; }
  bool opening() const { return opening_; }
  // That one alone is picked from now on.
  void PickOnly(const Deed& deed);

  // Members of the studio by what is missing, most first.
  const std::vector<MemberStanding>& Standings() const { return standings_; }

  // From December on, where it is open.
  bool MayClose() const;
  void Close();
  void Reopen(const std::string& why);

  bool saving() const { return saving_; }
  bool save_failed() const { return save_failed_; }  // the last one; may be said again

 private:
  void Say(ReviewBody body);
  void Say(YearClosingBody body);
  void Forget();  // what was read
  bool LiesInClosedYear(const Deed& deed) const;
  ReviewBody Review() const;
  YearClosingBody Closing() const;
  std::function<void(Result<bool>)> WhenKept(std::vector<std::string> deeds);

  YearStore& store_;
  const KioskState& state_;
  const Clock& clock_;
  KeySession session_;
  YearState state_now_ = YearState::kReading;
  StudioAccountPtr account_;
  std::vector<const Deed*> waiting_;  // of the account, as the next
  std::vector<MemberStanding> standings_;
  int year_ = 0;
  std::set<std::string> picked_, said_;
  std::optional<Writeup> writeup_;
  bool opening_ = false;
  bool saving_ = false, save_failed_ = false;
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio
