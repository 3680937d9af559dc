#include "app/request/helper_asking.h"

#include "app/duty/duty.h"

namespace studio {

HelperAsking::HelperAsking(DutyStore& store, const KioskState& state, const Clock& clock)
    : state_(state), clock_(clock), card_(store, state, clock, CardWanted::kAny) {}

std::optional<Helper> HelperAsking::Take() {
  const ShownCard* shown = card_.card();
  if (shown == nullptr) return std::nullopt;
  const DutyToday duty = DutyOn(*state_.station, state_.CountyMs(clock_.Now()));
  if (HereNow(duty, shown->member) == nullptr) {
    card_.Decline(CardProblem::kNotHere);
    return std::nullopt;
  }
  Helper helper{shown->member, shown->name, shown->token};
  card_.Forget();
  return helper;
}

bool HelpIsHere(const KioskState& state, const Moment& now) {
  return AnybodyHere(DutyOn(*state.station, state.CountyMs(now)));
}

}  // namespace studio
