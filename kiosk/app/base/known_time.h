// The county's time as this terminal knows it: the one notion that store, screens, cards and roster
// go by. What the county said is bound to this boot and carried on by the clock that runs since
// boot, so nobody who sets the machine's clock moves it. Of an earlier boot only a guess is left,
// and a time that is over for sure. Any thread.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>

#include "app/base/clock.h"
#include "shared/base/uuid.h"

namespace studio {

// A crystal may be wrong by 100 parts in a million: a minute in a week.
inline constexpr std::int64_t kSureForMs = 7LL * 24 * 3600 * 1000;
inline constexpr std::int64_t kDriftDivisor = 10'000;

struct TimeNow {
  std::int64_t ms = 0;           // Unix time, the best that is known
  bool sure = false;             // within a minute: heard in this boot, within a week
  std::int64_t at_least_ms = 0;  // it is not earlier than that; 0: nothing is known
};

// A county time and when it was, by the machine's clocks: the county said it then, or it was known
// to be over by then.
struct BoundTime {
  Uuid boot;
  std::int64_t county_ms = 0;
  Moment at;
};

class KnownTime {
 public:
  explicit KnownTime(Uuid boot = {}) : boot_(boot) {}

  // The county said that it was `county_ms` at that moment of this boot.
  void Heard(std::int64_t county_ms, const Moment& at);

  // What an earlier run wrote down, of whatever boot. What this run heard counts before it.
  void RecallHeard(const BoundTime& heard);
  void RecallPassed(const BoundTime& passed);
  // Signed by the county, nobody knows in which boot.
  void RecallPassed(std::int64_t county_ms);

  TimeNow At(const Moment& now) const;
  // County minus the machine's wall clock; nullopt: not sure.
  std::optional<std::int64_t> SureOffset(const Moment& now) const;

  std::optional<BoundTime> heard() const;       // to be written down
  BoundTime PassedAt(const Moment& now) const;  // likewise

 private:
  std::int64_t LeastAt(const Moment& now) const;
  std::int64_t LeastBy(const BoundTime& passed, const Moment& now) const;
  TimeNow Guess(const Moment& now) const;

  mutable std::mutex mutex_;
  const Uuid boot_;
  std::optional<BoundTime> heard_;           // guarded, as all below
  std::optional<BoundTime> passed_by_boot_;  // in this boot
  std::optional<BoundTime> passed_before_;   // in earlier ones
  std::int64_t passed_ms_ = 0;
};

}  // namespace studio
