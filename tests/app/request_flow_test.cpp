#include "app/request/request_flow.h"

#include <doctest/doctest.h>

#include "fakes/fake_request_store.h"

namespace studio {
namespace {

std::shared_ptr<const Station> SomeStation() {
  auto station = std::make_shared<Station>();
  station->categories = {
      {"road", "道路桥梁", "路灯 护栏", "alt_route", 1, {"路灯坏了", "路面坑洼"}, {}},
      {"health", "看病医保", "报销", "local_hospital", 2, {}, {"health"}}};
  station->villages = {{"v1", "示例村", 1, {"一组", "二组"}}, {"v2", "样板村", 2, {}}};
  station->safety = *SafetyFromJson(
      R"({"danger_words":["着火","不想活"],"not_ours":[{"id":"court","name":"法院的事",)"
      R"("words":["判决"],"where":"找法院","phone":"12368"}]})");
  return station;
}

struct Scene {
  FakeRequestStore store;
  TestClock clock;
  RequestFlow flow{store, SomeStation(), clock};

  void ToWords() {
    flow.ChooseCategory("road");
    flow.Next();
    flow.ChooseVillage("v1");
    flow.Next();
  }
  void ToCheck() {
    ToWords();
    flow.ToggleSentence("路灯坏了");
    flow.Next();
    flow.SetVisibility(Visibility::kAnonymous);
    flow.Next();
    flow.SetAgreed(true);
    flow.Next();
  }
};

TEST_CASE("a request can be made without typing one character") {
  Scene scene;
  scene.ToCheck();
  REQUIRE(scene.flow.step() == RequestStep::kCheck);
  scene.store.AnswerSlip();
  scene.flow.Confirm();
  CHECK(scene.flow.step() == RequestStep::kSaving);
  REQUIRE(scene.store.filed.size() == 1);
  CHECK(scene.store.filed[0].body.words == "路灯坏了");
  CHECK(scene.store.filed[0].body.name.empty());
  CHECK(scene.store.filed[0].body.consent_version == kConsentVersion);
  CHECK_FALSE(scene.store.filed[0].urgent);
  scene.store.AnswerFiled();
  CHECK(scene.flow.step() == RequestStep::kReceipt);
}

TEST_CASE("a disk short of room takes less and less, and takes all again once it has room") {
  FakeRequestStore store;
  TestClock clock;
  RequestFlow flow(store, SomeStation(), clock);
  const struct {
    Shortage shortage;
    bool photos, voice, closed;
  } cases[] = {{Shortage::kNone, true, true, false},
               {Shortage::kNoPhotos, false, true, false},
               {Shortage::kNoVoice, false, false, false},
               {Shortage::kNoRequests, false, false, true},
               {Shortage::kNone, true, true, false}};
  for (const auto& expected : cases) {
    flow.UseShortage(expected.shortage);
    CHECK(flow.takes_photos() == expected.photos);
    CHECK(flow.takes_voice() == expected.voice);
    CHECK(flow.closed() == expected.closed);
  }
  flow.UseShortage(Shortage::kNoRequests);
  flow.ChooseCategory("road");
  CHECK(flow.category() == nullptr);
}

TEST_CASE("how much of the disk is free tells the shortage; not measured is none") {
  CHECK(ShortageOf({}) == Shortage::kNone);
  const auto at = [](std::uint64_t free_bytes) {
    StorageState storage;
    storage.total_bytes = 10'000;
    storage.free_bytes = free_bytes;
    return ShortageOf(storage);
  };
  CHECK(at(500) == Shortage::kNone);
  CHECK(at(499) == Shortage::kNoPhotos);
  CHECK(at(300) == Shortage::kNoPhotos);
  CHECK(at(299) == Shortage::kNoVoice);
  CHECK(at(99) == Shortage::kNoRequests);
  CHECK(at(0) == Shortage::kNoRequests);
}

TEST_CASE("what somebody has begun goes on to the receipt while the disk runs short") {
  Scene scene;
  scene.ToWords();
  scene.flow.ToggleSentence("路灯坏了");
  Photo taken;
  taken.file = std::make_shared<const Attachment>(AttachmentRef{}, [] {});
  scene.flow.UseShortage(Shortage::kNoRequests);
  CHECK_FALSE(scene.flow.closed());
  CHECK(scene.flow.AddPhoto(taken));  // it is on the disk already
  scene.flow.Next();
  scene.flow.SetVisibility(Visibility::kAnonymous);
  scene.flow.Next();
  scene.flow.SetAgreed(true);
  scene.flow.Next();
  scene.store.AnswerSlip();
  scene.flow.Confirm();
  REQUIRE(scene.store.filed.size() == 1);
  CHECK(scene.store.filed[0].body.attachments.size() == 1);
  scene.store.AnswerFiled();
  CHECK(scene.flow.step() == RequestStep::kReceipt);
}

TEST_CASE("what the county publishes is taken up until the first question is answered") {
  FakeRequestStore store;
  TestClock clock;
  RequestFlow flow(store, std::make_shared<Station>(), clock);
  CHECK(flow.station().categories.empty());
  flow.UseStation(SomeStation());
  REQUIRE(flow.station().categories.size() == 2);
  flow.ChooseCategory("road");
  flow.Next();
  flow.UseStation(std::make_shared<Station>());
  CHECK(flow.station().categories.size() == 2);
}

TEST_CASE("no step is left before it is answered") {
  Scene scene;
  scene.flow.Next();
  CHECK(scene.flow.problem() == RequestProblem::kChooseCategory);
  scene.flow.ChooseCategory("no such");
  scene.flow.Next();
  CHECK(scene.flow.problem() == RequestProblem::kChooseCategory);
  scene.ToWords();
  scene.flow.words().Insert(" \n");
  scene.flow.Next();
  CHECK(scene.flow.problem() == RequestProblem::kSaySomething);
}

TEST_CASE("the receipt waits for the disk, and a failure keeps every word") {
  Scene scene;
  scene.ToCheck();
  scene.flow.Confirm();
  CHECK(scene.store.filed.empty());  // the slip is still being made
  scene.store.AnswerSlip();
  REQUIRE(scene.store.filed.size() == 1);
  scene.store.FailFiled(ErrorKind::kStorage);
  CHECK(scene.flow.step() == RequestStep::kCheck);
  CHECK(scene.flow.problem() == RequestProblem::kStorageFull);
  CHECK(scene.flow.words().text() == "路灯坏了");
  scene.flow.Confirm();
  scene.store.AnswerSlip();
  scene.store.AnswerFiled();
  CHECK(scene.flow.step() == RequestStep::kReceipt);
}

TEST_CASE("an answer that comes after the visit is dropped") {
  FakeRequestStore store;
  TestClock clock;
  {
    Scene scene;
    scene.ToCheck();
    store.slip_asked = std::move(scene.store.slip_asked);
  }
  REQUIRE(store.slip_asked.size() == 1);
  store.AnswerSlip();  // must not touch the flow that is gone
}

TEST_CASE("words of danger that were changed and left by going back stop before they are filed") {
  Scene scene;
  scene.ToWords();
  scene.flow.words().Insert("村口的路灯坏了");
  scene.flow.Next();
  scene.flow.SetVisibility(Visibility::kAnonymous);
  scene.flow.Next();
  scene.flow.SetAgreed(true);
  scene.flow.Next();
  scene.store.AnswerSlip();
  REQUIRE(scene.flow.step() == RequestStep::kCheck);
  scene.flow.EditFromCheck(RequestStep::kWords);
  scene.flow.words().Insert("，房子 着 火了");
  CHECK(scene.flow.Back());
  scene.flow.Confirm();
  CHECK(scene.store.filed.empty());
  REQUIRE(scene.flow.detour() == RequestDetour::kDanger);
  SUBCASE("still danger") {
    scene.flow.ContinueAfterDanger(true);
    scene.flow.Confirm();
    REQUIRE(scene.store.filed.size() == 1);
    CHECK(scene.store.filed[0].urgent);
  }
  SUBCASE("a misunderstanding") {
    scene.flow.ContinueAfterDanger(false);
    scene.flow.Confirm();
    REQUIRE(scene.store.filed.size() == 1);
    CHECK_FALSE(scene.store.filed[0].urgent);
  }
}

TEST_CASE("words of danger stop for the emergency page and make the request urgent") {
  Scene scene;
  scene.ToWords();
  scene.flow.words().Insert("村东头 着 火了");
  scene.flow.Next();
  CHECK(scene.flow.detour() == RequestDetour::kDanger);
  CHECK(scene.flow.danger_words() == std::vector<std::string>{"着 火"});
  SUBCASE("still danger: on with it, first in the queue") {
    scene.flow.ContinueAfterDanger(true);
    CHECK(scene.flow.step() == RequestStep::kWho);
    scene.flow.SetVisibility(Visibility::kAnonymous);
    scene.flow.Next();
    scene.flow.SetAgreed(true);
    scene.flow.Next();
    scene.store.AnswerSlip();
    scene.flow.Confirm();
    REQUIRE(scene.store.filed.size() == 1);
    CHECK(scene.store.filed[0].urgent);
    CHECK(scene.store.filed[0].body.danger);
  }
  SUBCASE("a misunderstanding: not urgent, and not asked again for the same words") {
    scene.flow.ContinueAfterDanger(false);
    CHECK(scene.flow.detour() == RequestDetour::kNone);
    CHECK(scene.flow.step() == RequestStep::kWords);
    CHECK(scene.flow.words().text() == "村东头 着 火了");
    CHECK_FALSE(scene.flow.danger());
    scene.flow.Next();
    CHECK(scene.flow.step() == RequestStep::kWho);
    CHECK(scene.flow.detour() == RequestDetour::kNone);
  }
  SUBCASE("other words are looked at again") {
    scene.flow.ContinueAfterDanger(false);
    scene.flow.words().Insert("快来");
    scene.flow.Next();
    CHECK(scene.flow.detour() == RequestDetour::kDanger);
  }
}

TEST_CASE("the danger button works before anything is chosen") {
  Scene scene;
  scene.flow.ReportDanger();
  CHECK(scene.flow.detour() == RequestDetour::kDanger);
  scene.flow.ContinueAfterDanger(true);
  CHECK(scene.flow.step() == RequestStep::kCategory);
  CHECK(scene.flow.danger());
}

TEST_CASE("what is not ours is guided on, recorded without words, and can be contradicted") {
  Scene scene;
  scene.ToWords();
  scene.flow.words().Insert("法院判决不公");
  scene.flow.Next();
  REQUIRE(scene.flow.detour() == RequestDetour::kNotOurs);
  SUBCASE("guided") {
    scene.flow.AcceptGuidance();
    REQUIRE(scene.store.guided.size() == 1);
    CHECK(scene.store.guided[0].guided_to == "court");
    CHECK(scene.store.guided[0].words.empty());
  }
  SUBCASE("it was something else") {
    scene.flow.ContinueAnyway();
    CHECK(scene.flow.step() == RequestStep::kWho);
    CHECK(scene.flow.words().text() == "法院判决不公");
  }
}

TEST_CASE("without a name nothing that names a person is sent") {
  Scene scene;
  scene.ToWords();
  scene.flow.ToggleSentence("路灯坏了");
  scene.flow.Next();
  scene.flow.SetVisibility(Visibility::kNamed);
  scene.flow.Next();
  CHECK(scene.flow.problem() == RequestProblem::kGiveName);
  scene.flow.name().Insert("𬱖㛃");
  scene.flow.phone().Insert("123");
  scene.flow.Next();
  CHECK(scene.flow.problem() == RequestProblem::kPhoneDigits);
  scene.flow.phone().Set("00000000000");
  scene.flow.SetHeadCount(3);
  scene.flow.representatives().Insert("示例甲、示例乙 示例丙");
  scene.flow.SetVisibility(Visibility::kAnonymous);
  scene.flow.Next();
  scene.flow.SetAgreed(true);
  scene.flow.Next();
  scene.store.AnswerSlip();
  scene.flow.Confirm();
  REQUIRE(scene.store.filed.size() == 1);
  const RequestBody& body = scene.store.filed[0].body;
  CHECK(body.name.empty());
  CHECK(body.phone.empty());
  CHECK(body.representatives.empty());
  CHECK(body.head_count == 3);
}

TEST_CASE("where a member helped, the villager hears it back before it is sent") {
  Scene scene;
  scene.ToCheck();
  scene.flow.SetHelper({"m01", "示例甲", "token"});
  scene.flow.Confirm();
  CHECK(scene.flow.problem() == RequestProblem::kReadBackFirst);
  scene.flow.SetReadBack(true);
  scene.store.AnswerSlip();
  scene.flow.Confirm();
  REQUIRE(scene.store.filed.size() == 1);
  CHECK(scene.store.filed[0].body.helped_by == "示例甲");
  CHECK(scene.store.filed[0].body.helper == "m01");
  CHECK(scene.store.filed[0].body.helper_token == "token");
}

TEST_CASE("a request is withdrawn within ten minutes and not after") {
  Scene scene;
  scene.ToCheck();
  scene.store.AnswerSlip();
  scene.flow.Confirm();
  scene.store.withdraw_until_ms = scene.clock.now.monotonic_ms + kWithdrawWindowMs;
  scene.store.AnswerFiled();
  scene.clock.Advance(kWithdrawWindowMs - 1);
  CHECK(scene.flow.CanWithdraw());
  SUBCASE("late") {
    scene.clock.Advance(1);
    CHECK_FALSE(scene.flow.CanWithdraw());
  }
  SUBCASE("in time") {
    scene.flow.Withdraw();
    CHECK(scene.flow.receipt()->state == ReceiptState::kWithdrawn);
    CHECK_FALSE(scene.flow.CanWithdraw());
  }
  SUBCASE("not kept") {
    scene.store.withdrawing_fails = ErrorKind::kStorage;
    scene.flow.Withdraw();
    CHECK(scene.flow.withdraw_problem() == WithdrawProblem::kNotKept);
    CHECK(scene.flow.CanWithdraw());
    scene.store.withdrawing_fails = ErrorKind::kDenied;
    scene.flow.Withdraw();
    CHECK(scene.flow.withdraw_problem() == WithdrawProblem::kTooLate);
    scene.store.withdrawing_fails.reset();
    scene.flow.Withdraw();
    CHECK_FALSE(scene.flow.withdraw_problem());
    CHECK(scene.flow.receipt()->state == ReceiptState::kWithdrawn);
  }
  SUBCASE("withdrawn already") {
    scene.store.withdrawing_fails = ErrorKind::kConflict;
    scene.flow.Withdraw();
    CHECK(scene.flow.receipt()->state == ReceiptState::kWithdrawn);
  }
}

TEST_CASE("back leads to the first question and then out") {
  Scene scene;
  scene.ToCheck();
  for (int i = 0; i < 5; ++i) CHECK(scene.flow.Back());
  CHECK(scene.flow.step() == RequestStep::kCategory);
  CHECK_FALSE(scene.flow.Back());
}

}  // namespace
}  // namespace studio
