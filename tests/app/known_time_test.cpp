#include "app/base/known_time.h"

#include <doctest/doctest.h>

#include "shared/base/time_units.h"

using namespace studio;

namespace {

const Uuid kBoot = Uuid::Random();
constexpr std::int64_t kTruth = 1'795'000'000'000;

// What was written down when the county was heard by a wall clock that was off by so much.
void Recall(KnownTime& time, std::int64_t wall_off_ms) {
  const Moment at{kTruth + wall_off_ms, 50'000};
  time.RecallHeard({kBoot, kTruth, at});
  time.RecallPassed({kBoot, kTruth, at});
}

}  // namespace

TEST_CASE("what the county said holds for this boot, whatever is done to the wall clock") {
  KnownTime time(kBoot);
  CHECK_FALSE(time.At({kTruth, 1}).sure);
  time.Heard(kTruth, {123, 1000});
  for (const std::int64_t wall_ms : {std::int64_t{0}, kTruth, 9 * kTruth}) {
    const TimeNow now = time.At({wall_ms, 61'000});
    CHECK(now.sure);
    CHECK(now.ms == kTruth + 60'000);
    CHECK(time.SureOffset({wall_ms, 61'000}) == kTruth + 60'000 - wall_ms);
  }
  CHECK_FALSE(time.At({0, 1000 + 8 * kDayMs}).sure);  // by then its crystal may be a minute off
  CHECK(time.At({0, 1000 + 8 * kDayMs}).ms == kTruth + 8 * kDayMs);
}

TEST_CASE("the program starts again in the same boot: as sure as before") {
  KnownTime time(kBoot);
  Recall(time, 2 * kHourMs);
  const TimeNow now = time.At({kTruth + kHourMs, 50'000 + kHourMs});
  CHECK(now.sure);
  CHECK(now.ms == kTruth + kHourMs);
}

TEST_CASE("another boot is never sure, and no earlier than what is over") {
  const std::int64_t later = kTruth + 20 * kMinuteMs;
  for (const std::int64_t off : {-400 * kDayMs, -2 * kHourMs, std::int64_t{0}, 2 * kHourMs}) {
    CAPTURE(off);
    KnownTime wrong_on(Uuid::Random()), put_right(Uuid::Random()), reset(Uuid::Random());
    for (KnownTime* time : {&wrong_on, &put_right, &reset}) Recall(*time, off);
    CHECK(wrong_on.At({later + off, 5000}).ms == later);
    CHECK_FALSE(wrong_on.At({later + off, 5000}).sure);
    CHECK_FALSE(wrong_on.SureOffset({later + off, 5000}));
    // Put right while it was off: of a clock that was slow one cannot tell.
    if (off >= 0) CHECK(put_right.At({later, 5000}).ms == later);
    const TimeNow dead = reset.At({1'000'000'000'000, 5000});
    CHECK(dead.ms == kTruth + 5000);
    CHECK(dead.at_least_ms == kTruth + 5000);
  }
}

TEST_CASE("what is over only moves forward") {
  KnownTime time(Uuid::Random());
  time.RecallPassed({kBoot, kTruth, {kTruth, 50'000}});
  time.RecallPassed({kBoot, kTruth - kDayMs, {kTruth, 60'000}});
  time.RecallPassed(kTruth - kHourMs);
  CHECK(time.At({0, 7000}).at_least_ms == kTruth + 7000);
  time.RecallPassed(kTruth + kHourMs);
  CHECK(time.At({0, 7000}).at_least_ms == kTruth + kHourMs);
}

TEST_CASE("within one boot a moment that has not come has not passed") {
  KnownTime time(kBoot);
  Recall(time, 0);
  const TimeNow now = time.At({kTruth - 2 * kHourMs, 40'000});
  CHECK(now.ms == kTruth - 2 * kHourMs);
  CHECK_FALSE(now.sure);
}
