#include "sync/line/backoff.h"

#include <doctest/doctest.h>

using namespace studio;
using std::chrono::seconds;

namespace {
constexpr std::int64_t kSecond = 1000;
constexpr std::int64_t kMinute = 60 * kSecond;
constexpr std::int64_t kHour = 60 * kMinute;
Backoff::Chance Always(double chance) {
  return [chance] { return chance; };
}
}  // namespace

TEST_CASE("the ceiling of the wait doubles from five seconds to thirty minutes") {
  Backoff backoff({}, Always(0.9999999));
  std::int64_t now = 1'000'000;
  std::int64_t ceiling = 5 * kSecond;
  for (int i = 0; i < 100; ++i) {
    backoff.Failed(now, TryFailure::kUnreachable, {});
    const std::int64_t wait = backoff.WaitFrom(now);
    CHECK(wait <= ceiling);
    CHECK(wait >= ceiling - 2);
    now += wait;
    CHECK(backoff.WaitFrom(now) == 0);
    ceiling = std::min(ceiling * 2, 30 * kMinute);
  }
}

TEST_CASE("the jitter is full: any part of the ceiling may be drawn") {
  for (const double chance : {0.0, 0.25, 0.5}) {
    Backoff backoff({}, Always(chance));
    backoff.Failed(0, TryFailure::kUntrusted, {});
    CHECK(backoff.WaitFrom(0) == static_cast<std::int64_t>(5 * kSecond * chance));
    CHECK(backoff.failing());
  }
}

TEST_CASE("success starts over") {
  Backoff backoff({}, Always(0.5));
  for (int i = 0; i < 20; ++i) backoff.Failed(0, TryFailure::kUnreachable, {});
  CHECK(backoff.WaitFrom(0) == 15 * kMinute);
  backoff.Succeeded();
  CHECK_FALSE(backoff.failing());
  CHECK(backoff.WaitFrom(0) == 0);
  backoff.Failed(0, TryFailure::kUnreachable, {});
  CHECK(backoff.WaitFrom(0) == 2500);
}

TEST_CASE("Retry-After is honoured up to a day, also against new work and a new network") {
  Backoff backoff({}, Always(0.5));
  backoff.Failed(0, TryFailure::kUnreachable, seconds(7200));
  backoff.NewWork(kMinute);
  backoff.NetworkUp(kMinute);
  CHECK(backoff.WaitFrom(kMinute) == 119 * kMinute);
  backoff.Failed(0, TryFailure::kUnreachable, seconds(1'000'000));
  CHECK(backoff.WaitFrom(0) == 24 * kHour);
  backoff.Failed(0, TryFailure::kUnreachable, seconds(0));
  CHECK(backoff.WaitFrom(0) == 0);
}

TEST_CASE("a refused terminal tries once an hour, and at once when a person asks") {
  Backoff backoff({}, Always(0.5));
  for (int i = 0; i < 3; ++i) {
    backoff.Failed(0, TryFailure::kRefused, {});
    CHECK(backoff.WaitFrom(0) == kHour);
  }
  backoff.NewWork(kMinute);
  backoff.NetworkUp(kMinute);
  CHECK(backoff.WaitFrom(kMinute) == 59 * kMinute);
  backoff.TryNow(kMinute);
  CHECK(backoff.WaitFrom(kMinute) == 0);
}

TEST_CASE("new work brings the next try forward without hammering an unreachable county") {
  Backoff backoff({}, Always(0.5));
  for (int i = 0; i < 20; ++i) backoff.Failed(0, TryFailure::kUnreachable, {});
  backoff.NewWork(kSecond);  // the last try was a second ago
  CHECK(backoff.WaitFrom(kSecond) == 4 * kSecond);
  backoff.NewWork(2 * kSecond);
  CHECK(backoff.WaitFrom(2 * kSecond) == 3 * kSecond);

  for (int i = 0; i < 20; ++i) backoff.Failed(0, TryFailure::kUnreachable, {});
  backoff.NewWork(kMinute);  // the last try is long ago
  CHECK(backoff.WaitFrom(kMinute) == 0);

  for (int i = 0; i < 20; ++i) backoff.Failed(0, TryFailure::kUntrusted, {});
  backoff.NewWork(kMinute);
  CHECK(backoff.WaitFrom(kMinute) == 14 * kMinute);
}

TEST_CASE("a network that came back ends the wait") {
  for (const TryFailure failure :
       {TryFailure::kUnreachable, TryFailure::kUntrusted, TryFailure::kLocal}) {
    Backoff backoff({}, Always(0.5));
    backoff.Failed(0, failure, {});
    backoff.NetworkUp(1);
    CHECK(backoff.WaitFrom(1) == 0);
  }
}

TEST_CASE("nothing is waited for where nothing failed") {
  Backoff backoff({}, Always(0.5));
  backoff.NewWork(5);
  backoff.NetworkUp(5);
  backoff.TryNow(5);
  CHECK_FALSE(backoff.failing());
  CHECK(backoff.WaitFrom(5) == 0);
}

TEST_CASE("a clock that jumps never stretches the wait") {
  Backoff backoff({}, Always(0.5));
  backoff.Failed(1000 * kHour, TryFailure::kUnreachable, {});
  CHECK(backoff.WaitFrom(10 * kHour) == 2500);         // back by weeks
  CHECK(backoff.WaitFrom(10 * kHour + 1000) == 1500);  // and it goes on from there
  CHECK(backoff.WaitFrom(2000 * kHour) == 0);          // ahead by weeks
}
