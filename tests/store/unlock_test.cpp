#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <fstream>

#include "app/rules/pin_lock.h"
#include "feed_pages.h"
#include "shared/base/time_units.h"
#include "shared/record/key_wrap.h"
#include "store/base/data_folder.h"
#include "store_rig.h"

using namespace studio;
using UnlockOutcome = UnlockAnswer::Outcome;

namespace {
const std::string kPin = "246810";
const std::string kWrongPin = "135791";

// A terminal whose feed brought the studio's key, wrapped for m1.
struct Locked : Site {
  Locked() {
    secret[0] = 7;
    const auto wrapped =
        WrapStudioKey(studio, {StoreRig::kStudio, "m1", studio.Public()}, kPin, secret);
    REQUIRE(wrapped);
    REQUIRE(rig.Apply(feed.Next(
        {Entity("studio", "3",
                R"({"id":3,"name":"演示","sealing_key":")" + ToBase64Url(studio.Public().bytes) +
                    R"("})"),
         Entity("key_wrap", "3/m1",
                R"({"studio":3,"member":"m1","wrapped":")" + ToBase64Url(*wrapped) + R"("})")})));
  }
  UnlockAnswer Try(const std::string& pin) {
    const auto answer = rig.Unlock("m1", secret, pin);
    REQUIRE(answer);
    return *answer;
  }
  void Ready(const std::string& pin) { rig.store->flows().duty.ReadyUnlock("m1", secret, pin); }
  void Fail(int times) {
    for (int i = 0; i < times; ++i) REQUIRE(Try(kWrongPin).outcome == UnlockOutcome::kWrong);
  }

  FeedPages feed;
  BoxKeyPair studio = BoxKeyPair::Generate();
  BadgeSecret secret{};
};

}  // namespace

TEST_CASE("what was made ready opens once, and a try after it counts as any other") {
  Locked site;
  site.Ready(kPin);
  CHECK(site.Try(kPin).outcome == UnlockOutcome::kOpen);
  // A wrong one made ready tells nothing until it is tried, and then it was one try.
  site.Ready(kWrongPin);
  const auto wrong = site.Try(kWrongPin);
  CHECK(wrong.outcome == UnlockOutcome::kWrong);
  CHECK(wrong.tries_left == 4);
  // What was made ready for another PIN opens nothing.
  site.Ready(kPin);
  CHECK(site.Try(kWrongPin).outcome == UnlockOutcome::kWrong);
  site.Ready(kWrongPin);
  CHECK(site.Try(kPin).outcome == UnlockOutcome::kOpen);
  site.Ready(kPin);
  site.rig.store->flows().duty.ForgetReady();
  CHECK(site.Try(kPin).outcome == UnlockOutcome::kOpen);
}

TEST_CASE("a lock is not passed by what was made ready") {
  Locked site;
  site.Fail(PinLock::kFreeTries);
  site.Ready(kPin);
  CHECK(site.Try(kPin).outcome == UnlockOutcome::kLocked);
}

TEST_CASE("PIN and card together open the studio's key, and nothing less does") {
  Locked site;
  const auto opened = site.Try(kPin);
  CHECK(opened.outcome == UnlockOutcome::kOpen);
  REQUIRE(opened.studio_key);
  CHECK(opened.studio_key->Public() == site.studio.Public());
  const auto wrong = site.Try(kWrongPin);
  CHECK(wrong.outcome == UnlockOutcome::kWrong);
  CHECK_FALSE(wrong.studio_key);
  CHECK(wrong.tries_left == 4);
  const auto without_card = site.rig.Unlock("m1", BadgeSecret{}, kPin);
  CHECK(without_card->outcome == UnlockOutcome::kWrong);
  CHECK(site.rig.Unlock("m2", site.secret, kPin)->outcome == UnlockOutcome::kNotEntitled);
  // Success forgives what was wrong before.
  CHECK(site.Try(kPin).outcome == UnlockOutcome::kOpen);
  CHECK(site.Try(kWrongPin).tries_left == 4);
}

