#include "app/checkin/check_in_flow.h"

#include <doctest/doctest.h>

#include "check_in_rig.h"

using namespace studio;

TEST_CASE("a member on the list is checked in at once, with their shift") {
  CheckInRig rig;
  rig.flow.OnCodes({rig.CodeOf("a")});
  CHECK(rig.flow.step() == CheckInStep::kDone);
  CHECK(rig.flow.answer().verdict == CheckInVerdict::kLate);
  REQUIRE(rig.store.check_ins.size() == 1);
  const CheckInBody& body = rig.store.check_ins[0];
  CHECK(body.member == "a");
  CHECK(body.shift == "s");
  CHECK(body.verdict == "late");
  CHECK(body.minutes == 60);
  CHECK_FALSE(body.out);
  CHECK(CheckInBodyFromJson(ToJson(body)).has_value());
}

TEST_CASE("a code held before the camera for long is one check-in") {
  CheckInRig rig;
  const std::string code = rig.CodeOf("a");
  for (int i = 0; i < 30; ++i) rig.flow.OnCodes({code});
  CHECK(rig.store.check_ins.size() == 1);
}

TEST_CASE("a code that is no good gives way to the next one") {
  CheckInRig rig;
  rig.flow.OnCodes({"https://example.test/"});
  CHECK(rig.flow.step() == CheckInStep::kVerdict);
  CHECK(rig.flow.answer().verdict == CheckInVerdict::kNotABadge);
  rig.flow.OnCodes({rig.CodeOf("a")});
  CHECK(rig.store.check_ins.size() == 1);
}

TEST_CASE("two badges in one picture: neither is taken, and one of them alone is") {
  CheckInRig rig;
  const std::string a = rig.CodeOf("a"), b = rig.CodeOf("b");
  rig.flow.OnCodes({a, b});
  CHECK(rig.flow.two_codes());
  CHECK(rig.store.check_ins.empty());
  // The other is still there, though it could not be read just now.
  rig.clock.Advance(500);
  rig.flow.OnCodes({a});
  CHECK(rig.flow.two_codes());
  CHECK(rig.store.check_ins.empty());
  rig.clock.Advance(500);
  rig.flow.OnCodes({a, "some other code"});
  CHECK_FALSE(rig.flow.two_codes());
  CHECK(rig.store.check_ins.size() == 1);
}

TEST_CASE("whoever is not on the list is asked whom they stand in for") {
  CheckInRig rig;
  rig.flow.OnCodes({rig.CodeOf("c")});
  CHECK(rig.flow.step() == CheckInStep::kVerdict);
  CHECK(rig.store.check_ins.empty());
  REQUIRE(rig.flow.Waiting().size() == 2);
  rig.flow.StandInFor("b");
  REQUIRE(rig.store.check_ins.size() == 1);
  CHECK(rig.store.check_ins[0].verdict == "standing_in");
  CHECK(rig.store.check_ins[0].stand_in_for == "b");
  CHECK(rig.store.check_ins[0].shift == "s");
}

TEST_CASE("or comes for nobody, and is recorded as extra") {
  CheckInRig rig;
  rig.flow.OnCodes({rig.CodeOf("c")});
  rig.flow.JustHere();
  REQUIRE(rig.store.check_ins.size() == 1);
  CHECK(rig.store.check_ins[0].verdict == "extra");
  CHECK(rig.store.check_ins[0].shift.empty());
  CHECK_FALSE(rig.store.check_ins[0].date.empty());
}

