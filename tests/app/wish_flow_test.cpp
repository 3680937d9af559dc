#include "app/wishes/wish_flow.h"

#include <doctest/doctest.h>

#include "fakes/fake_case_store.h"
#include "fakes/fake_request_store.h"
#include "shared/safety/safety_list.h"

using namespace studio;

namespace {

struct Wall {
  static std::shared_ptr<const Station> OneVillage() {
    auto known = std::make_shared<Station>();
    Village& village = known->villages.emplace_back();
    village.id = "v1";
    village.name = "示例村";
    known->safety = *SafetyFromJson(R"({"danger_words":["着火"]})");
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
  static AttachmentPtr Spoken(std::int64_t length_ms = 12'000) {
    AttachmentRef ref;
    ref.type = "audio/ogg";
    ref.length_ms = length_ms;
    return std::make_shared<const Attachment>(ref, nullptr);
  }
  // Posted, with the receipt on the screen.
  void Post() {
    Wish(flow, false);
    flow.Next();
    flow.Confirm();
    slips.AnswerSlip();
    REQUIRE(flow.step() == WishStep::kReceipt);
  }

  TestClock clock;
  WishFlow flow{wishes, slips, station, clock};
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
  flow.words().Set("一双棉鞋");
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

TEST_CASE("a wish may be spoken instead of written, and what is said goes with it") {
  Wall wall;
  WishFlow& flow = wall.flow;
  flow.Next();
  REQUIRE(flow.problem() == WishProblem::kSaySomething);
  flow.SetVoice(Wall::Spoken());
  flow.words().Set(" ");
  flow.Next();
  REQUIRE(flow.step() == WishStep::kFor);
  flow.ChooseFor(false);
  flow.Next();
  flow.ChooseVillage("v1");
  flow.Next();
  flow.Next();
  flow.Confirm();
  wall.slips.AnswerSlip();
  REQUIRE(wall.wishes.posted.size() == 1);
  CHECK(wall.wishes.posted[0].text.empty());
  REQUIRE(wall.wishes.posted[0].attachments.size() == 1);
  CHECK(wall.wishes.posted[0].attachments[0].length_ms == 12'000);
}

TEST_CASE("no voice is begun where the disk has no room for one") {
  Wall wall;
  CHECK(wall.flow.takes_voice());
  wall.flow.UseShortage(Shortage::kNoPhotos);
  CHECK(wall.flow.takes_voice());
  wall.flow.UseShortage(Shortage::kNoVoice);
  CHECK_FALSE(wall.flow.takes_voice());
}

TEST_CASE("a ready wish stands instead of another, leaves what was written, and comes out again") {
  Wall wall;
  WishFlow& flow = wall.flow;
  const std::vector<std::string> ready = {"一盏台灯。", "一双棉鞋。"};
  CHECK(flow.ToggleReady(ready[0], ready));
  CHECK(flow.words().text() == "一盏台灯。");
  CHECK(flow.HasReady(ready[0]));
  CHECK(flow.ToggleReady(ready[1], ready));
  CHECK(flow.words().text() == "一双棉鞋。");
  CHECK(flow.ToggleReady(ready[1], ready));
  CHECK(flow.words().empty());
  flow.words().Set("冬天脚冷，");
  CHECK(flow.ToggleReady(ready[1], ready));
  CHECK(flow.words().text() == "冬天脚冷，一双棉鞋。");
  CHECK(flow.ToggleReady(ready[1], ready));
  CHECK(flow.words().text() == "冬天脚冷，");
  std::string full;
  for (std::size_t i = 0; i < kWishLimit; ++i) full += "长";
  flow.words().Set(full);
  CHECK_FALSE(flow.ToggleReady(ready[0], ready));
  CHECK(flow.words().text() == full);
}

TEST_CASE("each line of the check page leads to its question and back") {
  for (const bool on : {true, false}) {
    for (const WishStep step :
         {WishStep::kWords, WishStep::kFor, WishStep::kPlace, WishStep::kName}) {
      Wall wall;
      WishFlow& flow = wall.flow;
      Wall::Wish(flow, false);
      flow.Next();
      flow.EditFromCheck(step);
      REQUIRE(flow.step() == step);
      if (on) flow.Next();
      if (!on) CHECK(flow.Back());
      CHECK(flow.step() == WishStep::kCheck);
      CHECK(flow.Back());
      CHECK(flow.step() == WishStep::kName);  // the way back is whole again
    }
  }
}

TEST_CASE("who turns to a child's wish on the check page is asked for the guardian and consent") {
  Wall wall;
  WishFlow& flow = wall.flow;
  Wall::Wish(flow, false);
  flow.Next();
  flow.EditFromCheck(WishStep::kFor);
  flow.ChooseFor(true);
  flow.Next();
  REQUIRE(flow.step() == WishStep::kGuardian);
  flow.name().Set("示例甲");
  flow.phone().Set("13800000000");
  flow.Next();
  REQUIRE(flow.step() == WishStep::kConsent);
  flow.SetAgreed(true);
  flow.Next();
  CHECK(flow.step() == WishStep::kCheck);
  // And back: they may leave a number of their own.
  flow.EditFromCheck(WishStep::kFor);
  flow.ChooseFor(false);
  flow.Next();
  CHECK(flow.step() == WishStep::kName);
  flow.Next();
  CHECK(flow.step() == WishStep::kCheck);
}

TEST_CASE("a guardian agrees anew where a voice message has come to what is kept") {
  Wall wall;
  WishFlow& flow = wall.flow;
  Wall::Wish(flow, true);
  flow.name().Set("示例甲");
  flow.phone().Set("13800000000");
  flow.Next();
  flow.SetAgreed(true);
  flow.Next();
  REQUIRE(flow.step() == WishStep::kCheck);
  flow.EditFromCheck(WishStep::kWords);
  flow.SetVoice(Wall::Spoken());
  flow.Next();
  REQUIRE(flow.step() == WishStep::kConsent);
  flow.SetAgreed(true);
  flow.Next();
  CHECK(flow.step() == WishStep::kCheck);
}

TEST_CASE("a wish is withdrawn within ten minutes, and not after") {
  Wall wall;
  wall.Post();
  CHECK(wall.flow.CanWithdraw());
  wall.clock.now.monotonic_ms += kWithdrawWindowMs - 1;
  CHECK(wall.flow.CanWithdraw());
  SUBCASE("in time") {
    wall.flow.Withdraw();
    CHECK(wall.flow.receipt()->state == ReceiptState::kWithdrawn);
    CHECK_FALSE(wall.flow.CanWithdraw());
  }
  SUBCASE("not kept") {
    wall.slips.withdrawing_fails = ErrorKind::kStorage;
    wall.flow.Withdraw();
    CHECK(wall.flow.withdraw_problem() == WithdrawProblem::kNotKept);
    CHECK(wall.flow.receipt()->state == ReceiptState::kWaiting);
  }
  SUBCASE("too late") {
    wall.clock.now.monotonic_ms += 1;
    CHECK_FALSE(wall.flow.CanWithdraw());
    wall.flow.Withdraw();
    CHECK(wall.flow.receipt()->state == ReceiptState::kWaiting);
  }
}

TEST_CASE("words of danger stop a wish, also where they were left by going back") {
  Wall wall;
  WishFlow& flow = wall.flow;
  SUBCASE("on the way") {
    flow.words().Set("房子着火了");
    flow.Next();
    CHECK(flow.step() == WishStep::kWords);
    REQUIRE(flow.stop().page() == StopPage::kDanger);
    flow.stop().GoOnInDanger();
    Wall::Wish(flow, false);
    flow.Next();
    flow.words().Set("房子着火了");
  }
  SUBCASE("changed on the check page") {
    Wall::Wish(flow, false);
    flow.Next();
    REQUIRE(flow.step() == WishStep::kCheck);
    flow.EditFromCheck(WishStep::kWords);
    flow.words().Set("房子着火了");
    CHECK(flow.Back());
    flow.Confirm();
    CHECK(flow.step() == WishStep::kCheck);
    REQUIRE(flow.stop().page() == StopPage::kDanger);
    flow.stop().GoOnInDanger();
    flow.Next();
  }
  flow.Confirm();
  wall.slips.AnswerSlip();
  REQUIRE(wall.wishes.posted.size() == 1);
  CHECK(wall.wishes.posted[0].danger);
}
