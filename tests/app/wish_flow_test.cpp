#include "app/wish_flow.h"

#include <doctest/doctest.h>

#include "fake_case_store.h"
#include "fake_request_store.h"

using namespace studio;

namespace {

struct Wall {
  static std::shared_ptr<const Station> OneVillage() {
    auto known = std::make_shared<Station>();
    Village& village = known->villages.emplace_back();
    village.id = "v1";
    village.name = "示例村";
    return known;
  }
  // Up to the page that asks who wishes, or the guardian.
  static void Wish(WishFlow& flow, bool child) {
    flow.words().Set("一盏台灯");
    flow.Next();
    flow.ChooseFor(child);
    flow.Next();
    flow.ChooseVillage("v1");
    flow.Next();
  }

  std::shared_ptr<const Station> station = OneVillage();
  FakeRequestStore slips;
  FakeWishStore wishes;
  WishFlow flow{wishes, slips, station};
};

}  // namespace

TEST_CASE("a wish is posted without a name where none is given") {
  Wall wall;
  WishFlow& flow = wall.flow;
  Wall::Wish(flow, false);
  REQUIRE(flow.step() == WishStep::kName);
  flow.Next();
  REQUIRE(flow.step() == WishStep::kCheck);
  flow.Confirm();
  CHECK(flow.step() == WishStep::kSaving);
  wall.slips.AnswerSlip();
  REQUIRE(flow.step() == WishStep::kReceipt);
  REQUIRE(wall.wishes.posted.size() == 1);
  const WishBody& body = wall.wishes.posted[0];
  CHECK(body.act == WishAct::kPost);
  CHECK(body.text == "一盏台灯");
  CHECK(body.village_name == "示例村");
  CHECK(body.receipt == FakeRequestStore::SomeSlip().number.digits());
  CHECK_FALSE(body.reading_key.empty());
  CHECK(body.name.empty());
  CHECK(body.guardian.empty());
  CHECK(flow.receipt()->number == body.receipt);
}

TEST_CASE("a child's wish goes nowhere without its guardian's name, number and consent") {
  Wall wall;
  WishFlow& flow = wall.flow;
  Wall::Wish(flow, true);
  REQUIRE(flow.step() == WishStep::kGuardian);
  flow.Next();
  CHECK(flow.problem() == WishProblem::kGuardianName);
  flow.name().Set("示例甲");
  flow.Next();
  CHECK(flow.problem() == WishProblem::kGuardianPhone);
  flow.phone().Set("13800000000");
  flow.Next();
  REQUIRE(flow.step() == WishStep::kConsent);
  flow.Next();
  CHECK(flow.step() == WishStep::kConsent);
  CHECK(flow.problem() == WishProblem::kGuardianAgrees);
  flow.SetAgreed(true);
  flow.Next();
  REQUIRE(flow.step() == WishStep::kCheck);
  // Taken back on the way: not sent either.
  flow.SetAgreed(false);
  flow.Confirm();
  CHECK(flow.problem() == WishProblem::kGuardianAgrees);
  CHECK(wall.wishes.posted.empty());
  flow.SetAgreed(true);
  wall.slips.AnswerSlip();
  flow.Confirm();
  REQUIRE(wall.wishes.posted.size() == 1);
  CHECK(wall.wishes.posted[0].for_child);
  CHECK(wall.wishes.posted[0].guardian == "示例甲");
  CHECK(wall.wishes.posted[0].guardian_consents);
  CHECK(wall.wishes.posted[0].name.empty());
}

TEST_CASE("who turns from a child's wish to their own leaves the guardian's consent behind") {
  Wall wall;
  WishFlow& flow = wall.flow;
  Wall::Wish(flow, true);
  flow.name().Set("示例甲");
  flow.phone().Set("13800000000");
  flow.SetAgreed(true);
  flow.ChooseFor(false);
  CHECK(flow.name().empty());
  CHECK(flow.phone().empty());
  CHECK_FALSE(flow.agreed());
}

TEST_CASE("a wish that cannot be kept stays to be tried again, with another slip") {
  Wall wall;
  WishFlow& flow = wall.flow;
  Wall::Wish(flow, false);
  flow.Next();
  wall.slips.AnswerSlip();
  wall.wishes.fails = ErrorKind::kStorage;
  flow.Confirm();
  CHECK(flow.step() == WishStep::kCheck);
  CHECK(flow.problem() == WishProblem::kStorageFull);
  CHECK(flow.words().text() == "一盏台灯");
  wall.wishes.fails.reset();
  flow.Confirm();
  wall.slips.AnswerSlip();
  CHECK(flow.step() == WishStep::kReceipt);
}

TEST_CASE("each question of a wish is answered before the next") {
  Wall wall;
  WishFlow& flow = wall.flow;
  flow.words().Set(" \n");
  flow.Next();
  CHECK(flow.problem() == WishProblem::kSaySomething);
  CHECK_FALSE(flow.Back());
  CHECK(flow.UseReady("一双棉鞋"));
  CHECK(flow.words().text() == "一双棉鞋");
  flow.Next();
  flow.Next();
  CHECK(flow.problem() == WishProblem::kChooseFor);
  flow.ChooseFor(false);
  flow.Next();
  flow.Next();
  CHECK(flow.problem() == WishProblem::kChoosePlace);
  flow.ChooseVillage("v1");
  flow.Next();
  flow.phone().Set("123");
  flow.Next();
  CHECK(flow.problem() == WishProblem::kPhoneDigits);
  CHECK(flow.page() == 4);
  CHECK(flow.Back());
  CHECK(flow.step() == WishStep::kPlace);
}
