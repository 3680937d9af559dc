// Years of deeds: by which rules they are reckoned, what a closed one keeps, and what studios as a
// whole have done.
#include "../county/county_of_deeds.h"
#include "server/books/year_book.h"
#include "server/founding/mechanism_publishing.h"
#include "server/founding/publishing.h"
#include "shared/feed/counting_entities.h"
#include "shared/mechanism/sealed_deed.h"

namespace county {

using nlohmann::json;
using studio::Deed;

TEST_CASE("a closed year changes only by an entry that says who and why") {
  CountyOfDeeds county;
  TestTerminal terminal(county);
  REQUIRE(county.Add(Plenary()) == "");
  CHECK(county.CloseYear(2026) == "2026 年还没有过完，不能结账。");
  county.AdvanceHours(24 * 50);  // 2027-01-07
  CHECK(county.CloseYear(2026) == "");
  CHECK(county.CloseYear(2026) == "2026 年已经结过账了。");
  CHECK(county.Assess(2026)["closed"] == true);

  CHECK(county.Withdraw("2026-全会") == "2026 年已经结账，要写明为什么改（--why）。");
  REQUIRE(county.DeedWith("2026-全会").is_object());

  // What comes late from a village is held until somebody takes it in.
  const auto late = Placed(terminal, Visit(county, "m01"));
  terminal.Send({late});
  CHECK(county.DeedWith(IdOf(late)).is_null());
  DeedFilter held;
  held.held = true;
  REQUIRE(county.Deeds(held)["entries"].size() == 1);
  const auto accept = [&](const std::string& why) {
    return county.AtDesk([&](DeedDesk& desk) { return desk.Accept(IdOf(late), kOffice, why); });
  };
  CHECK(accept("") == "2026 年已经结账，要写明为什么改（--why）。");
  CHECK(accept("没有网络，晚到") == "");
  CHECK(county.DeedWith(IdOf(late)).is_object());
  CHECK(county.Deeds(held)["entries"].size() == 0);
  CHECK(county.Withdraw("2026-全会", "重复登记") == "");
}

TEST_CASE("a closed year keeps its rules and tells studios their members' grades alone") {
  CountyOfDeeds county;
  REQUIRE(county.Add(Plenary()) == "");
  county.AdvanceHours(24 * 50);
  Ledger ledger = county.Open();
  REQUIRE(PublishMechanism(ledger, county.keys().sealing, MechanismText("kaili"), county.now_ms()));
  REQUIRE(county.CloseYear(2026) == "");
  const json before = county.Assess(2026);
  REQUIRE(PublishMechanism(ledger, county.keys().sealing, MechanismText("tieli"), county.now_ms()));
  CHECK(county.Assess(2026)["members"] == before["members"]);

  const auto body = ledger.EntityBody("closed_year", "1/2026");
  REQUIRE(body);
  const auto sealed = studio::SealedForStudioFromJson(*body, "1/2026").value();
  const auto key = LoadOrMakeStudioKey(county.folder(), 1).value();
  const auto closed = studio::OpenClosedYear("1/2026", sealed.sealed, key).value();
  CHECK(closed.grades.contains("m01"));
  CHECK_FALSE(closed.grades.contains("m02"));
  // Grades of the year before are what 2027 goes on from.
  const DeedBook book(ledger, county.keys().sealing, county.now_ms());
  const auto grounds = YearBook(ledger, book, county.now_ms()).Grounds(2027);
  REQUIRE(grounds);
  CHECK(InputOf(*grounds, {2027, {}}).earlier.contains("m01"));
}

TEST_CASE("what is taken back while a closed year holds it is accepted by nobody") {
  CountyOfDeeds county;
  TestTerminal terminal(county);
  county.AdvanceHours(24 * 50);
  REQUIRE(county.CloseYear(2026) == "");
  const auto late = Placed(terminal, Visit(county, "m01"));
  terminal.Send({late});
  DeedFilter held;
  held.held = true;
  REQUIRE(county.Deeds(held)["entries"].size() == 1);
  terminal.Send({terminal.Place(terminal.MakeWithdrawal(*Uuid::Parse(IdOf(late))))});
  CHECK(county.Deeds(held)["entries"].size() == 0);
  CHECK(county.AtDesk([&](DeedDesk& desk) {
    return desk.Accept(IdOf(late), kOffice, "没有网络，晚到");
  }) == "“" + IdOf(late) + "”没有等着补进已结账年份的内容。");
  CHECK(county.DeedWith(IdOf(late)).is_null());
  // Both words stay.
  DeedFilter history;
  history.history = IdOf(late);
  CHECK(county.Deeds(history)["entries"].size() == 2);
}

TEST_CASE("a change that a closed year holds is gone when things are again as they were") {
  CountyOfDeeds county;
  Deed wish;
  wish.id = "wish/one";
  wish.kind = "wish";
  wish.done = std::chrono::year(2026) / 11 / 10;
  wish.members = {{"m01"}};
  const auto note = [&](const Deed& deed) {
    Ledger ledger = county.Open();
    DeedBook book(ledger, county.keys().sealing, county.now_ms());
    ledger.Atomically([&] { book.Note(deed); });
    return book.Held().size();
  };
  CHECK(note(wish) == 0);
  county.AdvanceHours(24 * 50);
  REQUIRE(county.CloseYear(2026) == "");
  Deed other = wish;
  other.members = {{"m02"}};
  CHECK(note(other) == 1);
  CHECK(note(wish) == 0);
  CHECK(county.DeedWith("wish/one")["members"][0]["id"] == "m01");
}

TEST_CASE("a closed year is reckoned of the members and by the mechanism that it was closed with") {
  CountyOfDeeds county;
  REQUIRE(county.Add(Plenary()) == "");
  const json as_it_was = json::parse(*county.Open().EntityBody("member", "m01"));
  json posted = as_it_was;
  posted["posts"] = {{{"post", "常委"}}};
  posted["group"] = "第一组";
  county.Publish("member", "m01", posted);
  county.AdvanceHours(24 * 50);
  REQUIRE(county.CloseYear(2026) == "");
  const json whole = county.Assess(2026), studio = county.Assess(2026, 1);
  // Somebody comes, somebody goes, posts and terms change, another mechanism is published.
  posted.erase("posts");
  posted["group"] = "第二组";
  posted["name"] = "改名";
  county.Publish("member", "m01", posted);
  county.Publish("member", "m03", nullptr);
  json fresh = as_it_was;
  fresh["name"] = "新来";
  county.Publish("member", "m99", fresh);
  json term = json::parse(*county.Open().EntityBody("county", "county"));
  term["term_from"] = "2027-01-01";
  county.Publish("county", "county", term);
  {
    Ledger ledger = county.Open();
    REQUIRE(
        PublishMechanism(ledger, county.keys().sealing, MechanismText("kaili"), county.now_ms()));
  }
  CHECK(county.Assess(2026) == whole);
  CHECK(county.Assess(2026, 1) == studio);
  CHECK(county.Assess(2027)["mechanism"] == "kaili");
  // What is entered afterwards counts for those who were there then.
  REQUIRE(county.Withdraw("2026-全会", "重复登记") == "");
  const json anew = county.Assess(2026);
  CHECK(anew["mechanism"] == "tieli");
  CHECK(anew["members"].size() == whole["members"].size());
}

TEST_CASE("the grades of earlier years go with a member who moves, at once") {
  CountyOfDeeds county;
  TestTerminal terminal(county);
  county.AdvanceHours(24 * 50);
  terminal.Send({});
  REQUIRE(county.CloseYear(2026) == "");
  json moved = json::parse(*county.Open().EntityBody("member", "m02"));
  moved["studios"] = {3};
  county.Publish("member", "m02", moved);
  terminal.Send({});
  const auto body = county.Open().EntityBody("closed_year", "3/2026");
  REQUIRE(body);
  const auto sealed = studio::SealedForStudioFromJson(*body, "3/2026").value();
  const auto key = LoadOrMakeStudioKey(county.folder(), 3).value();
  CHECK(studio::OpenClosedYear("3/2026", sealed.sealed, key)->grades.contains("m02"));
}

TEST_CASE("a mechanism has a name that its entities can be called by") {
  CountyOfDeeds county;
  Ledger ledger = county.Open();
  for (const char* name : {"", "closed/2025", "../tieli", "铁力", "Tieli"}) {
    CAPTURE(name);
    std::string toml = MechanismText("tieli");
    const std::string was = "mechanism = \"tieli\"";
    REQUIRE(toml.find(was) != std::string::npos);
    toml.replace(toml.find(was), was.size(), "mechanism = \"" + std::string(name) + "\"");
    const auto version = ledger.FeedVersion();
    const auto done = PublishMechanism(ledger, county.keys().sealing, toml, county.now_ms());
    REQUIRE_FALSE(done);
    const studio::Mistakes told = Prove(toml).read.mistakes;
    REQUIRE_FALSE(told.empty());
    CHECK(told.front().key == "mechanism");
    CHECK(ledger.FeedVersion() == version);
  }
  // Nor does anybody publish by hand what a closed year is made of.
  const json rules = json::parse(*ledger.EntityBody("counting", "tieli"));
  for (const char* kind : {"counting", "closed_roll"}) {
    const json change = {{"kind", kind}, {"id", "closed/2025"}, {"body", rules}};
    CHECK_FALSE(Publish(ledger, json{{"changes", {change}}}.dump()));
  }
}

TEST_CASE("a mechanism that does not prove itself is not published, and the last good one stays") {
  CountyOfDeeds county;
  Ledger ledger = county.Open();
  const auto publish = [&](const std::string& toml) {
    const auto done = PublishMechanism(ledger, county.keys().sealing, toml, county.now_ms());
    return done ? *done : done.error().detail;
  };
  const auto version = ledger.FeedVersion();
  const auto before = ledger.EntityBody("counting", "tieli");
  REQUIRE(before);
  std::string wrong = MechanismText("tieli");
  wrong.replace(wrong.find("total = 15"), 10, "total = 16");
  CHECK(publish(wrong) == "1 处要改，没有发布；原来发布的不变。");
  std::string unproven = MechanismText("tieli");
  unproven.resize(unproven.find("[[example]]"));
  CHECK(publish(unproven).find("一个例子") != std::string::npos);
  CHECK(publish("这不是 TOML").find("没有发布") != std::string::npos);
  CHECK(ledger.FeedVersion() == version);
  CHECK(ledger.EntityBody("counting", "tieli") == before);

  CHECK(publish(MechanismText("kaili")) == "kaili");
  CHECK(json::parse(*ledger.EntityBody("county", "county"))["mechanism"] == "kaili");
  CHECK(ledger.EntityBody("counting", "kaili"));
  CHECK(county.Assess(2026)["mechanism"] == "kaili");
}

TEST_CASE("a studio's own sums stand in the clear, and say nothing about a person") {
  CountyOfDeeds county;
  DeedOrder meeting;
  meeting.id = "协商-1";
  meeting.kind = "consultation";
  meeting.done = "2026-10-20";
  meeting.members = {"m02,role=lead"};
  meeting.studio = "2";
  meeting.by = kOffice;
  REQUIRE(county.Add(meeting) == "");
  const auto body = county.Open().EntityBody("progress", "2");
  REQUIRE(body);
  const auto progress = studio::ProgressFromJson(*body).value();
  REQUIRE(progress.quotas.size() == 1);
  CHECK(progress.quotas[0].title == "一季一协商");
  CHECK(progress.quotas[0].done == "1");
  CHECK(progress.quotas[0].owed == "1");
  CHECK(progress.quotas[0].from == "2026-10-01");
  CHECK(body->find("m02") == std::string::npos);
  CHECK(body->find("协商-1") == std::string::npos);
  CHECK(county.Withdraw("协商-1") == "");
  CHECK(studio::ProgressFromJson(*county.Open().EntityBody("progress", "2"))->quotas[0].done ==
        "0");
  // Studio 1 is no platform and owes nothing as a whole.
  CHECK_FALSE(county.Open().EntityBody("progress", "1"));
}

TEST_CASE("what a studio owes over a term of office is summed over the term") {
  CountyOfDeeds county;
  json about = json::parse(*county.Open().EntityBody("county", "county"));
  about["term_from"] = "2022-01-01";
  about["term_to"] = "2026-12-31";
  county.Publish("county", "county", about);
  json rules = json::parse(*county.Open().EntityBody("counting", "tieli"));
  for (json& quota : rules["quotas"]) {
    if (quota["title"] == "一季一协商") quota["per"] = "term";
  }
  county.Publish("counting", "tieli", rules);
  for (const char* day : {"2022-03-01", "2024-03-01", "2026-03-01", "2021-03-01"}) {
    DeedOrder meeting;
    meeting.id = day;
    meeting.kind = "consultation";
    meeting.done = day;
    meeting.members = {"m02,role=lead"};
    meeting.studio = "2";
    meeting.by = kOffice;
    REQUIRE(county.Add(meeting) == "");
  }
  const auto progress =
      studio::ProgressFromJson(county.Open().EntityBody("progress", "2").value()).value();
  REQUIRE(progress.quotas.size() == 1);
  CHECK(progress.quotas[0].per == "term");
  CHECK(progress.quotas[0].done == "3");
  CHECK(progress.quotas[0].from == "2022-01-01");
}

TEST_CASE("what the county's body as a whole has held stands on the feed, as the year has it") {
  CountyOfDeeds county("sishuang");
  const auto body = county.Open().EntityBody("county_progress", "county_progress");
  REQUIRE(body);
  const auto told = studio::CountyProgressFromJson(*body).value();
  const json quotas = county.Assess(2026)["county"]["quotas"];
  REQUIRE(told.quotas.size() == 5);
  REQUIRE(quotas.size() == 5);
  for (std::size_t i = 0; i < 5; ++i) {
    CHECK(told.quotas[i].title == quotas[i]["title"].get<std::string>());
    CHECK(told.quotas[i].done == quotas[i]["stretches"][0]["done"].get<std::string>());
    CHECK(told.quotas[i].owed == quotas[i]["stretches"][0]["owed"].get<std::string>());
  }
  // A meeting that is entered counts at once.
  const int before = std::stoi(told.quotas[3].done);
  DeedOrder held = Plenary();
  held.id = "监督-9";
  held.kind = "supervision";
  REQUIRE(county.Add(held) == "");
  const auto after = studio::CountyProgressFromJson(
      county.Open().EntityBody("county_progress", "county_progress").value());
  CHECK(after.value().quotas[3].done == std::to_string(before + 1));
  // A place whose body owes nothing.
  Ledger ledger = county.Open();
  REQUIRE(PublishMechanism(ledger, county.keys().sealing, MechanismText("tieli"), county.now_ms()));
  const auto none = studio::CountyProgressFromJson(
      ledger.EntityBody("county_progress", "county_progress").value());
  CHECK(none.value().quotas.empty());
}

TEST_CASE("an area station is told what its workrooms owe, and everybody where no platform is") {
  CountyOfDeeds county("shangyou");
  const auto body = county.Open().EntityBody("child_progress", "1/3");
  REQUIRE(body);
  const auto child = studio::ChildProgressFromJson(*body).value();
  CHECK(child.name == "示范街委员工作室");
  CHECK(child.progress.studio == 3);
  const auto own = county.Open().EntityBody("progress", "3");
  REQUIRE(own);
  const auto progress = studio::ProgressFromJson(*own).value();
  REQUIRE(child.progress.quotas.size() == progress.quotas.size());
  CHECK(child.progress.quotas[0].done == progress.quotas[0].done);
  CHECK_FALSE(county.Open().EntityBody("child_progress", "0/1"));
  const auto mechanism = county.Open().EntityBody("mechanism", "shangyou");
  const auto place = studio::MechanismFromJson(mechanism.value(), "shangyou").value();
  CHECK(place.haves.size() == 6);
  CHECK(place.studios_wanted == 6 + 20);
  const auto whole_of = [](CountyOfDeeds& one) {
    return studio::CountyProgressFromJson(
               one.Open().EntityBody("county_progress", "county_progress").value_or("{}"))
        .value_or(studio::CountyProgress{});
  };
  CHECK(whole_of(county).studios == 3);

  // Where every township has a station, those are besides.
  CountyOfDeeds jincheng("jincheng");
  CHECK(whole_of(jincheng).studios == 1);
  CHECK(whole_of(jincheng).without_platform == std::vector<std::string>{"示范街道"});

  CountyOfDeeds tieli;
  const auto whole = [&] { return whole_of(tieli); };
  CHECK(whole().without_platform.empty());
  CHECK(whole().studios == 0);
  tieli.Publish("studio", "9", {{"id", 9}, {"name", "柳条乡委员工作室"}, {"township", "柳条乡"}});
  REQUIRE(tieli.Add(Plenary()) == "");
  CHECK(whole().without_platform == std::vector<std::string>{"柳条乡"});
}

}  // namespace county
