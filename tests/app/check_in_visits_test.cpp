// What a member says at check-in beyond coming and going: 外出走访, and what leaving early is told.
#include <doctest/doctest.h>

#include "duty_desk.h"
#include "shared/base/time_units.h"

using namespace studio;

namespace {

void ScanAgain(DutyDesk& desk, const char* member = "a") {
  desk.flow.TryAgain();
  desk.flow.OnCodes({desk.CodeOf(member)});
}

}  // namespace

TEST_CASE("who goes to people's doors says so after checking in, and comes back") {
  DutyDesk desk;
  desk.flow.OnCodes({desk.CodeOf("a")});
  REQUIRE(desk.flow.CanGoVisiting());
  CHECK_FALSE(desk.flow.CanComeBack());
  desk.flow.GoVisiting();
  CHECK(desk.flow.step() == CheckInStep::kDone);
  CHECK(desk.flow.visiting());
  CHECK_FALSE(desk.flow.CanGoVisiting());  // it is told once
  REQUIRE(desk.store.check_ins.size() == 2);
  const CheckInBody& out = desk.store.check_ins[1];
  CHECK_FALSE(out.out);
  CHECK(out.visit == "out");
  CHECK(out.verdict == "on_duty");
  CHECK(out.shift == "s");
  const auto read = CheckInBodyFromJson(ToJson(out));
  REQUIRE(read);
  CHECK(read->visit == "out");

  desk.clock.Advance(30 * kMinuteMs);
  ScanAgain(desk);
  CHECK(desk.flow.visiting());
  REQUIRE(desk.flow.CanComeBack());
  desk.flow.ComeBack();
  CHECK_FALSE(desk.flow.visiting());
  CHECK(desk.store.check_ins[2].visit == "back");
  CHECK_FALSE(desk.store.desk.attendance[0].Visiting());
}

TEST_CASE("who is in may go out on visits later, and goes home from there") {
  DutyDesk desk;
  desk.flow.OnCodes({desk.CodeOf("a")});
  desk.clock.Advance(10 * kMinuteMs);
  ScanAgain(desk);
  REQUIRE(desk.flow.CanGoVisiting());
  desk.flow.GoVisiting();
  CHECK(desk.store.check_ins.back().visit == "out");
  desk.clock.Advance(110 * kMinuteMs);
  ScanAgain(desk);
  desk.flow.Leave();
  CHECK(desk.store.check_ins.back().out);
  CHECK(desk.store.check_ins.back().visit.empty());
  CHECK_FALSE(desk.store.desk.attendance[0].Visiting());
}

TEST_CASE("a live code that checked somebody in says that they go out, too") {
  DutyDesk desk;
  desk.flow.OnCodes({desk.CodeOf("a", BadgeKind::kLive)});
  desk.flow.GoVisiting();
  CHECK(desk.store.check_ins.size() == 2);
  CHECK_FALSE(desk.flow.failed());
}

TEST_CASE("where the PIN is asked, it is asked of who scans again to go out") {
  DutyDesk desk;
  desk.store.desk.settings.ask_pin = true;
  desk.store.desk.pin_cards = {{"a", {}}};
  const BadgeSecret secret = {1, 2, 3};
  desk.flow.OnCodes({desk.CodeOf("a", BadgeKind::kCard, secret)});
  desk.flow.pin().pin() = desk.store.right_pin;
  desk.flow.EnterPin();
  REQUIRE(desk.store.check_ins.size() == 1);
  desk.clock.Advance(10 * kMinuteMs);
  desk.flow.TryAgain();
  desk.flow.OnCodes({desk.CodeOf("a", BadgeKind::kCard, secret)});
  desk.flow.GoVisiting();
  CHECK(desk.flow.step() == CheckInStep::kPin);
  CHECK(desk.store.check_ins.size() == 1);
  desk.flow.pin().pin() = desk.store.right_pin;
  desk.flow.EnterPin();
  REQUIRE(desk.store.check_ins.size() == 2);
  CHECK(desk.store.check_ins[1].visit == "out");
  CHECK(desk.store.check_ins[1].with_pin);
}

TEST_CASE("leaving early is told before it is recorded, and told again where it became earlier") {
  DutyDesk desk;
  desk.flow.OnCodes({desk.CodeOf("a")});
  desk.clock.Advance(20 * kMinuteMs);
  ScanAgain(desk);
  REQUIRE(desk.flow.CanLeave());
  CHECK(desk.flow.answer().minutes == 100);
  CHECK(desk.store.check_ins.size() == 1);
  // The shift was made longer while they read.
  const std::string to = LocalTime::At(desk.clock.now.wall_ms + 160 * kMinuteMs).HourMin();
  desk.store.desk.shifts[0].to = to;
  desk.flow.Leave();
  CHECK(desk.store.check_ins.size() == 1);
  REQUIRE(desk.flow.CanLeave());
  CHECK(desk.flow.answer().minutes > 100);
  desk.flow.Leave();
  REQUIRE(desk.store.check_ins.size() == 2);
  CHECK(desk.store.check_ins[1].verdict == "left_early");
}

TEST_CASE("at the end of the shift nothing is early, and nothing is told") {
  DutyDesk desk;
  desk.flow.OnCodes({desk.CodeOf("a")});
  desk.clock.Advance(118 * kMinuteMs);
  ScanAgain(desk);
  CHECK(desk.flow.CanLeave());
  CHECK(desk.flow.answer().minutes == 0);
}

TEST_CASE("the second of two who came for one place hears of the first") {
  DutyDesk desk;
  desk.flow.OnCodes({desk.CodeOf("c")});
  desk.flow.StandInFor("a");
  ScanAgain(desk);
  CHECK(desk.flow.answer().beside == "c");
  REQUIRE(desk.store.check_ins.size() == 2);
  CHECK(desk.store.check_ins[1].member == "a");
  CHECK(desk.store.check_ins[1].shift == "s");
}

TEST_CASE("who has an older card than the one the PIN goes with is told so, and types none") {
  DutyDesk desk;
  desk.store.desk.settings.ask_pin = true;
  BadgeNonce newer;
  newer.fill(9);
  desk.store.desk.pin_cards = {{"a", newer}};
  desk.flow.OnCodes({desk.CodeOf("a", BadgeKind::kCard, BadgeSecret{1})});
  CHECK(desk.flow.step() == CheckInStep::kNoPin);
  CHECK(desk.flow.no_pin() == NoPin::kOlderCard);
}
