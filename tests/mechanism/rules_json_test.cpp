#include "shared/mechanism/rules_json.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "shared/base/json.h"
#include "shared/mechanism/assessment_json.h"
#include "shared/mechanism_file/explaining.h"
#include "shared/mechanism_file/rules_reading.h"

using namespace studio;
using namespace std::chrono;
namespace fs = std::filesystem;

namespace {

CountingRules RulesOf(const fs::path& file) {
  std::ifstream in(file);
  std::ostringstream text;
  text << in.rdbuf();
  return ReadCountingRules(text.str()).rules;
}

CountingRules RulesOf(const char* place) {
  return RulesOf(fs::path(STUDIO_SOURCE_DIR "/assets/mechanisms") / (std::string(place) + ".toml"));
}

Member MemberAt(const std::string& id, std::vector<StudioId> studios) {
  Member member;
  member.id = id;
  member.name = "示例" + id;
  member.studios = std::move(studios);
  return member;
}

Deed DeedOf(const std::string& id, const std::string& kind, std::vector<std::string> members) {
  Deed deed;
  deed.id = id;
  deed.kind = kind;
  deed.done = 2026y / March / 5;
  for (const std::string& member : members) deed.members.push_back({member});
  return deed;
}

YearGrounds Kaili() {
  YearGrounds grounds;
  grounds.mechanism = "kaili";
  grounds.rules = RulesOf("kaili");
  for (StudioId id : {1u, 2u}) {
    Studio studio;
    studio.id = id;
    studio.name = "演示议事室";
    grounds.studios.push_back(studio);
  }
  for (const Member& one : {MemberAt("甲", {1}), MemberAt("乙", {2}), MemberAt("丙", {1, 2})}) {
    grounds.members.emplace(one.id, one);
  }
  Deed proposal = DeedOf("p1", "proposal", {"乙", "甲", "丙"});
  proposal.states = {{"filed", 2026y / April / 1}};
  grounds.deeds = {proposal, DeedOf("v1", "visit_residents", {"乙"}),
                   DeedOf("v2", "visit_residents", {"甲"})};
  return grounds;
}

nlohmann::json Asked(const YearGrounds& grounds, StudioId studio, const std::string& member = {}) {
  const auto text = AssessmentJson(grounds, {2026, 2026y / November / 29, studio, member});
  REQUIRE(text);
  return nlohmann::json::parse(*text);
}

}  // namespace

TEST_CASE("the rules of every file come back from the feed as they were published") {
  int files = 0;
  for (const char* folder : {"/assets/mechanisms", "/tests/mechanism/schemes"}) {
    for (const auto& file : fs::directory_iterator(STUDIO_SOURCE_DIR + std::string(folder))) {
      if (file.path().extension() != ".toml") continue;
      CAPTURE(file.path());
      ++files;
      const CountingRules rules = RulesOf(file.path());
      const std::string json = RulesJson(rules);
      const auto read = RulesFromJson(json);
      REQUIRE_MESSAGE(read, (read ? "" : read.error().detail));
      CHECK(RulesJson(*read) == json);
      CHECK(ExplainedText(*read) == ExplainedText(rules));
      CHECK(read->points.size() == rules.points.size());
      // As the feed may order it.
      const auto sorted = RulesFromJson(nlohmann::json::parse(json).dump());
      REQUIRE(sorted);
      CHECK(RulesJson(*sorted) == json);
    }
  }
  CHECK(files >= 10);
}

TEST_CASE("what says nothing in a file is left out, and what is not as usual comes back") {
  CHECK(RulesJson({}) == "{}");
  CountingRules rules;
  rules.ranking.ties_skip = false;
  Slot slot;
  slot.a_deed = false;
  slot.highest = false;
  rules.slots.push_back(slot);
  PointsRule rule;
  rule.year_from = December / 1;
  rule.chosen.emplace(Fraction(-1, 3), Fraction(5));
  rule.valid_from = 2026y / April / 3;
  rule.when.must_attend = false;
  rules.points.push_back(rule);
  const auto read = RulesFromJson(RulesJson(rules));
  REQUIRE(read);
  CHECK_FALSE(read->ranking.ties_skip);
  CHECK_FALSE(read->slots.front().a_deed);
  CHECK_FALSE(read->slots.front().highest);
  CHECK(read->points.front().year_from == December / 1);
  CHECK(read->points.front().chosen->first == Fraction(-1, 3));
  CHECK(read->points.front().valid_from == 2026y / April / 3);
  CHECK(read->points.front().when.must_attend == false);
}

