#include "sync/link/county_clock.h"

#include <doctest/doctest.h>

using namespace studio;

TEST_CASE("the offset is taken at the middle of question and answer") {
  CountyClock clock;
  CHECK_FALSE(clock.offset_ms());
  clock.Heard(10'000, {4'000, 100}, {5'000, 1'100});
  CHECK(clock.offset_ms() == 10'000 - 4'500);
}

TEST_CASE("a wall clock set while the answer was on its way does not spoil the offset") {
  CountyClock clock;
  clock.Heard(1'000'000, {5, 100}, {999'900, 300});
  CHECK(clock.offset_ms() == 200);
}

TEST_CASE("a clock is wrong from five minutes on, either way") {
  CountyClock clock;
  CHECK_FALSE(clock.Wrong());
  for (const std::int64_t sign : {1, -1}) {
    clock.Heard(sign * 299'999, {0, 0}, {0, 0});
    CHECK_FALSE(clock.Wrong());
    clock.Heard(sign * 300'001, {0, 0}, {0, 0});
    CHECK(clock.Wrong());
  }
}

TEST_CASE("certificates are judged by the machine's clock until the county has said the time") {
  CountyClock clock;
  clock.Heard(1'000'000'000, {0, 0}, {0, 0});
  CHECK_FALSE(clock.VerifyTime({0, 0}));
  clock.JudgeCertificatesBy(2'000'000'000'000, {0, 5'000});
  // The wall clock may say anything; the monotonic one carries the county's time on.
  CHECK(clock.VerifyTime({-77, 5'000}) == 2'000'000'000);
  CHECK(clock.VerifyTime({99'999'999, 65'000}) == 2'000'000'060);
}
