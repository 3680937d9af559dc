#include <fstream>
#include <map>
#include <set>

#include "server/listing.h"
#include "shared/entities.h"
#include "shared/rfc3339.h"
#include "test_county.h"

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

TEST_CASE("two members are on duty at every studio on each of the sixty days around today") {
  TestCounty county;
  const Ledger ledger = county.Open();
  std::map<std::pair<StudioId, std::string>, std::set<std::string>> on_duty;
  for (const auto& body : ledger.EntityBodies("shift")) {
    const auto shift = studio::ShiftFromJson(body, "");
    REQUIRE(shift);
    for (const auto& member : shift->members) {
      CHECK(ledger.EntityBody("member", member));
      on_duty[{shift->studio, shift->date}].insert(member);
    }
  }
  CHECK(on_duty.size() == 4 * 60);
  for (const auto& [day, members] : on_duty) CHECK(members.size() == 2);
  const std::string today = studio::Rfc3339(county.now_ms() + 8 * 3600 * 1000).substr(0, 10);
  CHECK(on_duty.contains({1, today}));
  CHECK_FALSE(on_duty.contains({1, "2026-11-10"}));
}

TEST_CASE("no ready sentence of the demo sets off the danger or the not-ours branch") {
  TestCounty county;
  const Ledger ledger = county.Open();
  const auto safety = studio::SafetyFromJson(*ledger.EntityBody("safety", "safety"));
  REQUIRE(safety);
  CHECK(safety->lines.size() == 4);
  std::vector<std::string> words = safety->danger_words;
  for (const auto& matter : safety->not_ours) {
    CHECK_FALSE(matter.where.empty());
    words.insert(words.end(), matter.words.begin(), matter.words.end());
  }
  for (const auto& body : ledger.EntityBodies("category")) {
    const auto category = studio::CategoryFromJson(body, "");
    REQUIRE(category);
    for (const auto& sentence : category->sentences) {
      for (const auto& word : words) {
        CAPTURE(sentence);
        CAPTURE(word);
        CHECK(sentence.find(word) == std::string::npos);
      }
    }
  }
}

}  // namespace county