TEST_CASE("five wrong PINs lock, through restart, reboot and a clock moved either way") {
  Locked site;
  StoreRig& rig = site.rig;
  site.Fail(4);
  const auto fifth = site.Try(kWrongPin);
  CHECK(fifth.outcome == UnlockOutcome::kWrong);
  CHECK(fifth.tries_left == 0);
  CHECK(fifth.wait_ms == kMinuteMs);
  const auto wait = [&] {
    const auto answer = site.Try(kPin);  // the right one does not open either
    CHECK(answer.outcome == UnlockOutcome::kLocked);
    return answer.wait_ms;
  };
  CHECK(wait() == kMinuteMs);
  rig.clock.Advance(40'000);
  CHECK(wait() == 20'000);
  rig.Restart();
  CHECK(wait() == 20'000);
  rig.clock.MoveWall(400 * 24 * 60 * kMinuteMs);
  CHECK(wait() == 20'000);
  rig.clock.MoveWall(-800 * 24 * 60 * kMinuteMs);
  CHECK(wait() == 20'000);
  // After a reboot the waiting begins anew, and then runs.
  rig.Stop();
  rig.boot = Uuid::Random();
  rig.clock.Reboot();
  rig.Start();
  CHECK(wait() == kMinuteMs);
  rig.clock.Advance(30'000);
  CHECK(wait() == 30'000);
  rig.Restart();
  CHECK(wait() == 30'000);
  rig.clock.Advance(30'000);
  // One more failure locks for longer.
  const auto sixth = site.Try(kWrongPin);
  CHECK(sixth.outcome == UnlockOutcome::kWrong);
  CHECK(sixth.wait_ms == 2 * kMinuteMs);
  rig.clock.Advance(2 * kMinuteMs);
  CHECK(site.Try(kPin).outcome == UnlockOutcome::kOpen);
}

TEST_CASE("a try counts though the terminal is killed while it is made") {
  Locked site;
  site.Fail(4);
  // As the disk is when the derivation runs: the fifth is counted, nothing is known of it yet.
  TempFolder killed;
  std::filesystem::path copy = killed.path() / "copy";
  bool copied = false;
  site.rig.on_worker = [&] {
    std::filesystem::copy(site.rig.folder, copy, std::filesystem::copy_options::recursive);
    copied = true;
  };
  CHECK(site.Try(kPin).outcome == UnlockOutcome::kOpen);
  REQUIRE(copied);
  StoreRig rig(site.rig, copy);
  rig.boot = site.rig.boot;
  rig.Start();
  const auto after = rig.Unlock("m1", site.secret, kPin);
  REQUIRE(after);
  CHECK(after->outcome == UnlockOutcome::kLocked);
  CHECK(after->wait_ms == kMinuteMs);
}

TEST_CASE("a lock outlives the damage of its database where it can be read") {
  Locked site;
  site.Fail(5);
  site.rig.Stop();
  const auto path = site.rig.folder / kDatabaseFile;
  {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.write(std::string(100, 'x').data(), 100);
  }
  site.rig.Start();
  // The key comes down the feed again; the lock is there already.
  CHECK(site.rig.Unlock("m1", site.secret, kPin)->outcome == UnlockOutcome::kNotEntitled);
  site.feed.count = 0;
  const auto wrapped = WrapStudioKey(site.studio, {StoreRig::kStudio, "m1", site.studio.Public()},
                                     kPin, site.secret);
  REQUIRE(site.rig.Apply(site.feed.Next(
      {Entity("studio", "3",
              R"({"id":3,"sealing_key":")" + ToBase64Url(site.studio.Public().bytes) + R"("})"),
       Entity("key_wrap", "3/m1",
              R"({"studio":3,"member":"m1","wrapped":")" + ToBase64Url(*wrapped) + R"("})")})));
  CHECK(site.Try(kPin).outcome == UnlockOutcome::kLocked);
}

TEST_CASE(
    "an old database put back, or a lock taken out of it, locks everybody at the next exchange") {
  Locked site;
  StoreRig& rig = site.rig;
  TempFolder elsewhere;
  rig.Stop();
  const auto copy = elsewhere.path() / "copy";
  std::filesystem::copy(rig.folder, copy, std::filesystem::copy_options::recursive);
  rig.Start();
  site.Fail(2);
  CHECK(rig.ReadHealth()->pins == PinCount{2, 2});
  site.county.pins = {2, 2};
  rig.Exchange(site.county);
  const auto edit = [&](const char* sql) {
    SQLite::Database((rig.folder / kDatabaseFile).string(), SQLite::OPEN_READWRITE).exec(sql);
  };
  bool touched = true;
  rig.Stop();
  SUBCASE("not touched") { touched = false; }
  SUBCASE("put back") {
    std::filesystem::remove_all(rig.folder);
    std::filesystem::copy(copy, rig.folder, std::filesystem::copy_options::recursive);
  }
  SUBCASE("a row deleted") { edit("DELETE FROM pin_lock"); }
  SUBCASE("a row edited") { edit("UPDATE pin_lock SET failures = 1, wait_ms = 0"); }
  rig.Start();
  rig.Exchange(site.county);
  if (touched) {
    const auto locked = site.Try(kPin);
    CHECK(locked.outcome == UnlockOutcome::kLocked);
    CHECK(locked.wait_ms == PinLock::kLongestWaitMs);
    // Once, not with every exchange.
    rig.clock.Advance(PinLock::kLongestWaitMs);
    rig.Exchange(site.county);
  }
  CHECK(site.Try(kPin).outcome == UnlockOutcome::kOpen);
}

TEST_CASE("a heartbeat told while a right PIN was being tried locks nobody") {
  Locked site;
  REQUIRE(site.Try(kPin).outcome == UnlockOutcome::kOpen);
  site.county.pins = {1, 1};  // as it stood between the try's beginning and its end
  site.rig.Exchange(site.county);
  CHECK(site.Try(kPin).outcome == UnlockOutcome::kOpen);
}
