// What members write up at their desks, of every kind that the five places have: written by the
// template, taken by the county, told to the studio, and worth what the place's table says.
#include <iterator>
#include <memory>
#include <optional>
#include <string>

#include "../../app/fakes/fake_desk_store.h"
#include "../../app/fakes/fake_request_store.h"
#include "../county/county_of_deeds.h"
#include "app/desk/writeup_flow.h"
#include "server/founding/mechanism_file.h"
#include "server/keys/county_calendar.h"
#include "shared/bodies/heard_body.h"
#include "shared/mechanism/member_account.h"
#include "shared/mechanism_file/rules_reading.h"

namespace county {
namespace {

struct WorthByHand {
  const char* place;
  const char* kind;
  int points;  // confirmed, of who had the template's first part
};

// By the tables of points in assets/mechanisms, as a person reads them.
constexpr WorthByHand kByHand[] = {
    {"tieli", "reception", 0},
    {"tieli", "home_visit", 2},
    {"tieli", "residents_talk", 4},
    {"tieli", "consultation", 6},
    {"tieli", "social", 4},
    {"tieli", "inspection", 4},
    {"tieli", "training", 0},
    {"tieli", "reading_lesson", 0},
    {"tieli", "business_forum", 0},
    {"tieli", "policy_talk", 0},
    {"tieli", "technical_guidance", 0},
    {"shangyou", "reception", 2},
    {"shangyou", "visit", 2},
    {"shangyou", "research", 2},
    {"shangyou", "consultation", 6},
    {"shangyou", "policy_talk", 0},
    {"shangyou", "mediation", 0},
    {"shangyou", "training", 0},
    {"shangyou", "volunteering", 0},
    {"kaili", "reception", 0},
    {"kaili", "visit_residents", 2},
    {"kaili", "into_enterprise", 2},
    {"kaili", "into_village", 2},
    {"kaili", "into_home", 2},
    {"kaili", "consultation", 6},
    {"kaili", "sector_meeting", 2},
    {"kaili", "training", 2},
    {"kaili", "mediation", 0},
    {"jincheng", "reception", 0},
    {"jincheng", "collecting_suggestions", 2},
    {"jincheng", "policy_talk", 2},
    {"jincheng", "legal_aid", 2},
    {"jincheng", "technical_guidance", 2},
    {"jincheng", "mediation", 2},
    {"jincheng", "volunteering", 2},
    {"jincheng", "reading_day", 4},
    {"jincheng", "suggestion_day", 4},
    {"jincheng", "appraisal", 3},
    {"jincheng", "hearing", 3},
    {"jincheng", "open_court", 3},
    {"jincheng", "soliciting", 3},
    {"sishuang", "reception", 0},
    {"sishuang", "visit_residents", 3},
    {"sishuang", "visit_member", 3},
    {"sishuang", "visit_standing_member", 3},
    {"sishuang", "household", 5},
    {"sishuang", "practical_deed", 5},
    {"sishuang", "suggestion", 5},
    {"sishuang", "five_sent", 3},
    {"sishuang", "six_helps", 3},
    {"sishuang", "four_into", 3},
    {"sishuang", "sector_consultation", 4},
    {"sishuang", "supervision", 4},
};

std::optional<int> ByHand(const std::string& place, const std::string& kind) {
  for (const WorthByHand& one : kByHand) {
    if (one.place == place && one.kind == kind) return one.points;
  }
  return std::nullopt;
}

studio::ActivityBody WrittenUp(const studio::ActivityTemplate& asked, const std::string& token,
                               std::int64_t now_ms) {
  studio::TestClock clock;
  clock.now.wall_ms = now_ms;
  studio::KioskState state;
  state.time->Heard(now_ms, clock.now);
  studio::Station station;
  station.studio.id = 1;
  station.villages = {{"v1", "示例村", 1, {}}};
  state.station = std::make_shared<const studio::Station>(std::move(station));
  studio::FakeDeskStore store;
  studio::WriteupFlow flow(store, state, clock, {"m01", nullptr, token}, asked);
  flow.ChooseVillage(state.station->villages[0]);
  if (!asked.roles.empty()) flow.ChooseRole(0);
  for (std::size_t i = 0; i < asked.figures.size(); ++i) flow.figure(i) = 3;
  for (std::size_t i = 0; i < asked.words.size(); ++i) flow.words(i).Set("写了几句");
  flow.File();
  REQUIRE(store.filed.size() == 1);
  return store.filed[0];
}

studio::Fraction WorthOf(const studio::CountingRules& rules, studio::Deed deed, bool confirmed,
                         studio::Fraction studio::MemberResult::*figure) {
  studio::YearGrounds grounds;
  grounds.rules = rules;
  grounds.studios.emplace_back().id = 1;
  studio::Member member;
  member.id = "m01";
  member.studios = {1};
  grounds.members.emplace(member.id, member);
  const studio::YearQuestion question{static_cast<int>(deed.done.year()), deed.done, 1, "m01"};
  const auto before = studio::AccountOf(grounds, question);
  if (confirmed) deed.waiting = false;
  grounds.deeds = {std::move(deed)};
  const auto after = studio::AccountOf(grounds, question);
  REQUIRE(before);
  REQUIRE(after);
  return after->result.*figure - before->result.*figure;
}

}  // namespace

TEST_CASE(
    "one activity of every kind of all five places becomes a deed worth what its table says") {
  CountyOfDeeds county;
  TestTerminal terminal(county);
  const std::string token = WithoutSecret(CardOf(county, "m01"));
  std::size_t kinds = 0;
  for (const char* place : {"tieli", "shangyou", "kaili", "jincheng", "sishuang"}) {
    const auto body = MechanismBody(MechanismText(place), place);
    REQUIRE_MESSAGE(body, (body ? "" : body.error().detail));
    const auto mechanism = studio::MechanismFromJson(*body, place);
    REQUIRE(mechanism);
    CHECK_FALSE(mechanism->activities.empty());
    const auto rules = studio::ReadCountingRules(MechanismText(place)).rules;
    for (const studio::ActivityTemplate& asked : mechanism->activities) {
      CAPTURE(place);
      CAPTURE(asked.kind);
      ++kinds;
      const auto by_hand = ByHand(place, asked.kind);
      REQUIRE_MESSAGE(by_hand, "no line of it in the table above");
      const auto entry = Placed(terminal, WrittenUp(asked, token, county.now_ms()));
      CHECK(terminal.Send({entry}).answers[0].status == studio::RecordStatus::kStored);
      const auto told = county.Told(1);
      const auto deed = told.find(IdOf(entry));
      REQUIRE(deed != told.end());
      CHECK(deed->second.kind == asked.kind);
      CHECK(deed->second.waiting);
      CHECK(WorthOf(rules, deed->second, false, &studio::MemberResult::total) == 0);
      CHECK(WorthOf(rules, deed->second, false, &studio::MemberResult::waiting) == *by_hand);
      CHECK(WorthOf(rules, deed->second, true, &studio::MemberResult::total) == *by_hand);
    }
  }
  CHECK(kinds == std::size(kByHand));
}

TEST_CASE(
    "a text becomes a deed of what it is handed in as, with its title; what was heard becomes "
    "none") {
  CountyOfDeeds county;
  TestTerminal terminal(county);
  studio::InformationBody body;
  body.title = "关于路灯的信息";
  body.situation = "三处不亮";
  body.suggestion = "更换线路";
  body.date = studio::ToText(DateAt(county.now_ms()));
  body.studio = 1;
  body.members = {{"m01"}, {"m09"}};
  body.form = "single";
  body.by = "m01";
  body.token = WithoutSecret(CardOf(county, "m01"));
  const std::pair<studio::HandedInAs, std::string> kinds[] = {
      {studio::HandedInAs::kInformation, "information"},
      {studio::HandedInAs::kTopic, "topic_suggestion"},
      {studio::HandedInAs::kProposal, "proposal_material"}};
  for (const auto& [as, kind] : kinds) {
    CAPTURE(kind);
    body.handed_in_as = as;
    const auto entry =
        terminal.Place(terminal.Make(studio::RecordKind::kInformation, ToJson(body)));
    terminal.Send({entry});
    CHECK(county.Outcome(entry) == "waits");
    const studio::Deed deed = county.Told(1).at(IdOf(entry));
    CHECK(deed.kind == kind);
    CHECK(deed.title == body.title);
    CHECK(deed.waiting);
    REQUIRE(deed.states.size() == 1);
    CHECK(deed.states[0].state == "submitted");
    const auto listed = county.LedgerListing().back();
    CHECK(listed["title"] == body.title);
    CHECK(listed["handed_in_as"] == (kind == "information"
                                         ? nlohmann::json(nullptr)
                                         : nlohmann::json(kind.substr(0, kind.find('_')))));
  }
  studio::HeardBody heard;
  heard.words = "渠里没有水";
  heard.date = body.date;
  heard.by = "m01";
  heard.token = body.token;
  const auto entry = terminal.Place(terminal.Make(studio::RecordKind::kInformation, ToJson(heard)));
  CHECK(terminal.Send({entry}).answers[0].status == studio::RecordStatus::kStored);
  CHECK(county.Told(1).count(IdOf(entry)) == 0);
  CHECK(county.LedgerListing().back()["body"]["words"] == heard.words);
  CHECK(county.LedgerListing().back()["outcome"].is_null());
}

}  // namespace county
