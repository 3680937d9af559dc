#include "app/unlock_flow.h"

#include <algorithm>
#include <utility>

namespace studio {
namespace {

bool IsBadge(const std::string& text) { return text.starts_with(kBadgePrefix); }

bool IsGood(const CheckInAnswer& answer) {
  return IsTaken(answer.verdict) || answer.verdict == CheckInVerdict::kAlreadyIn;
}

}  // namespace

UnlockFlow::UnlockFlow(DutyStore& store, const KioskState& state, const Clock& clock)
    : store_(store), state_(state), clock_(clock), pin_(store, clock) {}

void UnlockFlow::OnCodes(const std::vector<std::string>& texts) {
  if (step_ != UnlockStep::kBadge || texts.empty() || texts == refused_) return;
  refused_ = texts;
  if (std::count_if(texts.begin(), texts.end(), IsBadge) > 1) return Refuse(CardProblem::kTwoCodes);
  const auto badge = std::find_if(texts.begin(), texts.end(), IsBadge);
  step_ = UnlockStep::kReading;
  problem_ = CardProblem::kNone;
  store_.ReadDesk(visit_.Guard<Result<CheckInDesk>>(
      [this, text = badge == texts.end() ? texts.front() : *badge](Result<CheckInDesk> desk) {
        OnDesk(std::move(desk), text);
      }));
}

void UnlockFlow::Refuse(CardProblem problem) {
  problem_ = problem;
  step_ = UnlockStep::kBadge;
}

bool UnlockFlow::MayManage(const std::string& member) const {
  const std::vector<std::string>& managers = state_.station->studio.managers;
  return managers.empty() || std::find(managers.begin(), managers.end(), member) != managers.end();
}

void UnlockFlow::OnDesk(Result<CheckInDesk> desk, const std::string& text) {
  if (!desk) {
    refused_.clear();
    return Refuse(CardProblem::kFailed);
  }
  desk->now_ms = state_.CountyMs(clock_.Now());
  const CheckInAnswer answer = JudgeCode(text, *desk);
  verdict_ = answer.verdict;
  if (answer.badge && answer.badge->kind == BadgeKind::kLive) {
    return Refuse(CardProblem::kLiveCode);
  }
  if (!IsGood(answer)) return Refuse(CardProblem::kBadBadge);
  if (!MayManage(answer.member->id)) return Refuse(CardProblem::kNotManager);
  const auto token = ReadBadgeToken(text);
  if (!token || !token->secret) return Refuse(CardProblem::kNoSecret);
  session_.member = answer.member->id;
  name_ = answer.member->name;
  refused_.clear();
  pin_.Begin(answer.member->id, *token->secret);
  step_ = UnlockStep::kPin;
}

void UnlockFlow::Open() {
  if (step_ != UnlockStep::kPin) return;
  pin_.Try([this](std::shared_ptr<const BoxKeyPair> key) {
    if (key) {
      session_.studio_key = std::move(key);
      pin_.Forget();
      step_ = UnlockStep::kOpen;
    } else if (pin_.problem() == PinProblem::kNotEntitled) {
      AnotherBadge();
      problem_ = CardProblem::kNoKey;
    }
  });
}

void UnlockFlow::AnotherBadge() {
  if (step_ == UnlockStep::kOpen || pin_.trying()) return;
  pin_.Forget();
  session_ = {};
  name_.clear();
  refused_.clear();
  step_ = UnlockStep::kBadge;
  problem_ = CardProblem::kNone;
}

}  // namespace studio
