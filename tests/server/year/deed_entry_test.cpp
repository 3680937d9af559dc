// What the county's people enter of members' work, one by one and as a table.
#include <fstream>

#include "../county/county_of_deeds.h"
#include "server/clerk/deed_table.h"
#include "shared/base/utf8.h"
#include "shared/record/own_seal.h"
#include "test_support/nasty_texts.h"

namespace county {

using nlohmann::json;

TEST_CASE("the county enters, changes and takes back what it alone knows, and every word stays") {
  CountyOfDeeds county;
  CHECK(county.Add(Plenary()) == "");
  CHECK(county.Add(Plenary()) == "已经有编号是“2026-全会”的履职事实，要改用 deed change。");
  DeedOrder state;
  state.id = "2026-全会";
  state.members = {"m01,attendance=late", "m02,attendance=leave"};
  state.by = kOffice;
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
  CHECK(with([](DeedOrder& o) { o.done = "1026-03-20"; }) ==
        "日期 1026-03-20 太早，1949 年起才有政协。");
  CHECK(with([](DeedOrder& o) { o.states = {"filed,on=0226-03-01"}; }) ==
        "状态“立案”的日期 0226-03-01 太早，1949 年起才有政协。");
  CHECK(with([](DeedOrder& o) { o.studio = "77"; }) == "没有编号是 77 的工作室。");
  CHECK(with([](DeedOrder& o) { o.by = " "; }) == "要写明是谁记的（--by）。");
  CHECK(with([](DeedOrder& o) {
          o.states = {"filed,on=2026-03-01", "filed,on=2026-03-01"};
        }) == "2026-03-01 有两个一样的状态“立案”。");
  CHECK(with([](DeedOrder& o) {
          o.states = {"filed,on=2026-03-01", "withdrawn,on=2026-03-01"};
        }) == "2026-03-01 既是“撤回”又是“立案”，说不清哪个在后。");
  CHECK(with([](DeedOrder& o) { o.states = {"filed,on=2026-12-01"}; }) ==
        "状态“立案”的日期 2026-12-01 还没有到。");
  CHECK(with([](DeedOrder& o) {
          o.members = {"m01,attendance=somehow"};
        }).starts_with("--member “m01,attendance=somehow”看不懂"));
  const std::string bounds = "数量和分数最大 100000，最多三位小数。";
  CHECK(with([](DeedOrder& o) { o.units = {"hours=100000.001"}; }) == bounds);
  CHECK(with([](DeedOrder& o) { o.units = {"hours=0.0001"}; }) == bounds);
  CHECK(with([](DeedOrder& o) { o.score = "1/3"; }) == bounds);
  CHECK(county.Entered() == 0);
  CHECK(with([](DeedOrder& o) { o.units = {"hours=100000", "half_days=0.125"}; }) == "");
}

TEST_CASE("once the county has spoken of a duty, terminals change it no more") {
  CountyOfDeeds county;
  TestTerminal terminal(county);
  const std::string member = ShiftOf(county, kMorning).members[0];
  const std::string deed = std::string("duty/") + kMorning + "/" + member;
  terminal.Send({county::Placed(terminal, CameIn(county, member))});
  DeedOrder order;
  order.id = deed;
  order.members = {member + ",attendance=left_early"};
  order.by = kOffice;
  CHECK(county.Change(order) == "");
  auto in = CameIn(county, member);
  in.at_ms = NovemberMs(18, 8, 0);
  terminal.Send({county::Placed(terminal, in)});
  CHECK(county.DeedWith(deed)["members"][0]["attendance"] == "left_early");
}

TEST_CASE("a member who was none on that day has no deed then") {
  CountyOfDeeds county;
  json came = json::parse(*county.Open().EntityBody("member", "m01"));
  came["joined"] = "2026-05-01";
  county.Publish("member", "m01", came);
  CHECK(county.Add(Plenary()) == "2026-01-12 那天示例甲（m01）还不是委员，2026-05-01 才是。");
}

TEST_CASE("what the ledger keeps of deeds cannot be read without the county's key") {
  CountyOfDeeds county;
  DeedOrder order = Plenary();
  order.proof = "会议签到簿第七十三页";
  REQUIRE(county.Add(order) == "");
  county.Close();
  const std::string bytes = county.LedgerBytes();
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

TEST_CASE("a table of deeds is read whatever its cells were written with") {
  CountyOfDeeds county;
  const DeedGrounds grounds = DeedGroundsOf(county.Open(), county.now_ms());
  const auto read = [&](std::string_view id, std::string_view day, std::string_view member,
                        std::string_view proof) {
    std::string text = "编号,类别,日期,委员,依据\n";
    for (const std::string_view cell : {id, std::string_view("提案"), day, member, proof})
      text += "\"" + std::string(cell) + "\",";
    text.back() = '\n';
    return ReadDeedTable(text, grounds);
  };
  for (const studio::NastyText& nasty : studio::kNastyTexts) {
    if (!studio::IsUtf8(nasty.written)) continue;  // read as GB18030
    CAPTURE(nasty.written);
    const DeedTable table = read(nasty.written, "2026-01-13", "示例甲", nasty.written);
    REQUIRE(table.deeds.size() == 1);
    CHECK(table.problems.empty());
    CHECK(table.deeds[0].id == nasty.as_line);
    CHECK(table.deeds[0].proof == nasty.as_line);
  }
  for (const std::string_view disguise : studio::kNameDisguises) {
    CAPTURE(disguise);
    const DeedTable table = read("a", "2026-01-13", disguise, "");
    REQUIRE(table.deeds.size() == 1);
    CHECK(table.deeds[0].members[0].id == "m01");
  }
  for (const std::string_view day : {"２０２６-０１-１３", "２０２６年１月１３日",
                                     "\u202D2026-01-13\u202C", " 2026／1／13\u200B"}) {
    const DeedTable table = read("a", day, "示例甲", "");
    REQUIRE_MESSAGE(table.deeds.size() == 1, day);
    CHECK(table.deeds[0].done == *studio::ParseDate("2026-01-13"));
  }
  for (const std::string_view blank : studio::kBlankTexts) {
    CHECK(read(blank, "2026-01-13", "示例甲", "").deeds.empty());
    CHECK(read("a", blank, "示例甲", "").deeds.empty());
    CHECK(read("a", "2026-01-13", blank, "").deeds.empty());
    const DeedTable table = read("a", "2026-01-13", "示例甲", blank);
    REQUIRE(table.deeds.size() == 1);
    CHECK(table.deeds[0].proof.empty());
  }
}

TEST_CASE("a year of too many or too few figures is named with its row") {
  CountyOfDeeds county;
  const DeedGrounds grounds = DeedGroundsOf(county.Open(), county.now_ms());
  // 40520 and 67562 are years before and of this age to who counts them in sixteen bits.
  for (const std::string day :
       {"40520-1-13", "67562-1-13", "20260-1-13", "1026-1-13", "226-1-13"}) {
    for (const auto& [done, on] :
         {std::pair(day, std::string("2026-02-01")), std::pair(std::string("2026-01-13"), day)}) {
      CAPTURE(done);
      const DeedTable table = ReadDeedTable(
          "编号,类别,日期,委员,状态,状态日期\na,提案," + done + ",示例甲,立案," + on + "\n",
          grounds);
      REQUIRE(table.problems.size() == 1);
      CHECK(table.problems[0].row == 2);
      CHECK(table.deeds.empty());
    }
  }
}

TEST_CASE("a score that no sum holds is named with its row") {
  CountyOfDeeds county;
  const DeedTable table = ReadDeedTable(
      "编号,类别,日期,委员,分数\n"
      "a,提案,2026-01-13,示例甲,99.5\n"
      "b,提案,2026-01-13,示例甲,999999999\n",
      DeedGroundsOf(county.Open(), county.now_ms()));
  REQUIRE(table.problems.size() == 1);
  CHECK(table.problems[0].row == 3);
  CHECK(table.deeds.size() == 1);
}

TEST_CASE("one deed that cannot be reckoned stops no other, and is named") {
  CountyOfDeeds county;
  REQUIRE(county.Add(Plenary()) == "");
  {
    // As it may stand in a ledger from before figures had bounds.
    Ledger ledger = county.Open();
    const studio::OwnSeal seal(county.keys().sealing, "ms.deed-book.v1");
    KeptDeed old{"旧账", Uuid::Random(), 2026, 0, true};
    old.sealed = seal.Seal("旧账", R"({"id":"旧账","kind":"visit","done":"2026-02-01",)"
                                   R"("members":[{"id":"m01"}],"units":{"hours":"999999999"}})");
    ledger.PutDeed(old);
  }
  const json listed = county.Deeds();
  CHECK(listed["unread"] == json::array({"旧账"}));
  CHECK(county.Entered() == 1);
  CHECK(county.Assess(2026)["members"].size() > 3);
  CHECK(county.Withdraw("旧账", "数量写错") == "");
  CHECK_FALSE(county.Deeds().contains("unread"));
}

}  // namespace county
