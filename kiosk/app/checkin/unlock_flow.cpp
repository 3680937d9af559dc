#include "app/checkin/unlock_flow.h"

#include <algorithm>
#include <utility>

namespace studio {

UnlockFlow::UnlockFlow(UnlockFor whom, DutyStore& store, const KioskState& state,
                       const Clock& clock)
    : whom_(whom),
      state_(state),
      pin_(store, clock),
      asking_(store, state, clock, CardWanted::kPrinted,
              [this](const ShownCard& card) { OnCard(card); }) {}

UnlockStep UnlockFlow::step() const { return asking_.reading() ? UnlockStep::kReading : step_; }

void UnlockFlow::OnCodes(const std::vector<std::string>& texts) {
  if (step_ == UnlockStep::kBadge) asking_.OnCodes(texts);
}

bool UnlockFlow::MayEnter(const std::string& member) const {
  if (whom_ == UnlockFor::kMembers) return true;
  const std::vector<std::string>& managers = state_.station->studio.managers;
  return managers.empty() || std::find(managers.begin(), managers.end(), member) != managers.end();
}

CardProblem UnlockFlow::WithoutKey(const std::string& id) const {
  for (const Member& member : state_.station->members) {
    if (member.id != id || member.studios.empty()) continue;
    const auto here =
        std::find(member.studios.begin(), member.studios.end(), state_.station->studio.id);
    if (here == member.studios.end()) return CardProblem::kElsewhere;
  }
  return CardProblem::kNoKey;
}

void UnlockFlow::OnCard(const ShownCard& card) {
  if (!MayEnter(card.member)) return asking_.Decline(CardProblem::kNotManager);
  // A PIN that goes with another card opens nothing, and each try would count.
  if (card.pin == CardPin::kNone) return asking_.Decline(WithoutKey(card.member));
  if (card.pin == CardPin::kOlderCard) return asking_.Decline(CardProblem::kOlderCard);
  session_.member = card.member;
  session_.token = card.token;
  name_ = card.name;
  pin_.Begin(card.member, card.secret);
  step_ = UnlockStep::kPin;
}

void UnlockFlow::Open() {
  if (step_ != UnlockStep::kPin) return;
  pin_.Try([this](std::shared_ptr<const BoxKeyPair> key) {
    if (key) {
      session_.studio_key = std::move(key);
      pin_.Forget();
      asking_.Forget();
      step_ = UnlockStep::kOpen;
    } else if (pin_.problem() == PinProblem::kNotEntitled) {
      const CardProblem problem = WithoutKey(session_.member);
      AnotherBadge();
      asking_.Decline(problem);
    }
  });
}

void UnlockFlow::AnotherBadge() {
  if (step_ == UnlockStep::kOpen || pin_.trying()) return;
  pin_.Forget();
  session_ = {};
  name_.clear();
  asking_.Forget();
  step_ = UnlockStep::kBadge;
}

}  // namespace studio
