#include "app/topics/topic_flow.h"

#include <doctest/doctest.h>

#include "check_in_rig.h"
#include "fakes/fake_case_store.h"
#include "shared/base/time_units.h"

using namespace studio;

namespace {

const BadgeSecret kTopicSecret = {1, 2, 3}, kOtherSecret = {4, 5, 6};

// A village road under consultation for three more days.
struct Consultation : CheckInRig {
  Consultation() { Publish(false); }

  void Publish(bool closed) {
    auto station = std::make_shared<Station>();
    Topic& topic = station->topics.emplace_back();
    topic.id = "road";
    topic.title = "村口的路怎么修";
    topic.closes = LocalTime::At(clock.now.wall_ms + 3 * kDayMs).Date();
    topic.closed = closed;
    state.station = station;
  }
  TopicFlow Flow() {
    return TopicFlow(topics, store, state, clock, ballots, state.station->topics[0]);
  }
  // A resident's opinion up to the check.
  static void Say(TopicFlow& said, Stance stance, std::string_view words) {
    said.ChooseStance(stance);
    said.Next();
    said.words().Set(words);
    said.Next();
    said.ChooseWho(false);
    said.Next();
  }
  // A member's, by the card with that secret.
  void SayAs(TopicFlow& said, const BadgeSecret& secret) {
    said.ChooseStance(Stance::kAgree);
    said.Next();
    said.Next();
    said.ChooseWho(true);
    said.Next();
    said.card().OnCodes({CodeOf("a", BadgeKind::kCard, secret)});
    said.Next();
  }
  FakeTopicStore topics;
  VisitBallots ballots;
};

}  // namespace

TEST_CASE("an opinion is kept with its stance, its words and when it was given") {
  Consultation at;
  TopicFlow flow = at.Flow();
  Consultation::Say(flow, Stance::kDiffer, "先修桥");
  REQUIRE(flow.step() == OpinionStep::kCheck);
  CHECK_FALSE(flow.replaces());
  flow.Confirm();
  CHECK(flow.step() == OpinionStep::kDone);
  REQUIRE(at.topics.given.size() == 1);
  const OpinionBody& body = at.topics.given[0];
  CHECK(body.topic == "road");
  CHECK(body.stance == Stance::kDiffer);
  CHECK(body.words == "先修桥");
  CHECK(body.at_ms == at.clock.now.wall_ms);
  CHECK_FALSE(body.member);
  CHECK_FALSE(body.late);
  CHECK(body.ballot != Ballot{});
}

TEST_CASE("a second opinion in the same visit replaces the first, and says so") {
  Consultation at;
  for (const Stance stance : {Stance::kAgree, Stance::kDiffer}) {
    TopicFlow flow = at.Flow();
    Consultation::Say(flow, stance, "");
    CHECK(flow.replaces() == (stance == Stance::kDiffer));
    flow.Confirm();
  }
  REQUIRE(at.topics.given.size() == 2);
  CHECK(at.topics.given[0].ballot == at.topics.given[1].ballot);
  // The next visitor is somebody else.
  at.ballots = {};
  TopicFlow next = at.Flow();
  Consultation::Say(next, Stance::kAgree, "");
  CHECK_FALSE(next.replaces());
  CHECK(next.ballot() != at.topics.given[0].ballot);
}

TEST_CASE("a member's ballot is that of their card, in every visit") {
  Consultation at;
  for (int visit = 0; visit < 2; ++visit) {
    at.ballots = {};
    TopicFlow flow = at.Flow();
    at.SayAs(flow, kTopicSecret);
    REQUIRE(flow.step() == OpinionStep::kCheck);
    flow.Confirm();
  }
  REQUIRE(at.topics.given.size() == 2);
  CHECK(at.topics.given[0].member);
  CHECK(at.topics.given[0].ballot == MemberBallot("road", kTopicSecret));
  CHECK(at.topics.given[1].ballot == at.topics.given[0].ballot);
  TopicFlow other = at.Flow();
  at.SayAs(other, kOtherSecret);
  CHECK(other.ballot() != at.topics.given[0].ballot);
}

