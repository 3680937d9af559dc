#include "app/checkin/check_in_flow.h"

#include <doctest/doctest.h>

#include "duty_desk.h"

using namespace studio;

TEST_CASE("a member on the list is checked in at once, with their shift") {
  DutyDesk desk;
  desk.flow.OnCodes({desk.CodeOf("a")});
  CHECK(desk.flow.step() == CheckInStep::kDone);
  CHECK(desk.flow.answer().verdict == CheckInVerdict::kLate);
  REQUIRE(desk.store.check_ins.size() == 1);
  const CheckInBody& body = desk.store.check_ins[0];
  CHECK(body.member == "a");
  CHECK(body.shift == "s");
  CHECK(body.verdict == "late");
  CHECK(body.minutes == 60);
  CHECK_FALSE(body.out);
  CHECK(CheckInBodyFromJson(ToJson(body)).has_value());
}

TEST_CASE("a code held before the camera for long is one check-in") {
  DutyDesk desk;
  const std::string code = desk.CodeOf("a");
  for (int i = 0; i < 30; ++i) desk.flow.OnCodes({code});
  CHECK(desk.store.check_ins.size() == 1);
}

TEST_CASE("a code that is no good gives way to the next one") {
  DutyDesk desk;
  desk.flow.OnCodes({"https://example.test/"});
  CHECK(desk.flow.step() == CheckInStep::kVerdict);
  CHECK(desk.flow.answer().verdict == CheckInVerdict::kNotABadge);
  desk.flow.OnCodes({desk.CodeOf("a")});
  CHECK(desk.store.check_ins.size() == 1);
}

TEST_CASE("two badges in one picture: neither is taken, and one of them alone is") {
  DutyDesk desk;
  const std::string a = desk.CodeOf("a"), b = desk.CodeOf("b");
  desk.flow.OnCodes({a, b});
  CHECK(desk.flow.two_codes());
  CHECK(desk.store.check_ins.empty());
  // The other is still there, though it could not be read just now.
  desk.clock.Advance(500);
  desk.flow.OnCodes({a});
  CHECK(desk.flow.two_codes());
  CHECK(desk.store.check_ins.empty());
  desk.clock.Advance(500);
  desk.flow.OnCodes({a, "some other code"});
  CHECK_FALSE(desk.flow.two_codes());
  CHECK(desk.store.check_ins.size() == 1);
}

TEST_CASE("whoever is not on the list is asked whom they stand in for") {
  DutyDesk desk;
  desk.flow.OnCodes({desk.CodeOf("c")});
  CHECK(desk.flow.step() == CheckInStep::kVerdict);
  CHECK(desk.store.check_ins.empty());
  REQUIRE(desk.flow.Waiting().size() == 2);
  desk.flow.StandInFor("b");
  REQUIRE(desk.store.check_ins.size() == 1);
  CHECK(desk.store.check_ins[0].verdict == "standing_in");
  CHECK(desk.store.check_ins[0].stand_in_for == "b");
  CHECK(desk.store.check_ins[0].shift == "s");
}

TEST_CASE("or comes for nobody, and is recorded as extra") {
  DutyDesk desk;
  desk.flow.OnCodes({desk.CodeOf("c")});
  desk.flow.JustHere();
  REQUIRE(desk.store.check_ins.size() == 1);
  CHECK(desk.store.check_ins[0].verdict == "extra");
  CHECK(desk.store.check_ins[0].shift.empty());
  CHECK_FALSE(desk.store.check_ins[0].date.empty());
}

TEST_CASE("going is asked, recorded, and leaves a handover that the next one reads") {
  DutyDesk desk;
  desk.flow.OnCodes({desk.CodeOf("a")});
  desk.clock.Advance(100 * 60'000);
  CheckInFlow leaving(desk.store, desk.state, desk.clock);
  leaving.OnCodes({desk.CodeOf("a")});
  REQUIRE(leaving.CanLeave());
  leaving.OnCodes({desk.CodeOf("b")});  // nobody is checked in while a question stands
  CHECK(desk.store.check_ins.size() == 1);
  leaving.Leave();
  CHECK(leaving.step() == CheckInStep::kLeaveHandover);
  REQUIRE(desk.store.check_ins.size() == 2);
  CHECK(desk.store.check_ins[1].out);
  CHECK(desk.store.check_ins[1].verdict == "left_early");
  leaving.AddItem("open");  // nothing written: no item
  CHECK(leaving.items().empty());
  leaving.note().Insert("三组路灯还没有回话");
  leaving.AddItem("open");
  leaving.LeaveHandover();
  CHECK(leaving.step() == CheckInStep::kDone);
  REQUIRE(desk.store.left.size() == 1);
  CHECK(desk.store.left[0].items[0].text == "三组路灯还没有回话");

  desk.store.handover = KeptHandover{"r1", desk.store.left[0], 0, false};
  CheckInFlow next(desk.store, desk.state, desk.clock);
  next.OnCodes({desk.CodeOf("b")});
  CHECK(next.step() == CheckInStep::kHandover);
  next.ConfirmHandover();
  CHECK(desk.store.confirmed == std::vector<std::string>{"r1"});
  CHECK(next.step() == CheckInStep::kDone);
}

TEST_CASE("a live code is taken once, whoever holds up a picture of it") {
  DutyDesk desk;
  const std::string code = desk.CodeOf("a", BadgeKind::kLive);
  desk.flow.OnCodes({code});
  CHECK(desk.store.check_ins.size() == 1);
  CHECK(desk.store.code_kept_until_s > 0);
  CheckInFlow replay(desk.store, desk.state, desk.clock);
  replay.OnCodes({code});
  CHECK(replay.answer().verdict == CheckInVerdict::kAlreadyUsed);
  CHECK(desk.store.check_ins.size() == 1);
}

TEST_CASE("what could not be recorded is said, and may be tried again") {
  DutyDesk desk;
  const std::string code = desk.CodeOf("a");
  desk.store.works = false;
  desk.flow.OnCodes({code});
  CHECK(desk.flow.failed());
  CHECK(desk.store.check_ins.empty());
  desk.store.works = true;
  desk.flow.TryAgain();
  desk.flow.OnCodes({code});
  CHECK(desk.store.check_ins.size() == 1);
}

TEST_CASE("the county's clock is what counts, and none heard is said") {
  DutyDesk desk;
  desk.state.link.last_exchange_ms = 0;
  desk.state.link.clock_offset_ms = 0;
  const std::string code = desk.CodeOf("a");
  desk.clock.now.wall_ms += 400LL * 86'400'000;  // the machine's clock is a year off
  desk.store.desk.lists_as_of_ms = desk.clock.now.wall_ms;
  desk.flow.OnCodes({code});
  CHECK(desk.flow.answer().clock_unsure);
  DutyDesk heard;
  heard.state.link.clock_offset_ms = -400LL * 86'400'000;
  const std::string good = heard.CodeOf("a");
  heard.clock.now.wall_ms += 400LL * 86'400'000;
  heard.flow.OnCodes({good});
  CHECK(heard.flow.answer().verdict == CheckInVerdict::kLate);
  CHECK_FALSE(heard.flow.answer().clock_unsure);
}