TEST_CASE("going is asked, recorded, and leaves a handover that the next one reads") {
  CheckInRig rig;
  rig.flow.OnCodes({rig.CodeOf("a")});
  rig.clock.Advance(100 * 60'000);
  CheckInFlow leaving(rig.store, rig.state, rig.clock);
  leaving.OnCodes({rig.CodeOf("a")});
  REQUIRE(leaving.CanLeave());
  leaving.OnCodes({rig.CodeOf("b")});  // nobody is checked in while a question stands
  CHECK(rig.store.check_ins.size() == 1);
  leaving.Leave();
  CHECK(leaving.step() == CheckInStep::kLeaveHandover);
  REQUIRE(rig.store.check_ins.size() == 2);
  CHECK(rig.store.check_ins[1].out);
  CHECK(rig.store.check_ins[1].verdict == "left_early");
  leaving.AddItem("open");  // nothing written: no item
  CHECK(leaving.items().empty());
  leaving.note().Insert("三组路灯还没有回话");
  leaving.AddItem("open");
  leaving.LeaveHandover();
  CHECK(leaving.step() == CheckInStep::kDone);
  REQUIRE(rig.store.left.size() == 1);
  CHECK(rig.store.left[0].items[0].text == "三组路灯还没有回话");

  rig.store.Lay(rig.store.left[0], 0);
  CheckInFlow next(rig.store, rig.state, rig.clock);
  next.OnCodes({rig.CodeOf("b")});
  CHECK(next.step() == CheckInStep::kHandover);
  // No PIN goes with this card: they see that there is one, and it stays.
  CHECK_FALSE(next.left_words());
  CHECK_FALSE(next.CanOpenHandover());
  next.ConfirmHandover();
  CHECK(rig.store.confirmed.empty());
  next.LaterHandover();
  CHECK(next.step() == CheckInStep::kDone);
}

TEST_CASE("a handover opens by card and PIN, once if the check-in asks for it too") {
  CheckInRig rig;
  HandoverBody left;
  left.member = "a";
  left.items = {{"call_back", "给示例乙回电话"}};
  rig.store.Lay(left, 0);
  rig.store.grounds.pin_cards = {{"b", {}}};
  rig.store.unlock.outcome = UnlockAnswer::Outcome::kWrong;
  rig.store.unlock.tries_left = 3;
  CheckInFlow next(rig.store, rig.state, rig.clock);
  SUBCASE("the check-in does not ask") {
    next.OnCodes({rig.CodeOf("b", BadgeKind::kCard, BadgeSecret{1})});
    REQUIRE(next.step() == CheckInStep::kHandover);
    CHECK_FALSE(next.left_words());
    REQUIRE(next.CanOpenHandover());
    next.AskHandoverPin();
    next.pin().pin() = "111111";
    next.OpenHandover();
    CHECK(next.step() == CheckInStep::kHandoverPin);
    CHECK(next.pin().problem() == PinProblem::kWrong);
    next.pin().pin() = rig.store.right_pin;
    next.OpenHandover();
  }
  SUBCASE("the check-in asks") {
    rig.store.grounds.settings.ask_pin = true;
    next.OnCodes({rig.CodeOf("b", BadgeKind::kCard, BadgeSecret{1})});
    REQUIRE(next.step() == CheckInStep::kPin);
    next.pin().pin() = rig.store.right_pin;
    next.EnterPin();
  }
  REQUIRE(next.step() == CheckInStep::kHandover);
  REQUIRE(next.left_words());
  CHECK(next.left_words()->items == left.items);
  next.ConfirmHandover();
  CHECK(rig.store.confirmed == std::vector<std::string>{rig.store.handover->record});
  CHECK(next.step() == CheckInStep::kDone);
  CHECK_FALSE(next.left_words());
}

TEST_CASE("a live code is taken once, whoever holds up a picture of it") {
  CheckInRig rig;
  const std::string code = rig.CodeOf("a", BadgeKind::kLive);
  rig.flow.OnCodes({code});
  CHECK(rig.store.check_ins.size() == 1);
  CHECK(rig.store.code_kept_until_s > 0);
  CheckInFlow replay(rig.store, rig.state, rig.clock);
  replay.OnCodes({code});
  CHECK(replay.answer().verdict == CheckInVerdict::kAlreadyUsed);
  CHECK(rig.store.check_ins.size() == 1);
}

TEST_CASE("what could not be recorded is said, and may be tried again") {
  CheckInRig rig;
  const std::string code = rig.CodeOf("a");
  rig.store.works = false;
  rig.flow.OnCodes({code});
  CHECK(rig.flow.failed());
  CHECK(rig.store.check_ins.empty());
  rig.store.works = true;
  rig.flow.TryAgain();
  rig.flow.OnCodes({code});
  CHECK(rig.store.check_ins.size() == 1);
}

TEST_CASE("the county's clock is what counts, and none heard is said") {
  CheckInRig rig;
  rig.state.time = std::make_shared<KnownTime>();
  const std::string code = rig.CodeOf("a");
  rig.clock.now.wall_ms += 400LL * 86'400'000;  // the machine's clock is a year off
  rig.store.grounds.lists_as_of_ms = rig.clock.now.wall_ms;
  rig.flow.OnCodes({code});
  CHECK(rig.flow.answer().clock_unsure);
  CheckInRig heard;
  const std::string good = heard.CodeOf("a");
  heard.clock.now.wall_ms += 400LL * 86'400'000;
  heard.flow.OnCodes({good});
  CHECK(heard.flow.answer().verdict == CheckInVerdict::kLate);
  CHECK_FALSE(heard.flow.answer().clock_unsure);
}
