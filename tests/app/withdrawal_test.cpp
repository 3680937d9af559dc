#include "app/request/withdrawal.h"

#include <doctest/doctest.h>

using namespace studio;

namespace {

constexpr Moment kFiled{1'000'000'000, 500'000};

Moment After(std::int64_t wall_ms, std::int64_t monotonic_ms) {
  return {kFiled.wall_ms + wall_ms, kFiled.monotonic_ms + monotonic_ms};
}

}  // namespace

TEST_CASE("the ten minutes are those of the running clock, whatever the wall clock says") {
  for (const std::int64_t step : {-86'400'000LL, 0LL, 86'400'000LL}) {
    CHECK(WithdrawableUntil(kFiled, true, After(step, 1000)) ==
          kFiled.monotonic_ms + kWithdrawWindowMs);
  }
}

TEST_CASE("after a restart what is left of the ten minutes is told by a clock that went on") {
  const Moment now{kFiled.wall_ms + 60'000, 7000};
  CHECK(WithdrawableUntil(kFiled, false, now) == 7000 + kWithdrawWindowMs - 60'000);
  for (const std::int64_t step :
       {std::int64_t{-1}, kWithdrawWindowMs, std::int64_t{48 * 3'600'000}}) {
    CHECK(WithdrawableUntil(kFiled, false, {kFiled.wall_ms + step, 7000}) == 0);
  }
}

TEST_CASE("a receipt may be withdrawn until the moment it names, and once") {
  ReceiptStatus status;
  status.withdraw_until_ms = 100;
  CHECK(MayWithdraw(status, {0, 99}));
  CHECK_FALSE(MayWithdraw(status, {0, 100}));
  status.state = ReceiptState::kWithdrawn;
  CHECK_FALSE(MayWithdraw(status, {0, 99}));
}
