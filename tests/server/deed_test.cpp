// Deeds: put together of what terminals sent, entered at the county, told to studios under their
// keys, and what happens to them when things contradict.
#include <algorithm>
#include <fstream>

#include "county/test_duty.h"
#include "server/books/year_book.h"
#include "server/clerk/deed_table.h"
#include "server/clerk/deeds.h"
#include "server/founding/mechanism_publishing.h"
#include "server/founding/publishing.h"
#include "shared/bodies/work_bodies.h"
#include "shared/feed/counting_entities.h"
#include "shared/mechanism/assessment_json.h"

namespace county {
namespace {

using nlohmann::json;
using studio::Deed;
using studio::RecordKind;

std::string MechanismText(const char* place) {
  const auto file =
      ReadFile(std::string(STUDIO_SOURCE_DIR "/assets/mechanisms/") + place + ".toml");
  return std::string(studio::AsText(file.value()));
}

struct CountyOfDeeds : TestCounty {
  json Deeds(DeedFilter filter = {}) {
    Ledger ledger = Open();
    return json::parse(DeedsJson(ledger, keys(), filter, now_ms()));
  }
  // Null: there is none.
  json DeedWith(const std::string& id) {
    const json listed = Deeds();
    for (const json& deed : listed["deeds"]) {
      if (deed["id"] == id) return deed;
    }
    return nullptr;
  }
  // Of those that are not the demo's own duty, topics and wishes.
  std::size_t Entered() {
    const json listed = Deeds();
    return static_cast<std::size_t>(
        std::count_if(listed["deeds"].begin(), listed["deeds"].end(), [](const json& deed) {
          const std::string kind = deed["kind"];
          return kind != "duty" && kind != "topic" && kind != "wish";
        }));
  }
  // Empty, or why not.
  template <class Work>
  std::string AtDesk(Work work) {
    Ledger ledger = Open();
    DeedDesk desk(ledger, keys(), now_ms());
    const auto done = work(desk);
    return done ? std::string() : done.error().detail;
  }
  std::string Add(const DeedOrder& order) {
    return AtDesk([&](DeedDesk& desk) { return desk.Add(order); });
  }
  std::string Change(const DeedOrder& order) {
    return AtDesk([&](DeedDesk& desk) { return desk.Change(order); });
  }
  std::string Withdraw(const std::string& id, const std::string& why = {}) {
    return AtDesk([&](DeedDesk& desk) { return desk.Withdraw(id, "演示办公室", why); });
  }
  json Assess(int year, StudioId studio = 0) {
    Ledger ledger = Open();
    const auto text = AssessJson(ledger, keys(), {year, {}, studio}, now_ms());
    REQUIRE_MESSAGE(text, (text ? "" : text.error().detail));
    return json::parse(*text);
  }
  // What that studio's terminal opens, by the deed's id.
  std::map<std::string, Deed> Told(StudioId studio) {
    const auto key = LoadOrMakeStudioKey(folder(), studio).value();
    std::map<std::string, Deed> told;
    const Ledger ledger = Open();
    for (const auto& change : ledger.ChangesAfter(0, studio, 100'000).changes) {
      if (change.kind != studio::DeedKind::kName || change.deleted) continue;
      const auto sealed = studio::SealedForStudioFromJson(change.body, change.id).value();
      const Deed deed = studio::OpenDeed(change.id, sealed.sealed, key).value();
      if (deed.kind != "duty" && deed.kind != "topic") told.emplace(deed.id, deed);
    }
    return told;
  }
  std::string Outcome(const studio::BatchEntry& entry) {
    const json lines = LedgerListing();
    for (const json& line : lines) {
      if (line["id"] == IdOf(entry)) return line.value("outcome", "");
    }
    return {};
  }
};

DeedOrder Plenary() {
  DeedOrder order;
  order.id = "2026-全会";
  order.kind = "plenary";
  order.done = "2026-01-12";
  order.must_attend = "yes";
  order.members = {"m01", "m02,attendance=leave"};
  order.by = "演示办公室";
  return order;
}

studio::ActivityBody Visit(TestCounty& county, const std::string& by) {
  studio::ActivityBody body;
  body.kind = "home_visit";
  body.title = "上门看望";
  body.date = "2026-11-17";
  body.studio = 1;
  body.members = {{by, "lead"}};
  body.units = {{"hours", "1.5"}};
  body.words = "走访三户";
  body.by = by;
  body.token = WithoutSecret(CardOf(county, by));
  return body;
}

studio::BatchEntry Placed(TestTerminal& terminal, const studio::ActivityBody& body) {
  return terminal.Place(terminal.Make(RecordKind::kActivity, ToJson(body)));
}

const std::string kDuty = std::string("duty/") + kMorning + "/";

}  // namespace

TEST_CASE("a check-in is a deed at once, late and absence follow by the duty sheet") {
  CountyOfDeeds county;
  TestTerminal terminal(county);
  const auto members = ShiftOf(county, kMorning).members;
  REQUIRE(members.size() == 2);
  auto in = CameIn(county, members[0]);
  in.at_ms = NovemberMs(18, 8, 50);
  terminal.Send({county::Placed(terminal, in)});
  CHECK(county.Open().FindDeed(kDuty + members[0]));
  json deed = county.DeedWith(kDuty + members[0]);
  REQUIRE(deed.is_object());
  CHECK(deed["members"][0]["attendance"] == "late");
  CHECK(deed["done"] == "2026-11-18");
  CHECK(deed["studio"] == 1);

  county.AdvanceHours(24);
  terminal.Send({});
  CHECK(county.DeedWith(kDuty + members[1])["members"][0]["attendance"] == "absent");
  // The other one's check-in was only long under way.
  terminal.Send({county::Placed(terminal, CameIn(county, members[1]))});
  CHECK(county.DeedWith(kDuty + members[1])["members"][0]["attendance"] == "present");
}

TEST_CASE("leave and standing in are deeds of both") {
  CountyOfDeeds county;
  TestTerminal terminal(county);
  const auto members = ShiftOf(county, kMorning).members;
  studio::RosterChangeBody change;
  change.kind = "stand_in";
  change.shift = kMorning;
  change.saw_version = VersionOf(county, kMorning);
  change.member = members[0];
  change.other = "m10";
  terminal.Send({county::Placed(terminal, change)});
  CHECK(county.DeedWith(kDuty + members[0])["members"][0]["attendance"] == "leave");
  terminal.Send({county::Placed(terminal, CameIn(county, "m10"))});
  const json came = county.DeedWith(kDuty + "m10");
  CHECK(came["members"][0]["role"] == "stand_in");
  CHECK(came["members"][0]["attendance"] == "present");
}

TEST_CASE("a shift that is taken off the roster takes its deeds back") {
  CountyOfDeeds county;
  TestTerminal terminal(county);
  const auto members = ShiftOf(county, kMorning).members;
  county.AdvanceHours(24);
  terminal.Send({});
  REQUIRE(county.DeedWith(kDuty + members[0]).is_object());
  Ledger ledger = county.Open();
  REQUIRE(Publish(
      ledger,
      json{{"changes", {{{"kind", "shift"}, {"id", kMorning}, {"deleted", true}}}}}.dump()));
  CHECK(county.DeedWith(kDuty + members[0]).is_null());
}

TEST_CASE("swept attendance makes nobody absent afterwards") {
  CountyOfDeeds county;
  TestTerminal terminal(county);
  const auto members = ShiftOf(county, kMorning).members;
  terminal.Send({county::Placed(terminal, CameIn(county, members[0]))});
  for (int day = 0; day < 70; ++day) {
    county.AdvanceHours(24);
    terminal.Send({});
  }
  CHECK_FALSE(LineOf(county, std::string(kMorning) + "/" + members[0]));
  CHECK(county.DeedWith(kDuty + members[0])["members"][0]["attendance"] == "present");
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
  confirmed.by = "演示办公室";
  CHECK(county.Change(confirmed) == "");
  deed = county.DeedWith(IdOf(entry));
  CHECK_FALSE(deed.contains("waiting"));
  CHECK(deed["confirmed_by"] == "演示办公室");
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
  terminal.Send({future, unknown, unread, unproven, figure});
  CHECK(county.Outcome(future) == "no deed: 日期 2026-11-19 还没有到。");
  CHECK(county.Outcome(unknown) == "no deed: 没有编号是“m99”的委员。");
  CHECK(county.Outcome(unread).starts_with("no deed: deed: "));
  CHECK(county.Outcome(unproven).starts_with("no deed: unproven: "));
  CHECK(county.Outcome(figure) == "no deed: “many”不是数量。");
  CHECK(county.Entered() == 0);
}

TEST_CASE("the county enters, changes and takes back what it alone knows, and every word stays") {
  CountyOfDeeds county;
  CHECK(county.Add(Plenary()) == "");
  CHECK(county.Add(Plenary()) == "已经有编号是“2026-全会”的履职事实，要改用 deed change。");
  DeedOrder state;
  state.id = "2026-全会";
  state.members = {"m01,attendance=late", "m02,attendance=leave"};
  state.by = "演示办公室";
  state.why = "签到簿补录";
  CHECK(county.Change(state) == "");
  CHECK(county.DeedWith("2026-全会")["members"][0]["attendance"] == "late");
  CHECK(county.DeedWith("2026-全会")["must_attend"] == true);
  CHECK(county.Withdraw("2026-全会") == "");
  CHECK(county.DeedWith("2026-全会").is_null());
  CHECK(county.Withdraw("2026-全会") == "没有编号是“2026-全会”的履职事实。");
  DeedFilter history;
  history.history = "2026-全会";
  const json entries = county.Deeds(history)["entries"];
  REQUIRE(entries.size() == 3);
  CHECK(entries[1]["why"] == "签到簿补录");
  CHECK(entries[2]["taken_back"] == "2026-全会");
}

TEST_CASE("an entry that cannot be so is refused with a sentence") {
  CountyOfDeeds county;
  const auto with = [&](auto change) {
    DeedOrder order = Plenary();
    change(order);
    return county.Add(order);
  };
  CHECK(with([](DeedOrder& o) { o.members = {"m99"}; }) == "没有编号是“m99”的委员。");
  CHECK(with([](DeedOrder& o) { o.members = {"m01", "m01"}; }) == "委员“m01”写了两次。");
  CHECK(with([](DeedOrder& o) { o.done = "2026-11-19"; }) == "日期 2026-11-19 还没有到。");
  CHECK(with([](DeedOrder& o) { o.done = "11月"; }) ==
        "--done “11月”不是日期，要写成 2026-03-20。");
  CHECK(with([](DeedOrder& o) { o.studio = "77"; }) == "没有编号是 77 的工作室。");
  CHECK(with([](DeedOrder& o) { o.by = " "; }) == "要写明是谁记的（--by）。");
  CHECK(with([](DeedOrder& o) {
          o.states = {"filed,on=2026-03-01", "filed,on=2026-03-01"};
        }) == "2026-03-01 有两个一样的状态“filed”。");
  CHECK(with([](DeedOrder& o) {
          o.states = {"filed,on=2026-03-01", "withdrawn,on=2026-03-01"};
        }) == "2026-03-01 既是“withdrawn”又是“filed”，说不清哪个在后。");
  CHECK(with([](DeedOrder& o) { o.states = {"filed,on=2026-12-01"}; }) ==
        "状态“filed”的日期 2026-12-01 还没有到。");
  CHECK(with([](DeedOrder& o) {
          o.members = {"m01,attendance=somehow"};
        }).starts_with("--member “m01,attendance=somehow”看不懂"));
  CHECK(county.Entered() == 0);
}

TEST_CASE("once the county has spoken of a duty, terminals change it no more") {
  CountyOfDeeds county;
  TestTerminal terminal(county);
  const std::string member = ShiftOf(county, kMorning).members[0];
  terminal.Send({county::Placed(terminal, CameIn(county, member))});
  DeedOrder order;
  order.id = kDuty + member;
  order.members = {member + ",attendance=left_early"};
  order.by = "演示办公室";
  CHECK(county.Change(order) == "");
  auto in = CameIn(county, member);
  in.at_ms = NovemberMs(18, 8, 0);
  terminal.Send({county::Placed(terminal, in)});
  CHECK(county.DeedWith(kDuty + member)["members"][0]["attendance"] == "left_early");
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
  same.by = "演示办公室";
  CHECK(county.Change(same) == "");
  CHECK_FALSE(county.Open().ChangedAfter(version, 1));

  Ledger ledger = county.Open();
  json moved = json::parse(*ledger.EntityBody("member", "m02"));
  moved["studios"] = {3};
  REQUIRE(Publish(
      ledger, json{{"changes", {{{"kind", "member"}, {"id", "m02"}, {"body", moved}}}}}.dump()));
  county.Deeds();
  CHECK(county.Told(2).empty());
  CHECK(county.Told(3).at("2026-全会").members[1].id == "m02");
  CHECK(county.Told(3).at("2026-全会").members[1].attendance == "leave");
  CHECK(county.Assess(2026, 3)["members"].size() > 0);
}

TEST_CASE("a member who was none on that day has no deed then") {
  CountyOfDeeds county;
  Ledger ledger = county.Open();
  json came = json::parse(*ledger.EntityBody("member", "m01"));
  came["joined"] = "2026-05-01";
  REQUIRE(Publish(ledger,
                  json{{"changes", {{{"kind", "member"}, {"id", "m01"}, {"body", came}}}}}.dump()));
  CHECK(county.Add(Plenary()) == "2026-01-12 那天示例甲（m01）还不是委员，2026-05-01 才是。");
}

TEST_CASE("a closed year changes only by an entry that says who and why") {
  CountyOfDeeds county;
  TestTerminal terminal(county);
  REQUIRE(county.Add(Plenary()) == "");
  const auto close = [&](int year) {
    return county.AtDesk([&](DeedDesk& desk) { return desk.Close(year, "演示办公室"); });
  };
  CHECK(close(2026) == "2026 年还没有过完，不能结账。");
  county.AdvanceHours(24 * 50);  // 2027-01-07
  CHECK(close(2026) == "");
  CHECK(close(2026) == "2026 年已经结过账了。");
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
    return county.AtDesk(
        [&](DeedDesk& desk) { return desk.Accept(IdOf(late), "演示办公室", why); });
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
  REQUIRE(county.AtDesk([&](DeedDesk& desk) { return desk.Close(2026, "演示办公室"); }) == "");
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
  meeting.by = "演示办公室";
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

TEST_CASE("what the ledger keeps of deeds cannot be read without the county's key") {
  CountyOfDeeds county;
  DeedOrder order = Plenary();
  order.proof = "会议签到簿第七十三页";
  REQUIRE(county.Add(order) == "");
  county.Close();
  std::string bytes;
  for (const char* suffix : {"", "-wal"}) {
    std::ifstream in(county.folder().ledger().string() + suffix, std::ios::binary);
    bytes.append(std::istreambuf_iterator<char>(in), {});
  }
  CHECK(bytes.find("2026-全会") != std::string::npos);
  CHECK(bytes.find("会议签到簿第七十三页") == std::string::npos);
}

TEST_CASE("a table of deeds is read as an office program shows it") {
  CountyOfDeeds county;
  const DeedGrounds grounds = DeedGroundsOf(county.Open(), county.now_ms());
  const DeedTable table = ReadDeedTable(
      "\xEF\xBB\xBF全会出席情况,,,,\r\n"
      "编号,类别,日期,委员,出席,应到,状态,状态日期,状态级别\r\n"
      "全会1,全会,2026年1月12日,示例甲,出席,是,,,\r\n"
      "全会1,,,示例乙,请假,,,,\r\n"
      "提-37,提案,2026/1/13,\"示例丙、m01\",,,立案,2026-02-01,\r\n"
      "提-37,,,,,,采用,2026.3.1,市级\r\n",
      grounds);
  for (const auto& problem : table.problems) FAIL_CHECK(problem.row << problem.sentence);
  REQUIRE(table.deeds.size() == 2);
  CHECK(table.deeds[0].kind == "plenary");
  CHECK(table.deeds[0].must_attend);
  REQUIRE(table.deeds[0].members.size() == 2);
  CHECK(table.deeds[0].members[1].id == "m02");
  CHECK(table.deeds[0].members[1].attendance == "leave");
  CHECK(table.deeds[1].members[0].id == "m03");
  REQUIRE(table.deeds[1].states.size() == 2);
  CHECK(table.deeds[1].states[1].level == "city");
}

TEST_CASE("every wrong row of a table is named as the office program counts it") {
  CountyOfDeeds county;
  const DeedGrounds grounds = DeedGroundsOf(county.Open(), county.now_ms());
  const DeedTable table = ReadDeedTable(
      "编号,类别,日期,委员,出席,状态,状态日期\n"
      "a,提案,2026-01-13,示例甲,,,\n"
      "b,提案,2026-13-01,示例甲,,,\n"
      "c,提案,2026-01-13,\"无此\n人\",,,\n"
      ",提案,2026-01-13,示例甲,,,\n"
      "d,提案,2026-12-13,示例甲,,,\n"
      "e,提案,2026-01-13,示例甲,也许,立案,\n"
      "a,信息,,示例乙,,,\n",
      grounds);
  std::vector<int> rows;
  for (const auto& problem : table.problems) rows.push_back(problem.row);
  CHECK(rows == std::vector<int>{3, 4, 5, 6, 7, 7, 8});
  CHECK(table.deeds.empty());
  CHECK(ReadDeedTable("", grounds).problems.front().sentence == "文件是空的。");
  CHECK(ReadDeedTable("PK\x03\x04", grounds).problems.front().sentence.find("另存为 CSV") !=
        std::string::npos);
  CHECK(ReadDeedTable("甲,乙\n1,2\n", grounds).problems.front().row == 0);
}

}  // namespace county
