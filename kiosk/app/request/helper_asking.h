// Which member helped somebody to fill something in: it takes their badge, and they are here now by
// the day's check-ins. Nobody is offered, so nobody is named who was not there. Main thread.
#pragma once

#include <optional>
#include <string>

#include "app/checkin/card_asking.h"

namespace studio {

struct Helper {
  std::string member, name;  // id, as people call them; empty: nobody helped
  std::string token;         // of the badge that was shown, without its secret
  bool empty() const { return member.empty(); }
};

class HelperAsking {
 public:
  // All outlive it.
  HelperAsking(DutyStore& store, const KioskState& state, const Clock& clock);

  CardAsking& card() { return card_; }
  // Once, when a member who is here has shown their badge. Who is not here is told so.
  std::optional<Helper> Take();

 private:
  const KioskState& state_;
  const Clock& clock_;
  CardAsking card_;
};

// Whether there is anybody who could help.
bool HelpIsHere(const KioskState& state, const Moment& now);

}  // namespace studio
