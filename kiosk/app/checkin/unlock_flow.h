// The way into what the studio's key opens, the management and a member's desk: a printed badge,
// then its PIN (DutyStore::Unlock). Main thread.
#pragma once

#include <string>
#include <vector>

#include "app/base/clock.h"
#include "app/base/visit.h"
#include "app/checkin/card_asking.h"
#include "app/checkin/key_session.h"
#include "app/checkin/pin_asking.h"
#include "app/duty/duty_store.h"
#include "app/station/kiosk_state.h"

namespace studio {

// Who may go in: every member whose card opens the key, or only who manages the studio.
enum class UnlockFor { kManagers, kMembers };

enum class UnlockStep {
  kBadge,    // a code is wanted
  kReading,  // what it says is being judged
  kPin,      // see pin(): typed, or being tried
  kOpen,
};

class UnlockFlow {
 public:
  // All outlive the flow.
  UnlockFlow(UnlockFor whom, DutyStore& store, const KioskState& state, const Clock& clock);

  UnlockStep step() const;
  CardProblem problem() const { return asking_.problem(); }
  CheckInVerdict verdict() const { return asking_.verdict(); }  // of the badge, for kBadBadge
  const std::string& name() const { return name_; }             // of the member, from kPin on
  // What the camera or a scanner reads, again and again while it is held there.
  void OnCodes(const std::vector<std::string>& texts);
  void AnotherBadge();

  PinAsking& pin() { return pin_; }
  const PinAsking& pin() const { return pin_; }
  void Open();

  const KeySession& session() const { return session_; }  // at kOpen

 private:
  void OnCard(const ShownCard& card);
  bool MayEnter(const std::string& member) const;
  // Why nothing is wrapped here for that member.
  CardProblem WithoutKey(const std::string& member) const;

  UnlockFor whom_;
  const KioskState& state_;
  UnlockStep step_ = UnlockStep::kBadge;
  std::string name_;
  PinAsking pin_;
  KeySession session_;
  CardAsking asking_;  // last: ends before anything its completions touch
};

}  // namespace studio
