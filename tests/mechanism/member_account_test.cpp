#include "shared/mechanism/member_account.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "shared/base/json.h"
#include "shared/mechanism/assessment_json.h"
#include "shared/mechanism_file/rules_reading.h"
#include "test_support/places.h"

using namespace studio;

namespace {

constexpr CalendarDate kTwentieth{std::chrono::year(2026), std::chrono::November,
                                  std::chrono::day(20)};

CountingRules PlaceRules(const std::string& place) {
  std::ifstream in(STUDIO_SOURCE_DIR "/assets/mechanisms/" + place + ".toml");
  std::ostringstream text;
  text << in.rdbuf();
  return ReadCountingRules(text.str()).rules;
}

Deed ADeed(std::string id, std::string kind, CalendarDate day, std::vector<DeedMember> members) {
  Deed deed;
  deed.id = std::move(id);
  deed.kind = std::move(kind);
  deed.done = day;
  deed.members = std::move(members);
  deed.studio = 1;
  return deed;
}

// Two members of studio 1 with a deed of every kind that the rules name, some of them together.
YearGrounds GroundsOf(const std::string& place) {
  YearGrounds grounds;
  grounds.mechanism = place;
  grounds.rules = PlaceRules(place);
  grounds.studios.emplace_back().id = 1;
  for (const char* id : {"甲", "乙"}) {
    Member member;
    member.id = id;
    member.name = id;
    member.studios = {1};
    grounds.members.emplace(id, member);
  }
  unsigned month = 0;
  const auto add = [&](const Condition& when) {
    for (const std::string& kind : when.kinds) {
      const CalendarDate day = std::chrono::year(2026) / static_cast<int>(month % 12 + 1) / 5;
      const std::string id = kind + std::to_string(month);
      Deed deed = ADeed(id, kind, day, {{"甲", "lead"}});
      if (month % 3 == 0) deed.members.push_back({"乙", "participant"});
      for (const std::string& state : when.states) deed.states.push_back({state, day, "city"});
      deed.waiting = month % 7 == 6;
      grounds.deeds.push_back(std::move(deed));
      ++month;
    }
  };
  for (const PointsRule& rule : grounds.rules.points) add(rule.when);
  for (const Quota& quota : grounds.rules.quotas) add(quota.when);
  return grounds;
}

}  // namespace

TEST_CASE("a member's account says what the assessment of the whole studio says of them") {
  for (const char* place : kPlaces) {
    CAPTURE(place);
    for (const char* who : {"甲", "乙"}) {
      CAPTURE(who);
      const auto account = AccountOf(GroundsOf(place), {2026, kTwentieth, 1, who});
      REQUIRE(account);
      const auto text = AssessmentJson(GroundsOf(place), {2026, kTwentieth, 1, ""});
      REQUIRE(text);
      const auto all = nlohmann::json::parse(*text);
      nlohmann::json mine;
      for (const auto& one : all["members"]) {
        if (one["member"] == who) mine = one;
      }
      REQUIRE(mine.is_object());
      CHECK(account->result.total.Text() == mine["total"].get<std::string>());
      CHECK(account->result.waiting.Text() == mine.value("waiting", std::string("0")));
      if (account->grades_known) CHECK(account->result.grade == mine["grade"].get<std::string>());
      REQUIRE(account->result.rows.size() == mine["rows"].size());
      for (std::size_t i = 0; i < account->result.rows.size(); ++i) {
        const PointsRow& row = account->result.rows[i];
        CHECK(row.counted.Text() == mine["rows"][i]["counted"].get<std::string>());
        CHECK(row.arithmetic == mine["rows"][i]["arithmetic"].get<std::string>());
        CHECK(account->RuleWith(row.rule) != nullptr);
        CHECK((row.deed.empty() || account->deeds.count(row.deed) == 1));
      }
      REQUIRE(account->result.sections.size() == mine["sections"].size());
      for (std::size_t i = 0; i < account->result.sections.size(); ++i) {
        CHECK(account->result.sections[i].points.Text() ==
              mine["sections"][i]["points"].get<std::string>());
      }
      REQUIRE(account->result.quotas.size() == mine["quotas"].size());
      for (std::size_t i = 0; i < account->result.quotas.size(); ++i) {
        CHECK(account->result.quotas[i].met == mine["quotas"][i]["met"].get<bool>());
      }
      for (const auto& [id, deed] : account->deeds) {
        bool part = false;
        for (const DeedMember& one : deed.members) part |= one.id == who;
        CHECK_MESSAGE(part, id);
      }
    }
  }
}

TEST_CASE("what is owed now comes first, by how soon it ends, with what was missed before") {
  YearGrounds grounds;
  grounds.rules = PlaceRules("tieli");
  grounds.studios.emplace_back().id = 1;
  Member member;
  member.id = "甲";
  member.studios = {1};
  grounds.members.emplace("甲", member);
  using namespace std::chrono;
  for (const unsigned month : {1U, 2U, 4U}) {
    grounds.deeds.push_back(ADeed("d" + std::to_string(month), "duty",
                                  year(2026) / static_cast<int>(month) / 6, {{"甲"}}));
  }
  const auto account = AccountOf(grounds, {2026, kTwentieth, 1, "甲"});
  REQUIRE(account);
  const auto owed = OwedOn(*account);
  REQUIRE(owed.size() == 1);  // the platform's consultation is not a member's
  CHECK(owed[0].quota->title == "一月一轮值");
  CHECK_FALSE(owed[0].Met());
  CHECK(owed[0].days_left == 11);
  CHECK(owed[0].missed == 7);  // March, and May to October

  grounds.deeds.push_back(ADeed("now", "home_visit", kTwentieth, {{"甲"}}));
  const auto done = AccountOf(grounds, {2026, kTwentieth, 1, "甲"});
  REQUIRE(done);
  CHECK(OwedOn(*done)[0].Met());
}

TEST_CASE("the grade above is the next one that the points do not reach") {
  YearGrounds grounds;
  grounds.rules = PlaceRules("tieli");
  grounds.studios.emplace_back().id = 1;
  Member member;
  member.id = "甲";
  member.studios = {1};
  grounds.members.emplace("甲", member);
  auto account = AccountOf(grounds, {2026, kTwentieth, 1, "甲"});
  REQUIRE(account);
  REQUIRE(GradeAbove(*account) != nullptr);
  CHECK(GradeAbove(*account)->name == "称职");
  account->result.total = 60;
  CHECK(GradeAbove(*account)->name == "优秀");
  account->result.total = 85;
  CHECK(GradeAbove(*account) == nullptr);
  account->result.total = 0;
  account->grades_known = false;
  CHECK(GradeAbove(*account) == nullptr);
}

TEST_CASE("nobody's account is reckoned who is not of this studio") {
  YearGrounds grounds = GroundsOf("tieli");
  const auto stranger = AccountOf(grounds, {2026, kTwentieth, 1, "丙"});
  REQUIRE_FALSE(stranger);
  CHECK(stranger.error().kind == ErrorKind::kNotFound);
  grounds.members.at("乙").studios = {2};
  CHECK_FALSE(AccountOf(grounds, {2026, kTwentieth, 1, "乙"}));
}
