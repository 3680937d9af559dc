#include "app/rules/pin_lock.h"

#include <doctest/doctest.h>

#include <vector>

using namespace studio;

namespace {

Uuid BootOf(std::uint8_t byte) {
  Uuid boot;
  boot.bytes.fill(byte);
  return boot;
}

const Uuid kBoot = BootOf(1);

PinLock AfterFailures(int failures, std::int64_t now_ms = 0) {
  PinLock lock;
  for (int i = 0; i < failures; ++i) lock = lock.AfterFailure(now_ms, kBoot);
  return lock;
}

}  // namespace

TEST_CASE("five wrong PINs lock for a minute, each further one for longer, up to four hours") {
  CHECK(AfterFailures(4).WaitFrom(0, kBoot) == 0);
  CHECK(AfterFailures(5).WaitFrom(0, kBoot) == 60'000);
  CHECK(AfterFailures(6).WaitFrom(0, kBoot) == 120'000);
  CHECK(AfterFailures(12).WaitFrom(0, kBoot) == 128 * 60'000);
  CHECK(AfterFailures(13).WaitFrom(0, kBoot) == PinLock::kLongestWaitMs);
  CHECK(AfterFailures(1000).WaitFrom(0, kBoot) == PinLock::kLongestWaitMs);
}

TEST_CASE("two wrong codes of a slip are free, each further one locks for longer") {
  PinLock lock;
  std::vector<std::int64_t> waits_ms;
  for (int i = 0; i < 11; ++i) {
    lock = lock.AfterFailure(0, kBoot, PinLock::kOfCode);
    waits_ms.push_back(lock.WaitFrom(0, kBoot));
  }
  CHECK(waits_ms == std::vector<std::int64_t>{0, 0, 5'000, 30'000, 120'000, 600'000, 3'600'000,
                                              7'200'000, 14'400'000, 14'400'000, 14'400'000});
}

TEST_CASE("the waiting runs in time since boot") {
  const PinLock lock = AfterFailures(5, 10'000);
  CHECK(lock.WaitFrom(10'000, kBoot) == 60'000);
  CHECK(lock.WaitFrom(69'999, kBoot) == 1);
  CHECK(lock.WaitFrom(70'000, kBoot) == 0);
  CHECK(lock.WaitFrom(5'000, kBoot) == 60'000);  // a clock that went back opens nothing
}

TEST_CASE("a restart of the machine does not shorten the waiting, whatever its clock says") {
  const Uuid next = BootOf(2);
  const PinLock lock = AfterFailures(6, 10'000);
  CHECK(lock.WaitFrom(10'000'000, next) == 120'000);
  const PinLock anchored = lock.Anchored(3'000, next);
  CHECK(anchored.WaitFrom(3'000, next) == 120'000);
  CHECK(anchored.WaitFrom(123'000, next) == 0);
  CHECK(anchored.failures == 6);
  CHECK(lock.Anchored(50'000, kBoot) == lock);  // the same boot goes on counting
}
