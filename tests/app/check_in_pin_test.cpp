#include <doctest/doctest.h>

#include "duty_desk.h"

using namespace studio;

namespace {

const BadgeSecret kSecret = {1, 2, 3};

// A desk whose mechanism asks for the PIN; "a" has one.
struct PinDesk : DutyDesk {
  PinDesk() {
    store.desk.settings.ask_pin = true;
    store.desk.pin_cards = {{"a", {}}};
    store.unlock.outcome = UnlockAnswer::Outcome::kWrong;
    store.unlock.tries_left = 4;
  }
  void ShowCard(const char* member = "a") {
    flow.OnCodes({CodeOf(member, BadgeKind::kCard, kSecret)});
  }
  void Enter(std::string_view pin) {
    flow.pin().pin() = pin;
    flow.EnterPin();
  }
};

}  // namespace

TEST_CASE("where the mechanism does not ask, no PIN is asked for and none is recorded") {
  DutyDesk desk;
  desk.flow.OnCodes({desk.CodeOf("a", BadgeKind::kCard, kSecret)});
  REQUIRE(desk.store.check_ins.size() == 1);
  CHECK_FALSE(desk.store.check_ins[0].with_pin);
}

TEST_CASE("where it asks, the right PIN records the check-in, and says that there was one") {
  PinDesk desk;
  desk.ShowCard();
  CHECK(desk.flow.step() == CheckInStep::kPin);
  CHECK(desk.store.check_ins.empty());
  desk.ShowCard("b");  // nobody else comes in between
  CHECK(desk.flow.answer().member->id == "a");
  desk.Enter(desk.store.right_pin);
  CHECK(desk.flow.step() == CheckInStep::kDone);
  REQUIRE(desk.store.check_ins.size() == 1);
  const CheckInBody& body = desk.store.check_ins[0];
  CHECK(body.with_pin);
  CHECK(body.member == "a");
  CHECK(desk.flow.pin().pin().empty());
  // The secret is on the card and nowhere else.
  const auto token = ReadBadgeToken(body.token);
  REQUIRE(token);
  CHECK_FALSE(token->secret);
}

TEST_CASE("a wrong PIN says how many tries are left, and records nothing") {
  PinDesk desk;
  desk.ShowCard();
  desk.Enter("111111");
  CHECK(desk.flow.step() == CheckInStep::kPin);
  CHECK(desk.flow.pin().problem() == PinProblem::kWrong);
  CHECK(desk.flow.pin().tries_left() == 4);
  CHECK(desk.flow.pin().pin().empty());
  CHECK(desk.store.check_ins.empty());
  desk.flow.pin().pin() = "2";
  CHECK_FALSE(desk.flow.pin().problem());
  desk.Enter(desk.store.right_pin);
  CHECK(desk.store.check_ins.size() == 1);
}

TEST_CASE("what is no PIN is not tried") {
  PinDesk desk;
  desk.ShowCard();
  for (const char* digits : {"", "12345", "12345a", "1234567890123"}) {
    desk.Enter(digits);
    CHECK_FALSE(desk.flow.pin().problem());
    CHECK(desk.flow.pin().pin() == digits);
  }
}

TEST_CASE("a locked PIN tells how long, and may be tried when that is over") {
  PinDesk desk;
  desk.store.unlock.outcome = UnlockAnswer::Outcome::kLocked;
  desk.store.unlock.wait_ms = 60'000;
  desk.ShowCard();
  desk.Enter("111111");
  CHECK(desk.flow.pin().problem() == PinProblem::kLocked);
  CHECK(desk.flow.pin().WaitMs() == 60'000);
  desk.clock.Advance(59'000);
  desk.Enter(desk.store.right_pin);
  CHECK(desk.flow.pin().problem() == PinProblem::kLocked);
  CHECK(desk.store.check_ins.empty());
  desk.clock.Advance(1'000);
  CHECK_FALSE(desk.flow.pin().problem());
  desk.flow.EnterPin();  // what was typed meanwhile
  CHECK(desk.store.check_ins.size() == 1);
}

TEST_CASE("the last wrong try before a lock tells how long it is") {
  PinDesk desk;
  desk.store.unlock.tries_left = 0;
  desk.store.unlock.wait_ms = 60'000;
  desk.ShowCard();
  desk.Enter("111111");
  CHECK(desk.flow.pin().problem() == PinProblem::kLocked);
}

TEST_CASE("a card with no PIN is told so before any is typed, and the next card is taken") {
  PinDesk desk;
  desk.ShowCard("b");
  CHECK(desk.flow.step() == CheckInStep::kNoPin);
  CHECK(desk.flow.no_pin() == NoPin::kNotEntitled);
  CHECK(desk.store.check_ins.empty());
  desk.ShowCard("a");
  CHECK(desk.flow.step() == CheckInStep::kPin);
}

TEST_CASE("the PIN goes with one card, and another card of the same member has none") {
  PinDesk desk;
  desk.store.desk.pin_cards["a"].fill(99);
  desk.ShowCard();
  CHECK(desk.flow.no_pin() == NoPin::kOlderCard);
  desk.store.desk.pin_cards["a"].fill(static_cast<std::uint8_t>(desk.nonce + 1));
  desk.ShowCard();
  CHECK(desk.flow.step() == CheckInStep::kPin);
}

TEST_CASE("a key that was taken back meanwhile ends the same way") {
  PinDesk desk;
  desk.store.unlock.outcome = UnlockAnswer::Outcome::kNotEntitled;
  desk.ShowCard();
  desk.Enter("111111");
  CHECK(desk.flow.step() == CheckInStep::kNoPin);
  CHECK(desk.flow.no_pin() == NoPin::kNotEntitled);
}

TEST_CASE("a live code or a copy without the secret opens nothing: the printed card is wanted") {
  PinDesk desk;
  const std::string live = desk.CodeOf("a", BadgeKind::kLive);
  desk.flow.OnCodes({live});
  CHECK(desk.flow.step() == CheckInStep::kNoPin);
  CHECK(desk.flow.no_pin() == NoPin::kCardWanted);
  desk.flow.OnCodes({live});  // still held there
  CHECK(desk.flow.step() == CheckInStep::kNoPin);
  desk.flow.OnCodes({desk.CodeOf("a")});
  CHECK(desk.flow.no_pin() == NoPin::kCardWanted);
  CHECK(desk.store.check_ins.empty());
  desk.ShowCard();
  desk.Enter(desk.store.right_pin);
  CHECK(desk.store.check_ins.size() == 1);
}

TEST_CASE("standing in and going are asked for the PIN as well") {
  PinDesk desk;
  desk.store.desk.pin_cards["c"] = {};
  desk.ShowCard("c");
  desk.flow.StandInFor("b");
  CHECK(desk.flow.step() == CheckInStep::kPin);
  desk.Enter(desk.store.right_pin);
  REQUIRE(desk.store.check_ins.size() == 1);
  CHECK(desk.store.check_ins[0].stand_in_for == "b");
  desk.clock.Advance(100 * 60'000);
  CheckInFlow leaving(desk.store, desk.state, desk.clock);
  leaving.OnCodes({desk.CodeOf("c", BadgeKind::kCard, kSecret)});
  leaving.Leave();
  CHECK(leaving.step() == CheckInStep::kPin);
  leaving.pin().pin() = desk.store.right_pin;
  leaving.EnterPin();
  REQUIRE(desk.store.check_ins.size() == 2);
  CHECK(desk.store.check_ins[1].out);
  CHECK(desk.store.check_ins[1].with_pin);
}
