#include <algorithm>
#include <fstream>
#include <map>
#include <set>

#include "county/test_county.h"
#include "server/clerk/listing.h"
#include "server/founding/founding.h"
#include "shared/base/rfc3339.h"
#include "shared/feed/entities.h"
#include "shared/safety/safety_check.h"

namespace county {

TEST_CASE("the demo county has what the screens show") {
  TestCounty county;
  const Ledger ledger = county.Open();
  const auto entity = studio::CountyFromJson(*ledger.EntityBody("county", "county"));
  REQUIRE(entity);
  CHECK(entity->name == "演示市政协");
  CHECK(entity->mechanism == "tieli");
  CHECK(entity->sealing_key == county.keys().sealing.Public());
  CHECK(entity->signing_keys == std::vector{county.keys().signing.Public()});
  std::vector<std::string> names;
  for (const auto& body : ledger.EntityBodies("category")) {
    const auto category = studio::CategoryFromJson(body, "");
    REQUIRE(category);
    names.push_back(category->name);
    CHECK(category->order == static_cast<int>(names.size()));
    CHECK(category->sentences.size() >= 6);
    CHECK_FALSE(category->icon.empty());
  }
  CHECK(names == std::vector<std::string>{"道路桥梁", "饮水水利", "用电网络", "种地养殖",
                                          "环境卫生", "看病医保", "孩子上学", "养老救助",
                                          "房屋土地", "打工挣钱", "邻里纠纷", "别的事"});
  CHECK(ledger.EntityBodies("village").size() >= 8);
  CHECK(ledger.EntityBodies("member").size() >= 24);
  CHECK(ledger.EntityBodies("notice").size() >= 3);
  for (const auto& body : ledger.EntityBodies("studio")) {
    CHECK(studio::StudioFromJson(body)->sealing_key != studio::BoxPublicKey{});
  }
}

TEST_CASE("four members are on duty at every studio each day of the month so far and weeks ahead") {
  TestCounty county;
  const Ledger ledger = county.Open();
  std::map<std::pair<StudioId, std::string>, std::set<std::string>> on_duty;
  for (const auto& body : ledger.EntityBodies("shift")) {
    const auto shift = studio::ShiftFromJson(body, "s");
    REQUIRE(shift);
    for (const auto& member : shift->members) {
      CHECK(ledger.EntityBody("member", member));
      on_duty[{shift->studio, shift->date}].insert(member);
    }
  }
  const std::string today = studio::Rfc3339(county.now_ms() + 8 * 3600 * 1000).substr(0, 10);
  const std::size_t gone_by = std::stoul(today.substr(8)) - 1;
  CHECK(on_duty.size() == 4 * (gone_by + 53));
  for (const auto& [day, members] : on_duty) CHECK(members.size() == 4);
  CHECK(on_duty.contains({1, today}));
  CHECK_FALSE(on_duty.contains({1, "2026-10-31"}));
}

TEST_CASE("no ready sentence of the demo sets off the danger or the not-ours branch") {
  const TestFolder place;
  const DataFolder folder(place.path() / "county");
  REQUIRE(Found(folder, {"tieli", std::filesystem::path(STUDIO_SOURCE_DIR) / "assets"},
                1'795'000'000'000));
  const Ledger ledger(folder);
  const auto safety = studio::SafetyFromJson(*ledger.EntityBody("safety", "safety"));
  REQUIRE(safety);
  CHECK(safety->lines.size() == 4);
  for (const auto& matter : safety->not_ours) CHECK_FALSE(matter.where.empty());
  for (const auto& body : ledger.EntityBodies("category")) {
    const auto category = studio::CategoryFromJson(body, "");
    REQUIRE(category);
    for (const auto& sentence : category->sentences) {
      CAPTURE(sentence);
      CHECK(studio::DangerWordsIn(sentence, *safety) == std::vector<std::string>{});
      CHECK(studio::NotOursIn(sentence, *safety) == nullptr);
    }
  }
}

TEST_CASE("the demo's members have studios, and duty at no other") {
  for (const char* demo : {"tieli", "tieli-full", "shangyou", "kaili", "jincheng", "sishuang"}) {
    CAPTURE(demo);
    TestCounty county(demo);
    const Ledger ledger = county.Open();
    std::map<std::string, std::set<StudioId>> studios;
    for (const auto& entity : ledger.Entities("member")) {
      const auto member = studio::MemberFromJson(entity.body, entity.id);
      REQUIRE(member);
      CHECK_FALSE(member->studios.empty());
      CHECK(member->name.starts_with("示例"));
      studios[entity.id].insert(member->studios.begin(), member->studios.end());
    }
    for (const auto& body : ledger.EntityBodies("shift")) {
      const auto shift = studio::ShiftFromJson(body, "s");
      for (const auto& member : shift->members) CHECK(studios[member].contains(shift->studio));
    }
    for (const auto& studio : StudiosOf(county.folder())) {
      CHECK_FALSE(studio.reception.empty());
      CHECK(studio.phone.starts_with("0000-"));
      for (const auto& manager : studio.managers) CHECK(studios[manager].contains(studio.id));
    }
    const auto entity = studio::CountyFromJson(*ledger.EntityBody("county", "county"));
    CHECK(entity->code == 990'001);
    CHECK(std::string(demo).starts_with(entity->mechanism));
    const auto mechanism = studio::MechanismFromJson(
        ledger.EntityBody("mechanism", entity->mechanism).value_or("{}"), entity->mechanism);
    REQUIRE(mechanism);
    for (const auto& body : ledger.EntityBodies("topic")) {
      const auto topic = nlohmann::json::parse(body);
      for (const auto& step : topic["steps"]) {
        const std::string name = step["name"];
        const auto& after = mechanism->topic_after;
        const bool follows = topic.value("closed", false) &&
                             std::find(after.begin(), after.end(), name) != after.end();
        const auto& steps = mechanism->topic_steps;
        CHECK((follows || std::count(steps.begin(), steps.end(), name) == 1));
      }
    }
  }
}

TEST_CASE("the holidays of 2026 are those of the notice, weekends worked instead among them") {
  TestCounty county;
  std::map<std::string, studio::Holiday> days;
  for (const auto& entity : county.Open().Entities("holiday")) {
    days[entity.id] = studio::HolidayFromJson(entity.body, entity.id).value();
  }
  int off = 0, worked = 0;
  for (const auto& [date, holiday] : days) {
    if (!date.starts_with("2026")) continue;
    ++(holiday.worked ? worked : off);
  }
  CHECK(off == 3 + 9 + 3 + 5 + 3 + 3 + 7);
  CHECK(worked == 6);
  CHECK(days.at("2026-10-07").name == "国庆节");
  CHECK_FALSE(days.at("2026-10-07").worked);
  CHECK(days.at("2026-10-10").worked);
  CHECK_FALSE(days.contains("2026-10-08"));
  CHECK_FALSE(days.at("2027-02-06").worked);
}

TEST_CASE("the full demo has 185 members in seven groups and a month of duty at every studio") {
  TestCounty county("tieli-full");
  const Ledger ledger = county.Open();
  std::set<std::string> groups, names, serving;
  int with_two = 0;
  for (const auto& entity : ledger.Entities("member")) {
    const auto member = studio::MemberFromJson(entity.body, entity.id);
    groups.insert(member->group);
    names.insert(member->name);
    with_two += member->studios.size() == 2;
  }
  CHECK(names.size() == 185);
  CHECK(names.contains("示例001"));
  CHECK(groups.size() == 7);
  CHECK(with_two == 37);
  std::map<std::pair<StudioId, std::string>, int> shifts;
  for (const auto& body : ledger.EntityBodies("shift")) {
    const auto shift = studio::ShiftFromJson(body, "s");
    CHECK(shift->members.size() == 2);
    serving.insert(shift->members.begin(), shift->members.end());
    ++shifts[{shift->studio, shift->date}];
  }
  CHECK(shifts.size() == 4 * 30);
  CHECK(shifts.contains({4, "2026-11-01"}));
  CHECK(shifts.contains({4, "2026-11-30"}));
  CHECK(serving.size() == 185);
}

}  // namespace county
