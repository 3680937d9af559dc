#include "app/wishes/wish_tending.h"

#include <doctest/doctest.h>

#include "check_in_rig.h"
#include "fakes/fake_case_store.h"

using namespace studio;

namespace {

struct WishRig : CheckInRig {
  WishRig() { Publish("posted"); }

  void Publish(std::string step, std::string member = {}, std::string name = {}) {
    auto station = std::make_shared<Station>(*state.station);
    station->wishes.resize(1);
    Wish& wish = station->wishes[0];
    wish.id = "w1";
    wish.text = "一盏台灯";
    wish.step = std::move(step);
    wish.member = std::move(member);
    wish.member_name = std::move(name);
    state.station = station;
  }
  void Claimed(std::string name, bool lost) {
    auto station = std::make_shared<Station>(*state.station);
    station->claims = {{"r1", "w1", "b", std::move(name), 0, lost}};
    state.station = station;
  }
  WishTending Tending(WishAct act) {
    return WishTending(wishes, store, state, clock, state.station->wishes[0], act);
  }
  void Show(WishTending& tending, const char* member) {
    tending.OnCodes({CodeOf(member)});
    tending.Next();
  }
  WishOnWall Seen() const { return OnWall(state.station->wishes[0], *state.station); }

  FakeWishStore wishes;
};

}  // namespace

TEST_CASE("a member takes a wish on with their card, whose secret stays behind") {
  WishRig rig;
  WishTending tending = rig.Tending(WishAct::kClaim);
  const std::string card = rig.CodeOf("a", BadgeKind::kCard, BadgeSecret{7});
  tending.OnCodes({card});
  tending.Next();
  REQUIRE(tending.step() == TendStep::kCheck);
  tending.Confirm();
  CHECK(tending.step() == TendStep::kDone);
  REQUIRE(rig.wishes.tended.size() == 1);
  const WishBody& body = rig.wishes.tended[0];
  CHECK(body.act == WishAct::kClaim);
  CHECK(body.wish == "w1");
  CHECK(body.member == "a");
  CHECK_FALSE(ReadBadgeToken(body.token)->secret.has_value());
}

TEST_CASE("a live code is enough to take a wish on") {
  WishRig rig;
  WishTending tending = rig.Tending(WishAct::kClaim);
  tending.OnCodes({rig.CodeOf("a", BadgeKind::kLive)});
  tending.Next();
  CHECK(tending.step() == TendStep::kCheck);
  CHECK(tending.problem() == TendProblem::kNone);
}

TEST_CASE("whoever comes second is told who was first") {
  WishRig rig;
  WishTending tending = rig.Tending(WishAct::kClaim);
  rig.Show(tending, "a");
  CHECK(tending.problem() == TendProblem::kNone);
  rig.Publish("claimed", "b", "示例乙");  // while the card was being looked at
  tending.Confirm();
  CHECK(tending.problem() == TendProblem::kTaken);
  CHECK(tending.taken_by() == "示例乙");
  CHECK(rig.wishes.tended.empty());
}

TEST_CASE("a claim waits until the county has settled it, and a lost one names the first") {
  WishRig rig;
  CHECK(rig.Seen().state == WishState::kOpen);
  rig.Claimed("示例乙", false);
  CHECK(rig.Seen().state == WishState::kWaiting);
  CHECK(rig.Seen().member_name == "示例乙");
  WishTending second = rig.Tending(WishAct::kClaim);
  rig.Show(second, "a");
  CHECK(second.problem() == TendProblem::kWaiting);
  rig.Publish("claimed", "c", "示例丙");
  rig.Claimed("示例乙", true);
  CHECK(rig.Seen().state == WishState::kClaimed);
  CHECK(rig.Seen().member_name == "示例丙");
  REQUIRE(rig.Seen().lost.size() == 1);
  CHECK(rig.Seen().lost[0] == "示例乙");
}

TEST_CASE("only the member who took a wish on says that it is granted") {
  WishRig rig;
  rig.Publish("claimed", "b", "示例乙");
  WishTending tending = rig.Tending(WishAct::kGrant);
  rig.Show(tending, "a");
  CHECK(tending.problem() == TendProblem::kNotTheirs);
  tending.Confirm();
  CHECK(rig.wishes.tended.empty());
  tending.AnotherCard();
  rig.Show(tending, "b");
  tending.Confirm();
  CHECK(tending.step() == TendStep::kDone);
  REQUIRE(rig.wishes.tended.size() == 1);
  CHECK(rig.wishes.tended[0].act == WishAct::kGrant);
}

TEST_CASE("what cannot be kept may be tried again, what is on its way may not") {
  WishRig rig;
  WishTending tending = rig.Tending(WishAct::kClaim);
  rig.Show(tending, "a");
  rig.wishes.fails = ErrorKind::kStorage;
  tending.Confirm();
  CHECK(tending.step() == TendStep::kCheck);
  CHECK(tending.problem() == TendProblem::kStorageFull);
  rig.wishes.fails = ErrorKind::kConflict;
  tending.Confirm();
  CHECK(tending.problem() == TendProblem::kWaiting);
}
