#include "app/base/visit_timer.h"

#include <algorithm>

namespace studio {

void VisitTimer::Touch(std::int64_t now_ms) { touched_ms_ = now_ms; }

void VisitTimer::SetPatience(Patience patience, std::int64_t now_ms) {
  if (patience == patience_) return;
  patience_ = patience;
  touched_ms_ = now_ms;
}

std::int64_t VisitTimer::AskAfter() const {
  return std::max(at_least_ms_, patience_ == Patience::kWriting ? kWritingMs : kNormalMs);
}

std::int64_t VisitTimer::OverAfter() const {
  if (patience_ == Patience::kHome) return std::max(at_least_ms_, kNormalMs);
  return patience_ == Patience::kDone ? std::max(at_least_ms_, kDoneMs) : AskAfter() + kWipeMs;
}

VisitTimer::State VisitTimer::At(std::int64_t now_ms) const {
  if (patience_ == Patience::kNever) return State::kRunning;
  const std::int64_t idle = now_ms - touched_ms_;
  if (idle >= OverAfter()) return State::kOver;
  if (Asks() && idle >= AskAfter()) return State::kAsking;
  return State::kRunning;
}

std::optional<std::int64_t> VisitTimer::NextChange(std::int64_t now_ms) const {
  if (patience_ == Patience::kNever || At(now_ms) == State::kOver) return std::nullopt;
  if (Asks() && At(now_ms) == State::kRunning) {
    return touched_ms_ + AskAfter();
  }
  return touched_ms_ + OverAfter();
}

std::int64_t VisitTimer::SecondsLeft(std::int64_t now_ms) const {
  return std::max<std::int64_t>(0, (touched_ms_ + OverAfter() - now_ms + 999) / 1000);
}

}  // namespace studio
