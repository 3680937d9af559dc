// What else a member does at the desk: confirms, asks for leave, writes an information from
// requests.
#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <set>
#include <thread>

#include "members_desk.h"
#include "shared/base/calendar_date.h"
#include "shared/base/time_units.h"

namespace studio::e2e {
TEST_CASE("who came along confirms at the desk, and the county has it by their own word") {
  MembersDesk desk;
  const auto deed = [&] {
    const auto deeds = nlohmann::json::parse(desk.County({"deeds"}, {"--json"}));
    for (const auto& one : deeds.at("deeds"))
      if (one.value("waiting", false) && one.at("kind") == "home_visit") return one;
    return nlohmann::json();
  };
  const auto confirmed = [&](const std::string& member) {
    const nlohmann::json known = deed();
    for (const auto& one : known.at("members"))
      if (one.at("id") == member) return one.value("confirmed", true);
    return false;
  };
  {
    LiveTerminal terminal(desk.village, desk.folder);
    terminal.Do(desk.In() + "tap 记一件事\ntap 上门入户\ntap 在哪里\ntap 示例村\ntap 好了\n");
    TapIn(terminal, "谁去的");
    TapIn(terminal, "示例壬");
    terminal.Do("tap 好了\n");
    TapIn(terminal, "说了些什么，要办什么");
    terminal.Do("type 写了几句。\ntap 好了\ntap 记好了\nwait-for 再记一件 30\n");
    terminal.End();
  }
  desk.village.Drain(desk.folder);
  REQUIRE(deed().is_object());
  CHECK_FALSE(confirmed(kOther));
  {
    LiveTerminal terminal(desk.village, desk.folder);
    terminal.Do(desk.In(desk.others_card, kOtherPin) + "wait-for 请您确认 60\n");
    TapIn(terminal, "示例甲记的“上门入户”，请您确认");
    terminal.Do(
        "expect 示例村\ntap 有我\nwait-for 记下了，有您 30\ntap 回我的履职\n"
        "wait-for 今年积分 60\nabsent 请您确认\ntap 办完了\n");
    terminal.End();
  }
  desk.village.Drain(desk.folder);
  for (const auto& record : desk.village.Ledger())
    if (record["kind"] == "coauthor") CHECK(record["outcome"] == "agreed");
  CHECK(confirmed(kOther));
}

TEST_CASE("a member asks for leave at the desk, and the county has it of them by name") {
  MembersDesk desk;
  const auto now = std::chrono::system_clock::now() + std::chrono::milliseconds(kChinaOffsetMs);
  const std::string today = ToText(CalendarDate(std::chrono::floor<std::chrono::days>(now)));
  nlohmann::json next;
  for (const auto& [id, body] : desk.village.OnTheFeed("shift")) {
    const auto shift = nlohmann::json::parse(body);
    const auto& members = shift.at("members");
    const bool own = std::find(members.begin(), members.end(), kWriter) != members.end();
    if (!own || shift.at("studio") != 1 || shift.at("date") <= today) continue;
    if (next.is_null() || shift.at("date") < next.at("date")) next = shift;
  }
  REQUIRE(next.is_object());
  const std::string date = next.at("date");
  const std::string title = std::to_string(std::stoi(date.substr(5, 2))) + "月" +
                            std::to_string(std::stoi(date.substr(8, 2))) + "日 " +
                            (next.at("from") < "12:00" ? "上午班" : "下午班");
  const std::string there = desk.In() + "tap 我的班\n" +
                            (date.substr(0, 7) > today.substr(0, 7) ? "tap 下个月\n" : "") +
                            "wait-for " + title.substr(0, title.find(' ')) + " 30\n";
  {
    LiveTerminal terminal(desk.village, desk.folder);
    terminal.Do(there);
    TapIn(terminal, title);
    desk.village.HoldCounty();  // which else may have confirmed it before anybody looks
    terminal.Do("tap 请假\ntap 生病\nexpect 本人\ntap 没错，登记\nwait-for 确认以后才能再改 30\n");
    desk.village.LetCountyGo();
    terminal.End();
  }
  desk.village.Drain(desk.folder);
  desk.village.ReadFeed(desk.folder);
  int leaves = 0;
  for (const auto& record : desk.village.Ledger()) {
    if (record["kind"] != "roster_change") continue;
    ++leaves;
    CHECK(record["body"]["member"] == kWriter);
    CHECK(record["body"]["asked_by"] == kWriter);
    CHECK(record["body"].value("agreed_by", "") == "");
  }
  CHECK(leaves == 1);
  LiveTerminal terminal(desk.village, desk.folder);
  terminal.Do(there + "wait-for 请假：生病，本人提出 30\n");
}

TEST_CASE("an information from two requests is handed in, adopted, and its course comes back") {
  MembersDesk desk;
  const std::string lamp = "祠堂边的路灯夜里不亮", bridge = "祠堂边的小桥少了护栏";
  const std::string hidden = "这句只说给县里的人", situation = "祠堂一带夜里出门要摸黑过桥";
  FiledSlip first, second;
  {
    LiveTerminal terminal(desk.village, desk.folder);
    first = FileAtHome(terminal, lamp, true);
    second = FileAtHome(terminal, bridge, true);
    FileAtHome(terminal, hidden, false);
    terminal.Do(desk.In() + "tap 民意台账\nwait-for 2 条 30\nabsent 只说给县里\n" +
                "tap \"选\"\ntap \"选\"\ntap 写成信息（2 条）\ntap 情况\ntype " + situation +
                "\nexpect 一共 13 字\nadvance 5\nadvance 1\n");
    desk.WaitForRows("desk_draft", 1);
    terminal.Kill();
  }
  {
    LiveTerminal terminal(desk.village, desk.folder);
    terminal.Do(
        desk.In(desk.others_card, kOtherPin) +
        "tap 民意台账\nwait-for 2 条 30\nabsent 上次没写完\ntap 上一步\ntap 办完了\n" + desk.In() +
        "tap 民意台账\nwait-for 上次没写完 30\ntap 接着写\nexpect " + situation +
        "\ntap 从哪些话来\nexpect " + lamp + "\nexpect " + bridge +
        "\ntap 上一步\ntap 题目\ntype 关于祠堂一带夜间出行的信息\ntap 好了\n"
        "tap 建议\ntype 先装灯，再补护栏。\ntap 好了\ntap 和谁一起写\ntap 示例壬\ntap 好了\n"
        "tap 写好了，登记\nwait-for 登记好了 30\ntap 回台账\nwait-for 已写成信息 30\n"
        "absent 上次没写完\ntap 记一条来电\ntap 哪个村\ntap 示例村\ntap 说了什么\n"
        "type 祠堂的水也不够\ntap 好了\ntap 记好了\nwait-for 已经在台账上 30\ntap 回台账\n"
        "wait-for 3 条 30\ntap 上一步\ntap 办完了\n");
    terminal.End();
  }
  std::string disk;
  for (const auto& file : std::filesystem::recursive_directory_iterator(desk.folder))
    if (file.is_regular_file()) disk += BytesOf(file.path());
  for (const std::string& words : {lamp, bridge, hidden, situation, std::string("祠堂的水也不够")})
    CHECK_FALSE(Holds(disk, words));

  desk.village.Drain(desk.folder);
  std::string id;
  int heard = 0;
  for (const auto& record : desk.village.Ledger()) {
    if (record["kind"] != "information") continue;
    if (record["act"] == "heard") {
      ++heard;
      CHECK(record["body"]["words"] == "祠堂的水也不够");
      CHECK(record["outcome"].is_null());
      continue;
    }
    id = record["id"].get<std::string>();
    CHECK(record["title"] == "关于祠堂一带夜间出行的信息");
    CHECK(record["body"]["situation"] == situation);
    CHECK(record["form"] == "digest");
    CHECK(record["outcome"] == "waits");
    const auto& sources = record["sources"];
    CHECK(sources.size() == 2);
    for (const FiledSlip& slip : {first, second})
      CHECK(std::find(sources.begin(), sources.end(), slip.number) != sources.end());
  }
  CHECK(heard == 1);
  REQUIRE_FALSE(id.empty());
  const auto now = std::chrono::system_clock::now() + std::chrono::milliseconds(kChinaOffsetMs);
  const std::string today = ToText(CalendarDate(std::chrono::floor<std::chrono::days>(now)));
  desk.County({"deed", "change"}, {"--id", id, "--by", "演示办公室", "--confirm", "--state",
                                   "adopted,on=" + today + ",level=province"});
  desk.village.ReadFeed(desk.folder);
  LiveTerminal terminal(desk.village, desk.folder);
  for (const auto& [card, pin] :
       {std::pair(desk.writers_card, kWriterPin), std::pair(desk.others_card, kOtherPin)}) {
    terminal.Do(desk.In(card, pin) +
                "tap 民意台账\nwait-for 我写的（1） 30\ntap 我写的（1）\nexpect 采用（省级）\n"
                "tap 关于祠堂\nexpect 已交\nexpect " +
                situation +
                "\nexpect 从哪些话来\ntap 上一步\ntap 上一步\ntap 上一步\ntap 办完了\n");
  }
}

}  // namespace studio::e2e
