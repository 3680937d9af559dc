// Deeds as the ledger makes them of what members wrote and the feed says, and which studio is told
// what of them.
#include <set>

#include "../county/county_of_deeds.h"
#include "shared/feed/counting_entities.h"
#include "shared/mechanism/sealed_deed.h"

namespace county {

using nlohmann::json;
using studio::Deed;

TEST_CASE("a topic that was closed by hand keeps its day when its last day passes") {
  CountyOfDeeds county;
  TestTerminal terminal(county);
  json topic = {{"title", "路灯"},
                {"opens", "2026-11-01"},
                {"closes", "2026-11-25"},
                {"leading", "m01"},
                {"closed", true}};
  county.Publish("topic", "lamps", topic);
  CHECK(county.DeedWith("topic/lamps")["done"] == "2026-11-18");
  county.AdvanceHours(24 * 14);
  terminal.Send({});
  CHECK(county.DeedWith("topic/lamps")["done"] == "2026-11-18");
  // One that nobody closed is over with its last day.
  topic.erase("closed");
  county.Publish("topic", "bridge", topic);
  CHECK(county.DeedWith("topic/bridge")["done"] == "2026-11-25");
}

TEST_CASE("what a member writes waits until the county confirms it") {
  CountyOfDeeds county;
  TestTerminal terminal(county);
  const auto entry = Placed(terminal, Visit(county, "m01"));
  terminal.Send({entry});
  CHECK(county.Outcome(entry) == "waits");
  json deed = county.DeedWith(IdOf(entry));
  CHECK(deed["waiting"] == true);
  CHECK(deed["units"]["hours"] == "3/2");
  DeedOrder confirmed;
  confirmed.id = IdOf(entry);
  confirmed.confirm = true;
  confirmed.by = kOffice;
  CHECK(county.Change(confirmed) == "");
  deed = county.DeedWith(IdOf(entry));
  CHECK_FALSE(deed.contains("waiting"));
  CHECK(deed["confirmed_by"] == kOffice);
  // Its writer takes it back.
  terminal.Send({terminal.Place(terminal.MakeWithdrawal(*Uuid::Parse(IdOf(entry))))});
  CHECK(county.DeedWith(IdOf(entry)).is_null());
}

TEST_CASE("what contradicts what is known becomes no deed, and says why") {
  CountyOfDeeds county;
  TestTerminal terminal(county);
  auto body = Visit(county, "m01");
  body.date = "2026-11-19";
  const auto future = Placed(terminal, body);
  body = Visit(county, "m01");
  body.members.push_back({"m99"});
  const auto unknown = Placed(terminal, body);
  body = Visit(county, "m01");
  body.members[0].attendance = "somehow";
  const auto unread = Placed(terminal, body);
  body = Visit(county, "m01");
  body.token = WithoutSecret(CardOf(county, "m02"));
  const auto unproven = Placed(terminal, body);
  body = Visit(county, "m01");
  body.units["hours"] = "many";
  const auto figure = Placed(terminal, body);
  body.units["hours"] = "100000.5";
  const auto too_many = Placed(terminal, body);
  body.units["hours"] = "1/7";
  const auto too_fine = Placed(terminal, body);
  terminal.Send({future, unknown, unread, unproven, figure, too_many, too_fine});
  CHECK(county.Outcome(future) == "no deed: 日期 2026-11-19 还没有到。");
  CHECK(county.Outcome(unknown) == "no deed: 没有编号是“m99”的委员。");
  CHECK(county.Outcome(unread).starts_with("no deed: deed: "));
  CHECK(county.Outcome(unproven).starts_with("no deed: unproven: "));
  CHECK(county.Outcome(figure) == "no deed: “many”不是数量。");
  CHECK(county.Outcome(too_many) == "no deed: 数量和分数最大 100000，最多三位小数。");
  CHECK(county.Outcome(too_fine) == "no deed: 数量和分数最大 100000，最多三位小数。");
  CHECK(county.Entered() == 0);
}

TEST_CASE("each studio is told its own members' part, and it follows them when they move") {
  CountyOfDeeds county;
  REQUIRE(county.Add(Plenary()) == "");  // m01 is of studio 1, m02 of studio 2
  CHECK(county.Told(3).empty());
  CHECK(county.Told(1).at("2026-全会").members[0].id == "m01");
  CHECK(county.Told(1).at("2026-全会").members[1].id == studio::kSomebodyElse);
  CHECK(county.Told(2).at("2026-全会").members[0].id == studio::kSomebodyElse);
  for (const auto& change : county.Open().ChangesAfter(0, 1, 100'000).changes) {
    if (change.kind != studio::DeedKind::kName) continue;
    CHECK(change.id.starts_with("1/"));
    CHECK(change.id.find("全会") == std::string::npos);
  }
  // The same again tells nobody anything.
  const auto version = county.Open().FeedVersion();
  DeedOrder same;
  same.id = "2026-全会";
  same.by = kOffice;
  CHECK(county.Change(same) == "");
  CHECK_FALSE(county.Open().ChangedAfter(version, 1));

  json moved = json::parse(*county.Open().EntityBody("member", "m02"));
  moved["studios"] = {3};
  county.Publish("member", "m02", moved);
  county.Deeds();
  CHECK(county.Told(2).empty());
  CHECK(county.Told(3).at("2026-全会").members[1].id == "m02");
  CHECK(county.Told(3).at("2026-全会").members[1].attendance == "leave");
  CHECK(county.Assess(2026, 3)["members"].size() > 0);
}

TEST_CASE("who wrote a deed down stays where it was done, and no two studios know it by one name") {
  CountyOfDeeds county;
  DeedOrder order = Plenary();
  order.studio = "1";
  order.proof = "签到簿第七页";
  order.confirm = true;
  REQUIRE(county.Add(order) == "");
  const Deed here = county.Told(1).at("2026-全会"), there = county.Told(2).at("2026-全会");
  CHECK(here.proof == "签到簿第七页");
  CHECK(here.confirmed_by == kOffice);
  CHECK(here.entered_by == kOffice);
  CHECK(there.members[1].id == "m02");
  CHECK(there.proof == "");
  CHECK(there.confirmed_by == "");
  CHECK(there.entered_by == "");
  const auto names = [&](StudioId studio) {
    std::set<std::string> uuids;
    for (const auto& change : county.Open().ChangesAfter(0, studio, 100'000).changes) {
      if (change.kind != studio::DeedKind::kName || change.deleted) continue;
      uuids.insert(change.id.substr(change.id.find('/')));
    }
    return uuids;
  };
  const auto first = names(1), second = names(2);
  REQUIRE_FALSE(first.empty());
  REQUIRE_FALSE(second.empty());
  for (const std::string& name : second) CHECK_FALSE(first.contains(name));
  // Taken back, it leaves every one of them.
  REQUIRE(county.Withdraw("2026-全会") == "");
  CHECK(county.Told(1).empty());
  CHECK(county.Told(2).empty());
}

TEST_CASE("a studio's key that seals nothing keeps no other studio from being told") {
  CountyOfDeeds county;
  json studio = json::parse(*county.Open().EntityBody("studio", "1"));
  std::string low_order(43, 'A');
  low_order[1] = 'Q';  // the point 1
  studio["sealing_key"] = low_order;
  county.Publish("studio", "1", studio);
  CHECK(county.Add(Plenary()) == "");
  CHECK(county.Told(2).contains("2026-全会"));
}

TEST_CASE("terminals are told what counts over the term of office, and which years that makes") {
  CountyOfDeeds county;
  const auto years = [&] {
    const auto body = county.Open().EntityBody("deed_years", "deed_years");
    return studio::DeedYearsFromJson(body.value_or("{}")).value_or(studio::DeedYears{});
  };
  CHECK(years().first == 2025);
  CHECK(years().last == 2026);
  DeedOrder order = Plenary();
  for (const char* day : {"2019-05-01", "2022-05-01", "2024-05-01"}) {
    order.id = day;
    order.done = day;
    REQUIRE(county.Add(order) == "");
  }
  // Done long ago, and its course goes on in a year that is told.
  order.id = "旧提案";
  order.done = "2020-03-01";
  order.states = {"adopted,on=2026-02-01"};
  REQUIRE(county.Add(order) == "");
  CHECK(county.Told(1).size() == 2);  // with that of 2024: a rule's year may begin the year before
  json about = json::parse(*county.Open().EntityBody("county", "county"));
  about["term_from"] = "2022-01-01";
  about["term_to"] = "2026-12-31";
  county.Publish("county", "county", about);
  county.Deeds();
  CHECK(years().first == 2022);
  CHECK(county.Told(1).size() == 3);
  CHECK(county.Told(1).contains("2022-05-01"));
  // Assessed in the January after, the term still counts; the year after, it does not.
  county.AdvanceHours(24 * 50);
  county.Deeds();
  CHECK(years().first == 2022);
  CHECK(years().last == 2027);
  county.AdvanceHours(24 * 365);
  county.Deeds();
  CHECK(years().first == 2027);
  CHECK(county.Told(1).size() == 1);
}

}  // namespace county
