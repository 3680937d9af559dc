// Every flow that takes words or a name, tried with what nobody can see and with what phones and
// office programs bring along.
#include <doctest/doctest.h>

#include <functional>

#include "app/cells/roster_names.h"
#include "app/request/request_flow.h"
#include "app/topics/topic_flow.h"
#include "app/tracking/rating_flow.h"
#include "app/wishes/wish_flow.h"
#include "check_in_rig.h"
#include "fakes/fake_case_store.h"
#include "fakes/fake_request_store.h"
#include "test_support/nasty_texts.h"

using namespace studio;

namespace {

std::shared_ptr<const Station> SomeStation() {
  auto station = std::make_shared<Station>();
  Category& category = station->categories.emplace_back();
  category.id = "road";
  Village& village = station->villages.emplace_back();
  village.id = "v1";
  Topic& topic = station->topics.emplace_back();
  topic.id = "road";
  return station;
}

// What was kept of a text typed there; nullopt: the page does not let one go on with it.
using Kept = std::optional<std::string>;

Kept RequestWords(std::string_view text) {
  FakeRequestStore store;
  TestClock clock;
  RequestFlow flow(store, SomeStation(), clock);
  flow.ChooseCategory("road");
  flow.Next();
  flow.ChooseVillage("v1");
  flow.Next();
  flow.words().Insert(text);
  flow.Next();
  if (flow.step() != RequestStep::kWho) return {};
  flow.SetVisibility(Visibility::kAnonymous);
  flow.Next();
  flow.SetAgreed(true);
  flow.Next();
  store.AnswerSlip();
  flow.Confirm();
  return store.filed.at(0).body.words;
}

Kept RequestName(std::string_view text) {
  FakeRequestStore store;
  TestClock clock;
  RequestFlow flow(store, SomeStation(), clock);
  flow.ChooseCategory("road");
  flow.Next();
  flow.ChooseVillage("v1");
  flow.Next();
  flow.words().Insert("路灯坏了");
  flow.Next();
  flow.SetVisibility(Visibility::kNamed);
  flow.name().Insert(text);
  flow.Next();
  if (flow.step() != RequestStep::kConsent) return {};
  flow.SetAgreed(true);
  flow.Next();
  store.AnswerSlip();
  flow.Confirm();
  return store.filed.at(0).body.name;
}

Kept WishWords(std::string_view text) {
  FakeRequestStore slips;
  FakeWishStore wishes;
  const TestClock clock;
  WishFlow flow(wishes, slips, SomeStation(), clock);
  flow.words().Insert(text);
  flow.Next();
  if (flow.step() != WishStep::kFor) return {};
  flow.ChooseFor(false);
  flow.Next();
  flow.ChooseVillage("v1");
  flow.Next();
  flow.Next();
  flow.Confirm();
  slips.AnswerSlip();
  return wishes.posted.at(0).text;
}

Kept GuardianName(std::string_view text) {
  FakeRequestStore slips;
  FakeWishStore wishes;
  const TestClock clock;
  WishFlow flow(wishes, slips, SomeStation(), clock);
  flow.words().Insert("一盏台灯");
  flow.Next();
  flow.ChooseFor(true);
  flow.Next();
  flow.ChooseVillage("v1");
  flow.Next();
  flow.name().Insert(text);
  flow.phone().Insert("13800000000");
  flow.Next();
  if (flow.step() != WishStep::kConsent) return {};
  flow.SetAgreed(true);
  flow.Next();
  flow.Confirm();
  slips.AnswerSlip();
  return wishes.posted.at(0).guardian;
}

Kept OpinionWords(std::string_view text) {
  CheckInRig rig;
  rig.state.station = SomeStation();
  FakeTopicStore topics;
  VisitBallots ballots;
  TopicFlow flow(topics, rig.store, rig.state, rig.clock, ballots, rig.state.station->topics[0]);
  flow.ChooseStance(Stance::kSuggest);
  flow.Next();
  flow.words().Insert(text);
  flow.Next();
  if (flow.step() != OpinionStep::kWho) return {};
  flow.ChooseWho(false);
  flow.Next();
  flow.Confirm();
  return topics.given.at(0).words;
}

Kept RatingWords(std::string_view text) {
  FakeCaseStore cases;
  KioskState state;
  state.station = SomeStation();
  RatingFlow flow(cases, state, "037482152", {});
  flow.Choose(Satisfaction::kDissatisfied);
  flow.ToggleReason("slow");
  flow.SaySomething();
  flow.words().Insert(text);
  flow.Next();
  flow.Next();
  flow.Next();
  flow.Confirm();
  const std::string& words = cases.rated.at(0).words;
  return words.empty() ? Kept() : words;
}

Kept HandoverNote(std::string_view text) {
  CheckInRig rig;
  rig.flow.OnCodes({rig.CodeOf("a")});
  rig.clock.Advance(100 * 60'000);
  CheckInFlow leaving(rig.store, rig.state, rig.clock);
  leaving.OnCodes({rig.CodeOf("a")});
  leaving.Leave();
  leaving.note().Insert(text);
  leaving.AddItem("open");
  if (leaving.items().empty()) return {};
  return leaving.items()[0].text;
}

struct Edge {
  const char* name;
  std::function<Kept(std::string_view)> keep;
  TextKind kind;
};

const std::vector<Edge> kEdges = {
    {"request", RequestWords, TextKind::kLines}, {"name", RequestName, TextKind::kLine},
    {"wish", WishWords, TextKind::kLine},        {"guardian", GuardianName, TextKind::kLine},
    {"opinion", OpinionWords, TextKind::kLines}, {"rating", RatingWords, TextKind::kLines},
    {"handover", HandoverNote, TextKind::kLine}};

}  // namespace

TEST_CASE("what nobody can see is no words and no name, on any page") {
  for (const Edge& edge : kEdges) {
    CAPTURE(edge.name);
    for (const std::string_view blank : kBlankTexts) CHECK_FALSE(edge.keep(blank));
  }
}

TEST_CASE("what can be seen is kept as it was written, on every page") {
  for (const Edge& edge : kEdges) {
    CAPTURE(edge.name);
    for (const NastyText& nasty : kNastyTexts) {
      CHECK(edge.keep(nasty.written) ==
            std::string(edge.kind == TextKind::kLine ? nasty.as_line : nasty.as_lines));
    }
  }
}

TEST_CASE("the same text is left however a draft is written") {
  for (const NastyText& nasty : kNastyTexts) {
    TextDraft whole(500), bit_by_bit(500);
    whole.Insert(nasty.written);
    for (std::size_t at = 0; at < nasty.written.size();) {
      const std::size_t from = at;
      if (nasty.written[at] == '\r') ++at;  // one key
      if (at < nasty.written.size()) NextCodePoint(nasty.written, at);
      bit_by_bit.Insert(nasty.written.substr(from, at - from));
    }
    CHECK(CleanText(bit_by_bit.text(), TextKind::kLines) == whole.Finished());
  }
}

TEST_CASE("a member is found by name whatever wrote it") {
  std::vector<Member> members = {{"a", "示例甲", "", ""}, {"b", "阿不都·买买提", "", ""}};
  const RosterNames names(members);
  for (const std::string_view disguise : kNameDisguises) {
    const auto found = names.In(disguise, "", "").found;
    REQUIRE_MESSAGE(found.size() == 1, disguise);
    CHECK_MESSAGE(found[0].ids == std::vector<std::string>{"a"}, disguise);
  }
  for (const char* dot : {"·", "・", "‧", "•", "∙", "⋅", "．", "."}) {
    const auto found = names.In("阿不都" + std::string(dot) + "买买提\u200B、⽰例甲", "", "").found;
    REQUIRE_MESSAGE(found.size() == 2, dot);
    CHECK_MESSAGE(found[0].ids == std::vector<std::string>{"b"}, dot);
    CHECK_MESSAGE(found[1].ids == std::vector<std::string>{"a"}, dot);
  }
  // The other way round: what the county published.
  members = {{"a", "⽰例\u200B甲", "", ""}};
  CHECK(RosterNames(members).In("示例甲", "", "").found.at(0).ids.size() == 1);
}