TEST_CASE("rules that are half understood are not read at all") {
  for (const char* json :
       {R"([])", R"({"points":{}})", R"({"points":[{"share":"somehow"}]})",
        R"({"points":[{"points":3}]})", R"({"quotas":[{"at_least":-1}]})",
        R"({"quotas":[{"at_least":4000000000}]})", R"({"total":{"base":"1/0"}})",
        R"({"points":[{"year_from":"13-01"}]})", R"({"points":[{"chosen":["1"]}]})",
        R"({"limits":[{"rules":"a"}]})", R"({"ranking":{"ties_skip":"yes"}})"}) {
    CAPTURE(json);
    CHECK_FALSE(RulesFromJson(json));
  }
  CHECK(RulesFromJson(R"({"of_a_newer_county":1})"));
}

TEST_CASE("of one studio its members are told, by what their terminal knows and no more") {
  const YearGrounds grounds = Kaili();
  const auto studio = Asked(grounds, 1);
  REQUIRE(studio["members"].size() == 2);
  CHECK(studio["members"][0]["member"] == "丙");
  CHECK(studio["members"][1]["member"] == "甲");
  CHECK_FALSE(studio["members"][0].contains("rank"));
  CHECK(studio["members"][0].contains("grade"));
  CHECK_FALSE(studio.contains("groups"));
  // Third of three authors: a quarter of the eight.
  CHECK(studio["members"][0]["total"] == "2");
  CHECK(studio["members"][1]["total"] == "4");

  const auto whole = Asked(grounds, 0);
  REQUIRE(whole["members"].size() == 3);
  CHECK(whole["members"][0]["rank"] == 3);
  // 丙, 乙, 甲 by their code points: what the studio says is what the county says.
  for (const auto& one : studio["members"]) {
    for (const auto& same : whole["members"]) {
      if (same["member"] != one["member"]) continue;
      CHECK(same["total"] == one["total"]);
      CHECK(same["rows"] == one["rows"]);
      CHECK(same["quotas"] == one["quotas"]);
      CHECK(same["grade"] == one["grade"]);
    }
  }
  CHECK(Asked(grounds, 0, "乙")["members"].size() == 1);
  CHECK_FALSE(AssessmentJson(grounds, {2026, 2026y / November / 29, 1, "乙"}));
  CHECK_FALSE(AssessmentJson(grounds, {2026, 2026y / November / 29, 9}));
}

TEST_CASE("a studio's part of a deed names nobody of another studio and counts the same") {
  const YearGrounds grounds = Kaili();
  const Deed part = PartFor(1, grounds.deeds.front(), grounds.members);
  REQUIRE(part.members.size() == 3);
  CHECK(part.members[0].id == kSomebodyElse);
  CHECK(part.members[1].id == "甲");
  CHECK(ToJson(part).find("乙") == std::string::npos);
  YearGrounds told = grounds;
  for (Deed& deed : told.deeds) deed = PartFor(1, deed, grounds.members);
  std::erase_if(told.deeds, [](const Deed& deed) { return deed.id == "v1"; });
  CHECK(Asked(told, 1).dump() == Asked(grounds, 1).dump());
  // Done at that studio: everybody who was there is known there.
  Deed there = grounds.deeds.front();
  there.studio = 1;
  CHECK(ToJson(PartFor(1, there, grounds.members)) == ToJson(there));
}

TEST_CASE("a deed opens for its studio's key, under its own name alone") {
  const BoxKeyPair key = BoxKeyPair::Generate();
  const Deed deed = Kaili().deeds.front();
  const auto sealed = SealDeed("1/a", deed, key.Public());
  REQUIRE(sealed);
  CHECK(ToJson(OpenDeed("1/a", *sealed, key).value()) == ToJson(deed));
  CHECK(OpenDeed("1/b", *sealed, key).error().kind == ErrorKind::kForged);
  CHECK(OpenDeed("1/a", *sealed, BoxKeyPair::Generate()).error().kind == ErrorKind::kNotForUs);
  Bytes altered = *sealed;
  altered.back() ^= 1;
  CHECK_FALSE(OpenDeed("1/a", altered, key));
  // A line more or less does not show.
  Deed longer = deed;
  longer.proof = "示例";
  CHECK(SealDeed("1/a", longer, key.Public())->size() == sealed->size());
}

TEST_CASE("earlier grades are those of closed years without a gap") {
  YearGrounds grounds = Kaili();
  grounds.closed = {{2023, "", {{"甲", "不称职"}}}, {2025, "", {{"甲", "优秀"}}}};
  const auto input = InputOf(grounds, {2026, 2026y / November / 29});
  REQUIRE(input.earlier.contains("甲"));
  CHECK(input.earlier.at("甲") == std::vector<std::string>{"优秀"});
}

