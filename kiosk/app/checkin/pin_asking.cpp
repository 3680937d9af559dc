#include "app/checkin/pin_asking.h"

#include <string.h>

#include <algorithm>
#include <utility>

#include "shared/record/key_wrap.h"

namespace studio {

PinAsking::PinAsking(DutyStore& store, const Clock& clock) : store_(store), clock_(clock) {
  pin_.reserve(kMaxPinDigits);  // never moved, so that one wiping reaches all of it
}

PinAsking::~PinAsking() { Forget(); }

void PinAsking::WipePin() {
  explicit_bzero(pin_.data(), pin_.size());
  pin_.clear();
}

void PinAsking::Begin(std::string member, const BadgeSecret& secret) {
  Forget();
  member_ = std::move(member);
  secret_ = secret;
}

void PinAsking::NoteTyping() {
  if (trying_ || pin_.size() == ready_digits_) return;
  if (CanTry()) {
    store_.ReadyUnlock(member_, secret_, pin_);
    ready_digits_ = pin_.size();
  } else {
    ForgetReady();
  }
}

void PinAsking::ForgetReady() {
  if (std::exchange(ready_digits_, 0) != 0) store_.ForgetReady();
}

void PinAsking::Forget() {
  ForgetReady();
  explicit_bzero(secret_.data(), secret_.size());
  WipePin();
  problem_.reset();
  tries_left_ = 0;
  until_ms_ = 0;
}

std::optional<PinProblem> PinAsking::problem() const {
  const bool over = problem_ == PinProblem::kLocked ? WaitMs() == 0 : !pin_.empty();
  return over ? std::nullopt : problem_;
}

std::int64_t PinAsking::WaitMs() const {
  return std::max<std::int64_t>(until_ms_ - clock_.Now().monotonic_ms, 0);
}

bool PinAsking::CanTry() const { return !trying_ && WaitMs() == 0 && IsPin(pin_); }

void PinAsking::Try(std::function<void(std::shared_ptr<const BoxKeyPair>)> tried) {
  if (!CanTry()) return;
  trying_ = true;
  problem_.reset();
  auto answered = [this, tried = std::move(tried)](Result<UnlockAnswer> answer) {
    tried(OnAnswer(answer) ? std::move(answer->studio_key) : nullptr);
  };
  store_.Unlock(member_, secret_, pin_, visit_.Guard<Result<UnlockAnswer>>(std::move(answered)));
  WipePin();
}

bool PinAsking::OnAnswer(const Result<UnlockAnswer>& answer) {
  trying_ = false;
  WipePin();
  ForgetReady();
  if (!answer) {
    problem_ = PinProblem::kFailed;
    return false;
  }
  if (answer->outcome == UnlockAnswer::Outcome::kOpen) return true;
  if (answer->outcome == UnlockAnswer::Outcome::kNotEntitled) {
    problem_ = PinProblem::kNotEntitled;
    return false;
  }
  tries_left_ = answer->tries_left;
  until_ms_ = answer->wait_ms > 0 ? clock_.Now().monotonic_ms + answer->wait_ms : 0;
  problem_ = answer->wait_ms > 0 ? PinProblem::kLocked : PinProblem::kWrong;
  return false;
}

}  // namespace studio
