// The way into the studio's management: a printed badge, then its PIN. What opens is the studio's
// key (DutyStore::Unlock). Main thread.
#pragma once

#include <string>
#include <vector>

#include "app/clock.h"
#include "app/duty_store.h"
#include "app/kiosk_state.h"
#include "app/manager_session.h"
#include "app/pin_asking.h"
#include "app/visit.h"

namespace studio {

enum class UnlockStep {
  kBadge,    // a code is wanted
  kReading,  // what it says is being judged
  kPin,      // see pin(): typed, or being tried
  kOpen,
};

// Why a code was not taken; another may be shown.
enum class CardProblem {
  kNone,
  kTwoCodes,    // two badges in one picture
  kBadBadge,    // see verdict(): forged, expired, …
  kLiveCode,    // opens nothing: the printed card is wanted
  kNoSecret,    // a printed card's code without its secret: a copy of what may be stored
  kNotManager,  // the studio has others for that
  kNoKey,       // no key is wrapped for this member
  kFailed,      // the store did not answer; may be tried again
};

class UnlockFlow {
 public:
  // All outlive the flow.
  UnlockFlow(DutyStore& store, const KioskState& state, const Clock& clock);

  UnlockStep step() const { return step_; }
  CardProblem problem() const { return problem_; }
  CheckInVerdict verdict() const { return verdict_; }  // of the badge, for kBadBadge
  const std::string& name() const { return name_; }    // of the member, from kPin on
  // What the camera or a scanner reads, again and again while it is held there.
  void OnCodes(const std::vector<std::string>& texts);
  void AnotherBadge();

  PinAsking& pin() { return pin_; }
  const PinAsking& pin() const { return pin_; }
  void Open();

  const ManagerSession& session() const { return session_; }  // at kOpen

 private:
  void OnDesk(Result<CheckInDesk> desk, const std::string& text);
  void Refuse(CardProblem problem);
  bool MayManage(const std::string& member) const;

  DutyStore& store_;
  const KioskState& state_;
  const Clock& clock_;
  UnlockStep step_ = UnlockStep::kBadge;
  CardProblem problem_ = CardProblem::kNone;
  CheckInVerdict verdict_ = CheckInVerdict::kNotABadge;
  std::vector<std::string> refused_;  // the codes last refused, while they are still held there
  std::string name_;
  PinAsking pin_;
  ManagerSession session_;
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio
