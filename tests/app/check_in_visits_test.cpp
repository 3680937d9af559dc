// What a member says at check-in beyond coming and going: 外出走访, and what leaving early is told.
#include <doctest/doctest.h>

#include "check_in_rig.h"
#include "shared/base/time_units.h"

using namespace studio;

namespace {

void ScanAgain(CheckInRig& rig, const char* member = "a") {
  rig.flow.TryAgain();
  rig.flow.OnCodes({rig.CodeOf(member)});
}

}  // namespace

TEST_CASE("who goes to people's doors says so after checking in, and comes back") {
  CheckInRig rig;
  rig.flow.OnCodes({rig.CodeOf("a")});
  REQUIRE(rig.flow.CanGoVisiting());
  CHECK_FALSE(rig.flow.CanComeBack());
  rig.flow.GoVisiting();
  CHECK(rig.flow.step() == CheckInStep::kDone);
  CHECK(rig.flow.visiting());
  CHECK_FALSE(rig.flow.CanGoVisiting());  // it is told once
  REQUIRE(rig.store.check_ins.size() == 2);
  const CheckInBody& out = rig.store.check_ins[1];
  CHECK_FALSE(out.out);
  CHECK(out.visit == "out");
  CHECK(out.verdict == "on_duty");
  CHECK(out.shift == "s");
  const auto read = CheckInBodyFromJson(ToJson(out));
  REQUIRE(read);
  CHECK(read->visit == "out");

  rig.clock.Advance(30 * kMinuteMs);
  ScanAgain(rig);
  CHECK(rig.flow.visiting());
  REQUIRE(rig.flow.CanComeBack());
  rig.flow.ComeBack();
  CHECK_FALSE(rig.flow.visiting());
  CHECK(rig.store.check_ins[2].visit == "back");
  CHECK_FALSE(rig.store.grounds.attendance[0].Visiting());
}

TEST_CASE("who is in may go out on visits later, and goes home from there") {
  CheckInRig rig;
  rig.flow.OnCodes({rig.CodeOf("a")});
  rig.clock.Advance(10 * kMinuteMs);
  ScanAgain(rig);
  REQUIRE(rig.flow.CanGoVisiting());
  rig.flow.GoVisiting();
  CHECK(rig.store.check_ins.back().visit == "out");
  rig.clock.Advance(110 * kMinuteMs);
  ScanAgain(rig);
  rig.flow.Leave();
  CHECK(rig.store.check_ins.back().out);
  CHECK(rig.store.check_ins.back().visit.empty());
  CHECK_FALSE(rig.store.grounds.attendance[0].Visiting());
}

TEST_CASE("a live code that checked somebody in says that they go out, too") {
  CheckInRig rig;
  rig.flow.OnCodes({rig.CodeOf("a", BadgeKind::kLive)});
  rig.flow.GoVisiting();
  CHECK(rig.store.check_ins.size() == 2);
  CHECK_FALSE(rig.flow.failed());
}

TEST_CASE("where the PIN is asked, it is asked of who scans again to go out") {
  CheckInRig rig;
  rig.store.grounds.settings.ask_pin = true;
  rig.store.grounds.pin_cards = {{"a", {}}};
  const BadgeSecret secret = {1, 2, 3};
  rig.flow.OnCodes({rig.CodeOf("a", BadgeKind::kCard, secret)});
  rig.flow.pin().pin() = rig.store.right_pin;
  rig.flow.EnterPin();
  REQUIRE(rig.store.check_ins.size() == 1);
  rig.clock.Advance(10 * kMinuteMs);
  rig.flow.TryAgain();
  rig.flow.OnCodes({rig.CodeOf("a", BadgeKind::kCard, secret)});
  rig.flow.GoVisiting();
  CHECK(rig.flow.step() == CheckInStep::kPin);
  CHECK(rig.store.check_ins.size() == 1);
  rig.flow.pin().pin() = rig.store.right_pin;
  rig.flow.EnterPin();
  REQUIRE(rig.store.check_ins.size() == 2);
  CHECK(rig.store.check_ins[1].visit == "out");
  CHECK(rig.store.check_ins[1].with_pin);
}

TEST_CASE("leaving early is told before it is recorded, and told again where it became earlier") {
  CheckInRig rig;
  rig.flow.OnCodes({rig.CodeOf("a")});
  rig.clock.Advance(20 * kMinuteMs);
  ScanAgain(rig);
  REQUIRE(rig.flow.CanLeave());
  CHECK(rig.flow.answer().minutes == 100);
  CHECK(rig.store.check_ins.size() == 1);
  // The shift was made longer while they read.
  const std::string to = LocalTime::At(rig.clock.now.wall_ms + 160 * kMinuteMs).HourMin();
  rig.store.grounds.shifts[0].to = to;
  rig.flow.Leave();
  CHECK(rig.store.check_ins.size() == 1);
  REQUIRE(rig.flow.CanLeave());
  CHECK(rig.flow.answer().minutes > 100);
  rig.flow.Leave();
  REQUIRE(rig.store.check_ins.size() == 2);
  CHECK(rig.store.check_ins[1].verdict == "left_early");
}

TEST_CASE("at the end of the shift nothing is early, and nothing is told") {
  CheckInRig rig;
  rig.flow.OnCodes({rig.CodeOf("a")});
  rig.clock.Advance(118 * kMinuteMs);
  ScanAgain(rig);
  CHECK(rig.flow.CanLeave());
  CHECK(rig.flow.answer().minutes == 0);
}

TEST_CASE("the second of two who came for one place hears of the first") {
  CheckInRig rig;
  rig.flow.OnCodes({rig.CodeOf("c")});
  rig.flow.StandInFor("a");
  ScanAgain(rig);
  CHECK(rig.flow.answer().beside == "c");
  REQUIRE(rig.store.check_ins.size() == 2);
  CHECK(rig.store.check_ins[1].member == "a");
  CHECK(rig.store.check_ins[1].shift == "s");
}

TEST_CASE("who has an older card than the one the PIN goes with is told so, and types none") {
  CheckInRig rig;
  rig.store.grounds.settings.ask_pin = true;
  BadgeNonce newer;
  newer.fill(9);
  rig.store.grounds.pin_cards = {{"a", newer}};
  rig.flow.OnCodes({rig.CodeOf("a", BadgeKind::kCard, BadgeSecret{1})});
  CHECK(rig.flow.step() == CheckInStep::kNoPin);
  CHECK(rig.flow.no_pin() == NoPin::kOlderCard);
}
