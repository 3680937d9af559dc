#include <doctest/doctest.h>

#include "check_in_rig.h"

using namespace studio;

namespace {

const BadgeSecret kSecret = {1, 2, 3};

// A place whose mechanism asks for the PIN; "a" has one.
struct PinRig : CheckInRig {
  PinRig() {
    store.grounds.settings.ask_pin = true;
    store.grounds.pin_cards = {{"a", {}}};
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
  CheckInRig rig;
  rig.flow.OnCodes({rig.CodeOf("a", BadgeKind::kCard, kSecret)});
  REQUIRE(rig.store.check_ins.size() == 1);
  CHECK_FALSE(rig.store.check_ins[0].with_pin);
}

TEST_CASE("a PIN that could be whole is made ready, and forgotten with the next digit that goes") {
  PinRig rig;
  rig.ShowCard();
  using Readied = std::vector<std::string>;
  const auto type = [&](std::string_view pin) {
    rig.flow.pin().pin() = pin;
    rig.flow.pin().NoteTyping();
    rig.flow.pin().NoteTyping();
  };
  type("24681");
  CHECK(rig.store.readied.empty());
  type("246810");
  CHECK(rig.store.readied == Readied{"246810"});
  type("24681");
  type("246819");
  CHECK(rig.store.readied == Readied{"246810", "", "246819"});
  rig.Enter("246819");
  CHECK(rig.store.readied.back().empty());
  type("246810");
  rig.flow.pin().Forget();
  CHECK(rig.store.readied.back().empty());
}

TEST_CASE("where it asks, the right PIN records the check-in, and says that there was one") {
  PinRig rig;
  rig.ShowCard();
  CHECK(rig.flow.step() == CheckInStep::kPin);
  CHECK(rig.store.check_ins.empty());
  rig.ShowCard("b");  // nobody else comes in between
  CHECK(rig.flow.answer().member->id == "a");
  rig.Enter(rig.store.right_pin);
  CHECK(rig.flow.step() == CheckInStep::kDone);
  REQUIRE(rig.store.check_ins.size() == 1);
  const CheckInBody& body = rig.store.check_ins[0];
  CHECK(body.with_pin);
  CHECK(body.member == "a");
  CHECK(rig.flow.pin().pin().empty());
  // The secret is on the card and nowhere else.
  const auto token = ReadBadgeToken(body.token);
  REQUIRE(token);
  CHECK_FALSE(token->secret);
}

TEST_CASE("a wrong PIN says how many tries are left, and records nothing") {
  PinRig rig;
  rig.ShowCard();
  rig.Enter("111111");
  CHECK(rig.flow.step() == CheckInStep::kPin);
  CHECK(rig.flow.pin().problem() == PinProblem::kWrong);
  CHECK(rig.flow.pin().tries_left() == 4);
  CHECK(rig.flow.pin().pin().empty());
  CHECK(rig.store.check_ins.empty());
  rig.flow.pin().pin() = "2";
  CHECK_FALSE(rig.flow.pin().problem());
  rig.Enter(rig.store.right_pin);
  CHECK(rig.store.check_ins.size() == 1);
}

TEST_CASE("what is no PIN is not tried") {
  PinRig rig;
  rig.ShowCard();
  for (const char* digits : {"", "12345", "12345a", "1234567890123"}) {
    rig.Enter(digits);
    CHECK_FALSE(rig.flow.pin().problem());
    CHECK(rig.flow.pin().pin() == digits);
  }
}

TEST_CASE("a locked PIN tells how long, and may be tried when that is over") {
  PinRig rig;
  rig.store.unlock.outcome = UnlockAnswer::Outcome::kLocked;
  rig.store.unlock.wait_ms = 60'000;
  rig.ShowCard();
  rig.Enter("111111");
  CHECK(rig.flow.pin().problem() == PinProblem::kLocked);
  CHECK(rig.flow.pin().WaitMs() == 60'000);
  rig.clock.Advance(59'000);
  rig.Enter(rig.store.right_pin);
  CHECK(rig.flow.pin().problem() == PinProblem::kLocked);
  CHECK(rig.store.check_ins.empty());
  rig.clock.Advance(1'000);
  CHECK_FALSE(rig.flow.pin().problem());
  rig.flow.EnterPin();  // what was typed meanwhile
  CHECK(rig.store.check_ins.size() == 1);
}

TEST_CASE("the last wrong try before a lock tells how long it is") {
  PinRig rig;
  rig.store.unlock.tries_left = 0;
  rig.store.unlock.wait_ms = 60'000;
  rig.ShowCard();
  rig.Enter("111111");
  CHECK(rig.flow.pin().problem() == PinProblem::kLocked);
}

TEST_CASE("a card with no PIN is told so before any is typed, and the next card is taken") {
  PinRig rig;
  rig.ShowCard("b");
  CHECK(rig.flow.step() == CheckInStep::kNoPin);
  CHECK(rig.flow.no_pin() == NoPin::kNotEntitled);
  CHECK(rig.store.check_ins.empty());
  rig.ShowCard("a");
  CHECK(rig.flow.step() == CheckInStep::kPin);
}

TEST_CASE("the PIN goes with one card, and another card of the same member has none") {
  PinRig rig;
  rig.store.grounds.pin_cards["a"].fill(99);
  rig.ShowCard();
  CHECK(rig.flow.no_pin() == NoPin::kOlderCard);
  rig.store.grounds.pin_cards["a"].fill(static_cast<std::uint8_t>(rig.nonce + 1));
  rig.ShowCard();
  CHECK(rig.flow.step() == CheckInStep::kPin);
}

TEST_CASE("a key that was taken back meanwhile ends the same way") {
  PinRig rig;
  rig.store.unlock.outcome = UnlockAnswer::Outcome::kNotEntitled;
  rig.ShowCard();
  rig.Enter("111111");
  CHECK(rig.flow.step() == CheckInStep::kNoPin);
  CHECK(rig.flow.no_pin() == NoPin::kNotEntitled);
}

TEST_CASE("a live code or a copy without the secret opens nothing: the printed card is wanted") {
  PinRig rig;
  const std::string live = rig.CodeOf("a", BadgeKind::kLive);
  rig.flow.OnCodes({live});
  CHECK(rig.flow.step() == CheckInStep::kNoPin);
  CHECK(rig.flow.no_pin() == NoPin::kCardWanted);
  rig.flow.OnCodes({live});  // still held there
  CHECK(rig.flow.step() == CheckInStep::kNoPin);
  rig.flow.OnCodes({rig.CodeOf("a")});
  CHECK(rig.flow.no_pin() == NoPin::kCardWanted);
  CHECK(rig.store.check_ins.empty());
  rig.ShowCard();
  rig.Enter(rig.store.right_pin);
  CHECK(rig.store.check_ins.size() == 1);
}

TEST_CASE("standing in and going are asked for the PIN as well") {
  PinRig rig;
  rig.store.grounds.pin_cards["c"] = {};
  rig.ShowCard("c");
  rig.flow.StandInFor("b");
  CHECK(rig.flow.step() == CheckInStep::kPin);
  rig.Enter(rig.store.right_pin);
  REQUIRE(rig.store.check_ins.size() == 1);
  CHECK(rig.store.check_ins[0].stand_in_for == "b");
  rig.clock.Advance(100 * 60'000);
  CheckInFlow leaving(rig.store, rig.state, rig.clock);
  leaving.OnCodes({rig.CodeOf("c", BadgeKind::kCard, kSecret)});
  leaving.Leave();
  CHECK(leaving.step() == CheckInStep::kPin);
  leaving.pin().pin() = rig.store.right_pin;
  leaving.EnterPin();
  REQUIRE(rig.store.check_ins.size() == 2);
  CHECK(rig.store.check_ins[1].out);
  CHECK(rig.store.check_ins[1].with_pin);
}
