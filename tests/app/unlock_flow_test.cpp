#include "app/checkin/unlock_flow.h"

#include <doctest/doctest.h>

#include "check_in_rig.h"
#include "shared/base/time_units.h"

using namespace studio;

namespace {

const BadgeSecret kUnlockSecret = {1, 2, 3};

struct Door : CheckInRig {
  Door() {
    auto station = std::make_shared<Station>();
    station->studio.managers = {"a"};
    state.station = station;
    store.grounds.pin_cards = {{"a", {}}, {"b", {}}};
    store.unlock.outcome = UnlockAnswer::Outcome::kWrong;
    store.unlock.tries_left = 4;
  }
  std::string CardOf(const char* member) { return CodeOf(member, BadgeKind::kCard, kUnlockSecret); }
  void Type(const std::string& pin) {
    unlock.pin().pin() = pin;
    unlock.Open();
  }

  UnlockFlow unlock{UnlockFor::kManagers, store, state, clock};
};

}  // namespace

TEST_CASE("the manager's printed card and their PIN open the management") {
  Door door;
  door.unlock.OnCodes({door.CardOf("a")});
  REQUIRE(door.unlock.step() == UnlockStep::kPin);
  CHECK(door.unlock.name() == "示例");
  CHECK(door.unlock.session().studio_key == nullptr);
  door.Type(door.store.right_pin);
  REQUIRE(door.unlock.step() == UnlockStep::kOpen);
  CHECK(door.unlock.session().member == "a");
  CHECK(door.unlock.session().studio_key != nullptr);
  CHECK(door.unlock.pin().pin().empty());
}

TEST_CASE("a wrong PIN opens nothing, keeps no digit and may be tried again") {
  Door door;
  door.unlock.OnCodes({door.CardOf("a")});
  door.Type("111111");
  CHECK(door.unlock.step() == UnlockStep::kPin);
  CHECK(door.unlock.pin().problem() == PinProblem::kWrong);
  CHECK(door.unlock.session().studio_key == nullptr);
  CHECK(door.unlock.pin().pin().empty());
  door.store.unlock.wait_ms = 60'000;
  door.Type("222222");
  CHECK(door.unlock.pin().problem() == PinProblem::kLocked);
  door.Type(door.store.right_pin);  // not before the waiting is over
  CHECK(door.unlock.step() == UnlockStep::kPin);
  door.clock.Advance(60'000);
  door.Type(door.store.right_pin);
  CHECK(door.unlock.step() == UnlockStep::kOpen);
}

TEST_CASE("what does not open says why, and another card may be shown") {
  Door door;
  const auto refused = [&](const std::vector<std::string>& codes) {
    door.unlock.OnCodes(codes);
    CHECK(door.unlock.step() == UnlockStep::kBadge);
    return door.unlock.problem();
  };
  CHECK(refused({"https://example.invalid/"}) == CardProblem::kBadBadge);
  CHECK(door.unlock.verdict() == CheckInVerdict::kNotABadge);
  CHECK(refused({door.CardOf("a"), door.CardOf("b")}) == CardProblem::kTwoCodes);
  CHECK(refused({door.CodeOf("a", BadgeKind::kLive)}) == CardProblem::kLiveCode);
  CHECK(refused({door.CodeOf("a")}) == CardProblem::kNoSecret);
  CHECK(refused({door.CardOf("b")}) == CardProblem::kNotManager);
  CHECK(refused({door.CardOf("nobody")}) == CardProblem::kBadBadge);
  CHECK(door.unlock.verdict() == CheckInVerdict::kUnknownMember);
  door.store.works = false;
  CHECK(refused({door.CardOf("a")}) == CardProblem::kFailed);
  door.store.works = true;
  door.unlock.OnCodes({door.CardOf("a")});
  CHECK(door.unlock.step() == UnlockStep::kPin);
  CHECK(door.unlock.problem() == CardProblem::kNone);
}

TEST_CASE("a card without a key leads back to the cards") {
  Door door;
  door.store.unlock.outcome = UnlockAnswer::Outcome::kNotEntitled;
  door.unlock.OnCodes({door.CardOf("a")});
  door.Type("111111");
  CHECK(door.unlock.step() == UnlockStep::kBadge);
  CHECK(door.unlock.problem() == CardProblem::kNoKey);
}

TEST_CASE(
    "a card whose PIN went to a newer one, or that has none, is told so before a PIN is asked") {
  Door door;
  const std::string older = door.CardOf("a"), newer = door.CardOf("a");
  BadgeNonce known;
  known.fill(door.nonce);
  door.store.grounds.pin_cards["a"] = known;
  door.unlock.OnCodes({older});
  CHECK(door.unlock.step() == UnlockStep::kBadge);
  CHECK(door.unlock.problem() == CardProblem::kOlderCard);
  door.unlock.OnCodes({newer});
  CHECK(door.unlock.step() == UnlockStep::kPin);
  door.unlock.AnotherBadge();
  door.store.grounds.pin_cards.clear();
  door.unlock.OnCodes({newer});
  CHECK(door.unlock.step() == UnlockStep::kBadge);
  CHECK(door.unlock.problem() == CardProblem::kNoKey);
}

TEST_CASE("a member of other studios is told that it is not their card that lacks something") {
  Door door;
  auto station = std::make_shared<Station>(*door.state.station);
  station->studio.id = 1;
  station->members.emplace_back().id = "a";
  station->members[0].studios = {2};
  door.state.station = station;
  door.store.unlock.outcome = UnlockAnswer::Outcome::kNotEntitled;
  door.unlock.OnCodes({door.CardOf("a")});
  door.Type("111111");
  CHECK(door.unlock.problem() == CardProblem::kElsewhere);
  door.store.grounds.pin_cards.clear();
  door.unlock.OnCodes({door.CardOf("a")});
  CHECK(door.unlock.problem() == CardProblem::kElsewhere);
  station->members[0].studios = {2, 1};
  door.unlock.OnCodes({door.CardOf("a")});
  CHECK(door.unlock.problem() == CardProblem::kNoKey);
}

TEST_CASE("a studio that names no managers lets in whoever's card opens its key") {
  Door door;
  door.state.station = std::make_shared<Station>();
  door.unlock.OnCodes({door.CardOf("b")});
  CHECK(door.unlock.step() == UnlockStep::kPin);
  door.unlock.AnotherBadge();
  CHECK(door.unlock.step() == UnlockStep::kBadge);
  CHECK(door.unlock.name().empty());
}

TEST_CASE("no line and a dead battery: the manager's card opens as it checks in") {
  Door door;
  const std::string card = door.CardOf("a");
  door.state.time = std::make_shared<KnownTime>();
  SUBCASE("years behind") { door.clock.now.wall_ms -= 6 * 365 * kDayMs; }
  SUBCASE("years ahead") { door.clock.now.wall_ms += 6 * 365 * kDayMs; }
  door.unlock.OnCodes({card});
  CHECK(door.unlock.step() == UnlockStep::kPin);
}