TEST_CASE("a closed year is of the members and studios that it was closed with") {
  YearGrounds grounds = Kaili();
  ClosedRoll roll{2026, "before", {}, {}, {}, grounds.studios};
  for (const auto& [id, member] : grounds.members) roll.members.push_back(member);
  grounds.roll = ClosedRollFromJson(ToJson(roll)).value();
  const auto closed = Asked(grounds, 0);
  CHECK(closed["mechanism"] == "before");
  grounds.members.erase("乙");
  grounds.members.at("甲").name = "改名";
  grounds.members.emplace("丁", MemberAt("丁", {1}));
  CHECK(Asked(grounds, 0) == closed);
  // A studio is told of who is there today: their deeds have gone with them.
  grounds.members.at("甲").studios = {2};
  const auto studio = Asked(grounds, 2);
  REQUIRE(studio["members"].size() == 2);
  CHECK(studio["members"][1]["member"] == "甲");
  CHECK(studio["members"][1]["studios"] == nlohmann::json::array({1}));
  CHECK(Asked(grounds, 1)["members"].size() == 1);
}

TEST_CASE(
    "a deed with which a sum would overflow is left out of it and named, and stops nothing else") {
  YearGrounds grounds = Kaili();
  PointsRule& rule = grounds.rules.points.front();
  rule.when = {};
  rule.when.kinds = {"visit_residents"};
  rule.by.reset();
  rule.once = false;
  rule.times.clear();
  rule.points = 1;
  rule.unit = "hours";
  grounds.deeds.clear();
  const auto with_hours = [&](const std::string& id, const Fraction& hours) {
    Deed deed = DeedOf(id, "visit_residents", {"甲"});
    deed.units = {{"hours", hours}};
    grounds.deeds.push_back(std::move(deed));
  };
  with_hours("a", Fraction(1, 999'999'937));
  with_hours("b", Fraction(1, 999'999'929));
  with_hours("c", 3);
  with_hours("d", Fraction(1, 999'999'893));
  with_hours("e", 4);
  const auto whole = Asked(grounds, 0);
  const auto& first = whole["members"][2];
  REQUIRE(first["member"] == "甲");
  CHECK(first.value("left_out", nlohmann::json()) == nlohmann::json::array({"b", "d"}));
  CHECK_FALSE(whole["members"][0].contains("left_out"));
  CHECK(Asked(grounds, 1)["members"][1]["left_out"] == nlohmann::json::array({"b", "d"}));
}

TEST_CASE("what cannot be asked is refused with a Chinese sentence") {
  const YearGrounds grounds = Kaili();
  const auto refused = [&](StudioId studio, const std::string& member) {
    return AssessmentJson(grounds, {2026, 2026y / November / 29, studio, member}).error().detail;
  };
  CHECK(refused(1, "乙") == "2026 年这里没有编号是“乙”的委员。");
  CHECK(refused(9, "") == "没有编号是 9 的工作室。");
  YearGrounds fine = grounds;
  fine.rules.sections.front().base = Fraction(1, 999'999'937);
  fine.rules.sections.back().base = Fraction(1, 999'999'929);
  fine.rules.total.base = Fraction(1, 999'999'893);
  REQUIRE(fine.rules.sections.size() > 1);
  CHECK(AssessmentJson(fine, {2026, 2026y / November / 29}).error().detail ==
        "规则里的数太大或者太细，加不起来。");
}

TEST_CASE("a deed's figures have bounds, wherever it is read") {
  Deed deed = DeedOf("a", "visit", {"甲"});
  const auto reads = [&](const Fraction& hours) {
    deed.units = {{"hours", hours}};
    return DeedFromJson(ToJson(deed)).has_value();
  };
  CHECK(reads(kMaxDeedFigure));
  CHECK(reads(Fraction(1, 1000)));
  CHECK_FALSE(reads(kMaxDeedFigure + Fraction(1, 1000)));
  CHECK_FALSE(reads(Fraction(1, 3)));
  CHECK_FALSE(reads(Fraction(1, 10'000)));
  CHECK_FALSE(reads(-1));
  deed.units.clear();
  deed.score = Fraction(1, 3);
  CHECK_FALSE(DeedFromJson(ToJson(deed)));
  deed.score = -5;
  CHECK(DeedFromJson(ToJson(deed)));
  deed.members.front().units = {{"hours", Fraction(1, 3)}};
  CHECK_FALSE(DeedFromJson(ToJson(deed)));
}