TEST_CASE("only the printed card speaks for a member") {
  Consultation at;
  TopicFlow flow = at.Flow();
  flow.ChooseStance(Stance::kAgree);
  flow.Next();
  flow.Next();
  flow.ChooseWho(true);
  flow.Next();
  REQUIRE(flow.step() == OpinionStep::kCard);
  const auto refused = [&](const std::string& code) {
    flow.card().OnCodes({code});
    flow.Next();
    CHECK(flow.step() == OpinionStep::kCard);
    return flow.card().problem();
  };
  CHECK(refused(at.CodeOf("a", BadgeKind::kLive)) == CardProblem::kLiveCode);
  CHECK(refused(at.CodeOf("a")) == CardProblem::kNoSecret);
  CHECK(refused(at.CodeOf("nobody", BadgeKind::kCard, kTopicSecret)) == CardProblem::kBadBadge);
  CHECK(refused("https://example.invalid/") == CardProblem::kBadBadge);
  at.store.works = false;
  CHECK(refused(at.CodeOf("a", BadgeKind::kCard, kTopicSecret)) == CardProblem::kFailed);
  at.store.works = true;
  flow.card().OnCodes({at.CodeOf("a", BadgeKind::kCard, kTopicSecret)});
  flow.Next();
  CHECK(flow.step() == OpinionStep::kCheck);
}

TEST_CASE("a topic that closes while somebody writes takes their words, and counts them not") {
  Consultation at;
  bool by_date = false;
  SUBCASE("because the county closed it") {}
  SUBCASE("because its last day went by") { by_date = true; }
  TopicFlow flow = at.Flow();
  Consultation::Say(flow, Stance::kSuggest, "多装几盏灯");
  CHECK_FALSE(flow.late());
  if (by_date) {
    at.clock.Advance(4 * kDayMs);
  } else {
    at.Publish(true);
  }
  CHECK(flow.late());
  CHECK(flow.words().text() == "多装几盏灯");
  flow.Confirm();
  REQUIRE(at.topics.given.size() == 1);
  CHECK(at.topics.given[0].late);
  CHECK(at.topics.given[0].words == "多装几盏灯");
  CHECK(flow.late());
}

TEST_CASE("the county's calendar decides when a topic closes, whatever the machine's says") {
  Consultation at;
  TopicFlow flow = at.Flow();
  at.state.time->Heard(at.clock.now.wall_ms + 4 * kDayMs, at.clock.now);
  CHECK(flow.late());
}

TEST_CASE("an opinion that cannot be kept stays to be tried again") {
  Consultation at;
  at.topics.fails = ErrorKind::kStorage;
  TopicFlow flow = at.Flow();
  Consultation::Say(flow, Stance::kDiffer, "先修桥");
  flow.Confirm();
  CHECK(flow.step() == OpinionStep::kCheck);
  CHECK(flow.problem() == OpinionProblem::kStorageFull);
  CHECK(flow.words().text() == "先修桥");
  at.topics.fails.reset();
  flow.Confirm();
  CHECK(flow.step() == OpinionStep::kDone);
  CHECK_FALSE(flow.replaces());
}

TEST_CASE("a suggestion needs words or voice, a stance alone is enough otherwise") {
  Consultation at;
  TopicFlow flow = at.Flow();
  flow.Next();
  CHECK(flow.problem() == OpinionProblem::kChooseStance);
  flow.ChooseStance(Stance::kSuggest);
  flow.Next();
  flow.Next();
  CHECK(flow.problem() == OpinionProblem::kSaySomething);
  flow.SetVoice(std::make_shared<const Attachment>(AttachmentRef{}, nullptr));
  flow.Next();
  CHECK(flow.step() == OpinionStep::kWho);
  flow.Next();
  CHECK(flow.problem() == OpinionProblem::kChooseWho);
}
