// 双评: neither side of a proposal reads what the other said before both are in.
#include <algorithm>

#include "../county/county_of_deeds.h"
#include "server/clerk/proposals.h"
#include "server/founding/publishing.h"
#include "shared/bodies/proposal_bodies.h"
#include "shared/feed/counting_entities.h"

namespace county {

using nlohmann::json;
using studio::Proposal;
using studio::ProposalStep;
using studio::Satisfaction;

namespace {

constexpr const char* kNumber = "示例第7号";
// What only the two words have in them.
constexpr const char* kUnitsReason = "地点写得清楚";
constexpr const char* kAuthorsReason = "attitude";

bool Holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

struct CountyOfProposals : CountyOfDeeds {
  CountyOfProposals() {
    Proposal proposal{kNumber, "关于示例村路灯的提案", {"m01", "m05"}, "示例县城管局", {}};
    proposal.course = {{ProposalStep::kAnswered, "2026-11-10"}};
    REQUIRE(At([&](ProposalBook& book) { return book.Add(proposal); }) == "");
  }
  // Empty, or why not.
  std::string At(const std::function<Result<void>(ProposalBook&)>& work) {
    Ledger ledger = Open();
    const auto done = WithProposals(ledger, keys(), now_ms(), work);
    return done ? std::string() : done.error().detail;
  }
  std::string UnitRates(const char* reason = kUnitsReason) {
    return At([&](ProposalBook& book) {
      return book.Rate(kNumber, {studio::ProposalQuality::kFair, reason});
    });
  }
  std::string StepTo(ProposalStep step) {
    return At([&](ProposalBook& book) { return book.Move(kNumber, step, "2026-11-17", ""); });
  }
  json List() const { return json::parse(ProposalsJson(Open(), keys())); }
  json Listed() const {
    json listed = List();
    for (json& one : listed["proposals"])
      if (one["number"] == kNumber) return one;
    return nullptr;
  }
  // What a studio's terminal opens with the studio's key.
  std::optional<Proposal> Told(StudioId studio) {
    const auto key = LoadOrMakeStudioKey(folder(), studio).value();
    const Ledger ledger = Open();
    for (const auto& change : ledger.ChangesAfter(0, studio, 100'000).changes) {
      if (change.kind != studio::ProposalKind::kName || change.deleted) continue;
      const auto sealed = studio::SealedForStudioFromJson(change.body, change.id).value();
      return studio::OpenProposal(change.id, sealed.sealed, key).value();
    }
    return std::nullopt;
  }
  // All that the county's people can list and all that goes out on the line to any studio, opened
  // with its key.
  std::string Readable() {
    std::string all = ProposalsJson(Open(), keys()) + LedgerListing().dump();
    const Ledger ledger = Open();
    for (const StudioId studio : {1, 2, 3, 4}) {
      for (const auto& change : ledger.ChangesAfter(0, studio, 100'000).changes) all += change.body;
      if (const auto told = Told(studio)) all += ToJson(*told);
    }
    return all;
  }
  bool Shows(const char* part) { return Holds(Readable(), part); }
};

studio::ProposalRatingBody Unhappy(TestCounty& county, const std::string& by) {
  studio::ProposalRatingBody body{kNumber, Satisfaction::kDissatisfied, {kAuthorsReason}, by, 1};
  body.token = WithoutSecret(CardOf(county, by));
  return body;
}

studio::BatchEntry Placed(TestTerminal& terminal, const studio::ProposalRatingBody& body) {
  return terminal.Place(terminal.Make(studio::RecordKind::kProposalRating, ToJson(body)));
}

}  // namespace

TEST_CASE("the author's word is in no list, feed or file before the unit's is in") {
  CountyOfProposals county;
  TestTerminal terminal(county);
  const auto said = Placed(terminal, Unhappy(county, "m01"));
  terminal.Send({said});
  CHECK(county.Outcome(said) == "counted");
  CHECK(county.Listed()["authors_said"] == json{"m01"});
  CHECK(county.Listed()["ratings"].is_null());
  CHECK(county.List()["sums"]["waiting"] == 1);
  CHECK(county.Told(1)->HasSaid("m01"));
  CHECK_FALSE(county.Told(1)->both);
  CHECK_FALSE(county.Shows(kAuthorsReason));
  CHECK_FALSE(Holds(county.LedgerBytes(), kAuthorsReason));
  for (const json& line : county.LedgerListing()) {
    if (line["kind"] == "proposal_rating") {
      CHECK(line["body"].is_null());
      CHECK(line["blind"] == true);
    }
  }
  // The same looks find it once both are in; on the disk it stays sealed, and what lies there in
  // the clear is found.
  REQUIRE(county.UnitRates() == "");
  CHECK(county.Shows(kAuthorsReason));
  CHECK(county.Shows(kUnitsReason));
  CHECK_FALSE(Holds(county.LedgerBytes(), kAuthorsReason));
  county.Publish("notice", "planted",
                 {{"title", kAuthorsReason}, {"text", kAuthorsReason}, {"date", "2026-11-18"}});
  CHECK(Holds(county.LedgerBytes(), kAuthorsReason));
}

TEST_CASE("the unit's word is in no list, feed or file before the author's is in") {
  CountyOfProposals county;
  REQUIRE(county.UnitRates() == "");
  CHECK(county.Listed()["unit_said"] == true);
  CHECK(county.Listed()["ratings"].is_null());
  CHECK(county.Told(1)->unit_said);
  CHECK_FALSE(county.Told(1)->both);
  CHECK_FALSE(county.Shows(kUnitsReason));
  CHECK_FALSE(Holds(county.LedgerBytes(), kUnitsReason));
  TestTerminal terminal(county);
  terminal.Send({Placed(terminal, Unhappy(county, "m01"))});
  CHECK(county.Shows(kUnitsReason));
  CHECK_FALSE(Holds(county.LedgerBytes(), kUnitsReason));
  const auto both = county.Told(1)->both;
  REQUIRE(both);
  CHECK(both->unit == studio::UnitsWord{studio::ProposalQuality::kFair, kUnitsReason});
  CHECK(both->author == studio::AuthorsWord{"m01", Satisfaction::kDissatisfied, {kAuthorsReason}});
  const json sums = county.List()["sums"];
  CHECK(sums["both_in"] == 1);
  CHECK(sums["waiting"] == 0);
  CHECK(sums["author"] == json{{"satisfied", 0}, {"mostly", 0}, {"dissatisfied", 1}});
  CHECK(sums["unit"] == json{{"good", 0}, {"fair", 1}, {"poor", 0}});
}

TEST_CASE("no length tells which word was said") {
  CountyOfProposals county;
  TestTerminal terminal(county);
  auto happy = Unhappy(county, "m05");
  happy.satisfaction = Satisfaction::kSatisfied;
  happy.reasons.clear();
  const auto with_reasons =
      terminal.Make(studio::RecordKind::kProposalRating, ToJson(Unhappy(county, "m01")));
  const auto without = terminal.Make(studio::RecordKind::kProposalRating, ToJson(happy));
  CHECK(with_reasons.sealed.size() == without.sealed.size());
  terminal.Send({terminal.Place(with_reasons), terminal.Place(without)});
  const auto words = county.Open().ProposalWords(kNumber);
  REQUIRE(words.size() == 2);
  CHECK(words[0].sealed.size() == words[1].sealed.size());
}

TEST_CASE("each side says it once, the first proposer's word is the author's, others' are kept") {
  CountyOfProposals county;
  TestTerminal terminal(county);
  const auto co_author = Placed(terminal, Unhappy(county, "m05"));
  auto happy = Unhappy(county, "m01");
  happy.satisfaction = Satisfaction::kSatisfied;
  happy.reasons.clear();
  const auto first = Placed(terminal, happy), again = Placed(terminal, Unhappy(county, "m01"));
  const auto stranger = Placed(terminal, Unhappy(county, "m02"));
  auto forged = Unhappy(county, "m05");
  forged.by = "m01";
  const auto others = Placed(terminal, forged);
  const auto unread =
      terminal.Place(terminal.Make(studio::RecordKind::kProposalRating, R"({"proposal": 7})"));
  terminal.Send({co_author, first, again, stranger, others, unread});
  CHECK(county.Outcome(co_author) == "kept: the first proposer's word counts");
  CHECK(county.Outcome(first) == "counted");
  CHECK(county.Outcome(again) == "not counted: said before");
  CHECK(county.Outcome(stranger) == "not counted: no author of it");
  CHECK(county.Outcome(others).starts_with("not counted: unproven"));
  CHECK(county.Outcome(unread).starts_with("unread"));
  REQUIRE(county.UnitRates() == "");
  CHECK(county.UnitRates("再评一次") != "");
  const json ratings = county.Listed()["ratings"];
  CHECK(ratings["author"]["satisfaction"] == "satisfied");
  CHECK(ratings["co_authors"].size() == 1);
  CHECK(ratings["co_authors"][0]["by"] == "m05");
  CHECK(ratings["unit"]["reason"] == kUnitsReason);
  CHECK(county.Listed()["step"] == "answered");
}

TEST_CASE("an author who is not satisfied sends it back to the unit, once") {
  CountyOfProposals county;
  TestTerminal terminal(county);
  REQUIRE(county.UnitRates() == "");
  terminal.Send({Placed(terminal, Unhappy(county, "m01"))});
  CHECK(county.Listed()["step"] == "returned");
  CHECK(county.List()["sums"]["returned"] == 1);
  CHECK(county.Told(1)->step() == ProposalStep::kReturned);
  CHECK(county.StepTo(ProposalStep::kReturned) != "");
  CHECK(county.StepTo(ProposalStep::kFiled) != "");
  county.AdvanceHours(24);
  CHECK(county.At([](ProposalBook& book) {
    return book.Move(kNumber, ProposalStep::kAnswered, "2026-11-19", "示例县住建局");
  }) == "");
  CHECK(county.Listed()["step"] == "answered");
  CHECK(county.Listed()["unit"] == "示例县住建局");
  const auto late = Placed(terminal, Unhappy(county, "m05"));
  terminal.Send({late});
  CHECK(county.Listed()["step"] == "answered");
}

TEST_CASE("what is not answered is not rated, and what is not right is not entered") {
  CountyOfProposals county;
  Proposal fresh{"示例第8号", "关于村口桥的提案", {"m01"}, "示例县水利局", {}};
  fresh.course = {{ProposalStep::kHandling, "2026-11-10"}};
  REQUIRE(county.At([&](ProposalBook& book) { return book.Add(fresh); }) == "");
  CHECK(county.At([&](ProposalBook& book) { return book.Add(fresh); }) != "");
  CHECK(county.At([&](ProposalBook& book) {
    return book.Rate(fresh.number, {studio::ProposalQuality::kGood, "好"});
  }) != "");
  TestTerminal terminal(county);
  auto early = Unhappy(county, "m01");
  early.proposal = fresh.number;
  const auto entry = Placed(terminal, early);
  terminal.Send({entry});
  CHECK(county.Outcome(entry) == "not counted: not answered yet");
  fresh.number = "示例第9号";
  fresh.authors = {"m01", "nobody"};
  CHECK(county.At([&](ProposalBook& book) { return book.Add(fresh); }) != "");
  fresh.authors = {"m01", "m01"};
  CHECK(county.At([&](ProposalBook& book) { return book.Add(fresh); }) != "");
  CHECK(county.At([&](ProposalBook& book) {
    return book.Move("没有这个号", ProposalStep::kClosed, "2026-11-17", "");
  }) != "");
  CHECK(county.UnitRates(" ") != "");
  Ledger ledger = county.Open();
  CHECK_FALSE(
      Publish(ledger, R"({"changes": [{"kind": "proposal", "id": "1/x", "deleted": true}]})"));
}

TEST_CASE("a word is taken back only before both are in") {
  CountyOfProposals county;
  TestTerminal terminal(county);
  const auto take_back = [&](const studio::BatchEntry& entry) {
    const auto id = studio::DecodeRecordHeader(entry.header).value().id;
    terminal.Send({terminal.Place(terminal.MakeWithdrawal(id))});
  };
  const auto first = Placed(terminal, Unhappy(county, "m01"));
  terminal.Send({first});
  take_back(first);
  CHECK(county.Listed()["authors_said"].empty());
  const auto second = Placed(terminal, Unhappy(county, "m01"));
  terminal.Send({second});
  REQUIRE(county.UnitRates() == "");
  take_back(second);
  CHECK(county.Listed()["ratings"]["author"]["by"] == "m01");
}

TEST_CASE("a proposal goes to its authors' studios, and along with them") {
  CountyOfProposals county;
  const json member = json::parse(county.Open().EntityBody("member", "m01").value());
  const StudioId home = member["studios"][0];
  REQUIRE(county.Told(home));
  json moved = member, other = json::parse(county.Open().EntityBody("member", "m05").value());
  moved["studios"] = other["studios"] = json{4};
  county.Publish("member", "m01", moved);
  county.Publish("member", "m05", other);
  TestTerminal terminal(county);
  terminal.Send({});
  CHECK_FALSE(county.Told(home));
  CHECK(county.Told(4)->title == "关于示例村路灯的提案");
}

TEST_CASE("the demo of four pairs has three proposals at three steps") {
  TestCounty county("sishuang");
  const json listed = json::parse(ProposalsJson(county.Open(), county.keys()));
  std::vector<std::string> steps;
  for (const json& one : listed["proposals"]) steps.push_back(one["step"]);
  std::sort(steps.begin(), steps.end());
  CHECK(steps == std::vector<std::string>{"answered", "filed", "handling"});
}

}  // namespace county
