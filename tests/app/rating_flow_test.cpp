#include "app/tracking/rating_flow.h"

#include <doctest/doctest.h>

#include "fakes/fake_case_store.h"

namespace studio {
namespace {

CaseAnswer Answered(bool may_return = true) {
  CaseAnswer answer;
  answer.round = 2;
  answer.token.fill(9);
  answer.may_return = may_return;
  return answer;
}

KioskState SomeState() {
  KioskState state;
  auto station = std::make_shared<Station>();
  station->safety = *SafetyFromJson(R"({"danger_words":["不想活"]})");
  state.station = std::move(station);
  return state;
}
const KioskState state = SomeState();

AttachmentPtr Voice() {
  AttachmentRef ref;
  ref.type = "audio/ogg";
  ref.length_ms = 61'000;
  return std::make_shared<const Attachment>(ref, nullptr);
}

TEST_CASE("satisfied takes two taps, and carries nothing but itself") {
  FakeCaseStore store;
  RatingFlow flow(store, state, "037482152", Answered());
  flow.Choose(Satisfaction::kSatisfied);
  CHECK(flow.step() == RatingStep::kCheck);
  CHECK(store.rated.empty());  // nothing is kept before it was looked at
  flow.Confirm();
  CHECK(flow.step() == RatingStep::kKept);
  REQUIRE(store.rated.size() == 1);
  const RatingBody& body = store.rated[0];
  CHECK(body.receipt == "037482152");
  CHECK(body.round == 2);
  CHECK(body.token == Answered().token);
  CHECK(body.satisfaction == Satisfaction::kSatisfied);
  CHECK_FALSE(body.send_back);
  CHECK(RatingBodyFromJson(ToJson(body)));
}

TEST_CASE("dissatisfied says why by taps, words and voice, and sends it back") {
  FakeCaseStore store;
  RatingFlow flow(store, state, "037482152", Answered());
  flow.Choose(Satisfaction::kDissatisfied);
  CHECK(flow.step() == RatingStep::kWhy);
  flow.ToggleReason("slow");
  flow.ToggleReason("unclear");
  flow.ToggleReason("slow");
  flow.ToggleReason("nonsense");
  flow.ToggleReason("not_done");
  flow.SaySomething();
  flow.words().Insert("灯还是不亮");
  flow.SetVoice(Voice());
  flow.Next();
  CHECK(flow.step() == RatingStep::kWhy);
  flow.Next();
  CHECK(flow.step() == RatingStep::kWhatNext);
  flow.ChooseSendBack(true);
  flow.Confirm();
  REQUIRE(store.rated.size() == 1);
  const RatingBody& body = store.rated[0];
  CHECK(body.send_back);
  CHECK(body.reasons == std::vector<std::string>{"not_done", "unclear"});
  CHECK(body.words == "灯还是不亮");
  CHECK(body.attachments.size() == 1);
}

TEST_CASE("what was sent back before is only commented on") {
  FakeCaseStore store;
  RatingFlow flow(store, state, "037482152", Answered(false));
  flow.Choose(Satisfaction::kDissatisfied);
  flow.Next();
  CHECK(flow.step() == RatingStep::kCheck);
  flow.ChooseSendBack(true);
  flow.Confirm();
  REQUIRE(store.rated.size() == 1);
  CHECK_FALSE(store.rated[0].send_back);
  CHECK(store.rated[0].reasons.empty());
}

TEST_CASE("whoever changes their mind sends nothing of the other mark") {
  FakeCaseStore store;
  RatingFlow flow(store, state, "037482152", Answered());
  flow.Choose(Satisfaction::kDissatisfied);
  flow.ToggleReason("slow");
  flow.SaySomething();
  flow.words().Insert("慢");
  flow.SetVoice(Voice());
  flow.Next();
  flow.Next();
  flow.ChooseSendBack(true);
  while (flow.step() != RatingStep::kHow) REQUIRE(flow.Back());
  CHECK_FALSE(flow.Back());
  flow.Choose(Satisfaction::kMostly);
  flow.Confirm();
  REQUIRE(store.rated.size() == 1);
  const RatingBody& body = store.rated[0];
  CHECK(body.satisfaction == Satisfaction::kMostly);
  CHECK_FALSE(body.send_back);
  CHECK(body.reasons.empty());
  CHECK(body.words.empty());
  CHECK(body.attachments.empty());
  CHECK(RatingBodyFromJson(ToJson(body)));
}

TEST_CASE("a rating that could not be kept loses nothing, and is tried again") {
  FakeCaseStore store;
  const std::pair<ErrorKind, RatingProblem> failures[] = {
      {ErrorKind::kStorage, RatingProblem::kFull},
      {ErrorKind::kUnavailable, RatingProblem::kFailed},
      {ErrorKind::kConflict, RatingProblem::kRatedAlready},
  };
  RatingFlow flow(store, state, "037482152", Answered());
  flow.Choose(Satisfaction::kDissatisfied);
  flow.SaySomething();
  flow.words().Insert("灯还是不亮");
  flow.Next();
  flow.Next();
  flow.ChooseSendBack(false);
  for (const auto& [kind, problem] : failures) {
    store.rating_fails = kind;
    flow.Confirm();
    CHECK(flow.step() == RatingStep::kCheck);
    CHECK(flow.problem() == problem);
    CHECK(flow.words().text() == "灯还是不亮");
  }
  store.rating_fails.reset();
  flow.Confirm();
  CHECK(flow.step() == RatingStep::kKept);
  CHECK_FALSE(flow.problem());
  CHECK(store.rated.back().words == "灯还是不亮");
}

TEST_CASE("words of danger in a rating stop it, and it goes first") {
  FakeCaseStore store;
  RatingFlow flow(store, state, "037482152", Answered());
  flow.Choose(Satisfaction::kDissatisfied);
  flow.SaySomething();
  flow.words().Insert("没办好，我不想活了");
  flow.Next();
  CHECK(flow.step() == RatingStep::kWords);
  REQUIRE(flow.stop().page() == StopPage::kDanger);
  flow.stop().GoOnInDanger();
  flow.Next();
  CHECK(flow.step() == RatingStep::kWhy);
  flow.Next();
  flow.ChooseSendBack(false);
  flow.Confirm();
  REQUIRE(store.rated.size() == 1);
  CHECK(store.rated[0].danger);
  CHECK(store.rated[0].danger_words == std::vector<std::string>{"不想活"});
}

TEST_CASE("words of danger that were left by going back stop a rating before it is sent") {
  FakeCaseStore store;
  RatingFlow flow(store, state, "037482152", Answered());
  flow.Choose(Satisfaction::kDissatisfied);
  flow.SaySomething();
  flow.words().Insert("没办好，我不想活了");
  CHECK(flow.Back());
  flow.Next();
  flow.ChooseSendBack(false);
  flow.Confirm();
  CHECK(store.rated.empty());
  REQUIRE(flow.stop().page() == StopPage::kDanger);
  SUBCASE("it is") {
    flow.stop().GoOnInDanger();
    flow.Next();
    flow.Confirm();
    REQUIRE(store.rated.size() == 1);
    CHECK(store.rated[0].danger);
  }
  SUBCASE("it is not") {
    flow.stop().NoDanger();
    flow.Confirm();
    REQUIRE(store.rated.size() == 1);
    CHECK_FALSE(store.rated[0].danger);
  }
  SUBCASE("it is said with another mark, which takes no words") {
    flow.stop().Back();
    while (flow.step() != RatingStep::kHow) flow.Back();
    flow.Choose(Satisfaction::kSatisfied);
    flow.Confirm();
    REQUIRE(store.rated.size() == 1);
    CHECK(store.rated[0].words.empty());
  }
}

}  // namespace
}  // namespace studio
