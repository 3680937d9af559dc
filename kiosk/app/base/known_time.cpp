#include "app/base/known_time.h"

#include <algorithm>

#include "shared/base/time_units.h"

namespace studio {
namespace {

// Two clocks read one after the other.
constexpr std::int64_t kSlackMs = kMinuteMs;
// A terminal is not left in a cupboard for longer; a clock that says so is taken to be wrong.
constexpr std::int64_t kLongestPauseMs = 366 * kDayMs;

bool Plausible(std::int64_t guess_ms, std::int64_t least_ms) {
  return least_ms == 0 ||
         (guess_ms >= least_ms - kSlackMs && guess_ms <= least_ms + kLongestPauseMs);
}

}  // namespace

void KnownTime::Heard(std::int64_t county_ms, const Moment& at) {
  const std::lock_guard lock(mutex_);
  heard_ = BoundTime{boot_, county_ms, at};
}

void KnownTime::RecallHeard(const BoundTime& heard) {
  const std::lock_guard lock(mutex_);
  if (!heard_) heard_ = heard;
}

void KnownTime::RecallPassed(const BoundTime& passed) {
  const std::lock_guard lock(mutex_);
  auto& known = passed.boot == boot_ ? passed_by_boot_ : passed_before_;
  if (!known || known->county_ms < passed.county_ms) known = passed;
}

void KnownTime::RecallPassed(std::int64_t county_ms) {
  const std::lock_guard lock(mutex_);
  passed_ms_ = std::max(passed_ms_, county_ms);
}

// A boot began after all that was known before it. Within one boot a moment that has not come yet
// is nothing that can have passed.
std::int64_t KnownTime::LeastBy(const BoundTime& passed, const Moment& now) const {
  if (passed.boot != boot_) return passed.county_ms + now.monotonic_ms;
  const std::int64_t since_ms = now.monotonic_ms - passed.at.monotonic_ms;
  return since_ms < 0 ? 0 : passed.county_ms + since_ms - since_ms / kDriftDivisor;
}

std::int64_t KnownTime::LeastAt(const Moment& now) const {
  std::int64_t least = passed_ms_;
  for (const auto& known : {heard_, passed_by_boot_, passed_before_}) {
    if (known) least = std::max(least, LeastBy(*known, now));
  }
  return least;
}

// The clock may go on being wrong as it was, or somebody has put it right; neither can be before
// what is over for sure.
TimeNow KnownTime::Guess(const Moment& now) const {
  const std::int64_t least = LeastAt(now);
  std::int64_t guess = now.wall_ms;
  const bool other_boot = heard_ && heard_->boot != boot_;
  if (other_boot) guess += heard_->county_ms - heard_->at.wall_ms;
  if (other_boot && !Plausible(guess, least)) guess = now.wall_ms;
  if (!Plausible(guess, least)) guess = least;
  return {std::max(guess, least), false, least};
}

TimeNow KnownTime::At(const Moment& now) const {
  const std::lock_guard lock(mutex_);
  const bool ours = heard_ && heard_->boot == boot_;
  const std::int64_t since_ms = ours ? now.monotonic_ms - heard_->at.monotonic_ms : -1;
  if (since_ms < 0) return Guess(now);
  const std::int64_t ms = heard_->county_ms + since_ms;
  return {ms, since_ms <= kSureForMs, ms - since_ms / kDriftDivisor};
}

std::optional<std::int64_t> KnownTime::SureOffset(const Moment& now) const {
  const TimeNow known = At(now);
  if (!known.sure) return std::nullopt;
  return known.ms - now.wall_ms;
}

std::optional<BoundTime> KnownTime::heard() const {
  const std::lock_guard lock(mutex_);
  return heard_;
}

BoundTime KnownTime::PassedAt(const Moment& now) const { return {boot_, At(now).at_least_ms, now}; }

}  // namespace studio
