// Requests that members may read, answered at the desk.
#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <set>
#include <thread>

#include "members_desk.h"

namespace studio::e2e {
namespace {

// Whom they met who wrote up a visit that belongs to the request.
std::vector<std::string> VisitsOf(const MembersDesk& desk, const std::string& number) {
  std::string request;
  std::vector<std::string> met;
  const auto records = desk.village.Ledger();
  for (const auto& record : records)
    if (record["kind"] == "request" && record["body"]["receipt"] == number) request = record["id"];
  for (const auto& record : records)
    if (record["kind"] == "activity" && record["body"].value("about", "") == "request:" + request)
      met.push_back(record["body"]["met"]);
  return met;
}

}  // namespace

TEST_CASE(
    "a request for members' eyes is answered at the desk and read on its slip, line or no line") {
  MembersDesk desk;
  const std::string asked = "井台西边的路灯灭了三天", hidden = "这句只说给县里听";
  const std::string said = "明天请电工来换灯泡";
  const std::string visited = "去看过了，灯泡烧了", met = "样例丑、供电所";
  CHECK(desk.village.StopCounty().status == 0);
  FiledSlip slip, other;
  {
    LiveTerminal terminal(desk.village, desk.folder);
    slip = FileAtHome(terminal, asked, true);
    other = FileAtHome(terminal, hidden, false);
    terminal.Do(desk.In() +
                "wait-for 1 件诉求还没答复 30\ntap 群众诉求\nwait-for 示例村 30\nexpect 还没答复\n"
                "absent 只说给\ntap 示例村 · 道路桥梁\nexpect " +
                asked + "\ntap 答复\ntap 怎么办\ntap 当场答复\ntap 说给乡亲的话\ntype " + said +
                "\ntap 好了\ntap 答复好了\nwait-for 答复记下了 30\ntap 看这件事\n"
                "wait-for 已答复 30\ntap 上一步\ntap 上一步\ntap 记一件事\ntap 上门入户\n"
                "tap 在哪里\ntap 示例村\ntap 好了\ntap 说了些什么，要办什么\ntype " +
                visited + "\ntap 好了\ntap 见了谁\ntype " + met +
                "\ntap 好了\ntap 和哪件事有关\nwait-for 群众诉求 30\n"
                "tap 示例村 · 道路桥梁\ntap 好了\ntap 记好了\nwait-for 再记一件 30\n"
                "tap 回我的履职\ntap 民意台账\nwait-for 来登记的 30\n"
                "tap 示例村 · 道路桥梁\nexpect " +
                visited + "\ntap 上一步\ntap 上一步\ntap 办完了\n" + LookUpLines(slip) +
                "wait-for 答复了您 60\nexpect " + said + "\ntap 回首页\n" + LookUpLines(other) +
                "wait-for 登记号 60\nabsent 答复了您\ntap 回首页\n");
    terminal.End();
  }
  std::string disk;
  for (const auto& file : std::filesystem::recursive_directory_iterator(desk.folder))
    if (file.is_regular_file()) disk += BytesOf(file.path());
  for (const std::string& words : {asked, hidden, said, visited, met})
    CHECK_FALSE(Holds(disk, words));
  CHECK(Holds(disk, "member_reply"));

  desk.village.StartCounty();
  desk.village.Drain(desk.folder);
  int replies = 0;
  for (const auto& record : desk.village.Ledger()) {
    if (record["kind"] != "member_reply") continue;
    ++replies;
    CHECK(record["body"]["words"] == said);
    CHECK(record["body"]["receipt"] == slip.number);
    CHECK(record["outcome"] == "replied");
  }
  CHECK(replies == 1);
  CHECK(VisitsOf(desk, slip.number) == std::vector{met});
  const auto cases = nlohmann::json::parse(desk.County({"requests"}, {"--json"}));
  for (const auto& one : cases) {
    const bool answered = one["course"].size() == 2;
    CHECK(answered == (one["number"] == slip.number));
    CHECK(one["step"] == "received");
  }
  // Another terminal of the studio has it from the feed, with its line down as well.
  const auto second = desk.village.Enrol("second");
  desk.village.Drain(second);
  desk.village.ReadFeed(second);
  CHECK(desk.village.StopCounty().status == 0);
  const Finished there = desk.village.RunScript(
      second, LookUpLines(slip) + "wait-for 答复了您 60\nexpect " + said + "\n");
  REQUIRE_MESSAGE(there.status == 0, there.err);
}

TEST_CASE("the manager crosses a line off the ledger, and has the county's own by their numbers") {
  MembersDesk desk;
  const std::string asked = "井台西边的路灯灭了三天", hidden = "这句只说给县里听";
  const std::string ended = "换了三盏灯泡";
  {
    LiveTerminal terminal(desk.village, desk.folder);
    FileAtHome(terminal, asked, true);
    FileAtHome(terminal, hidden, false);
    terminal.Do(desk.ManagersIn() +
                "tap 民意台账\nwait-for 全部 2 30\nexpect 没办完 2\nexpect 这里只有登记号和进度\n"
                "absent 只说给县里\ntap 示例村 · 道路桥梁\nexpect " +
                asked + "\ntap 销号\ntap 已解决\ntap 写一句\ntype " + ended +
                "\ntap 好了\ntap 销号\nwait-for 看这一条 30\ntap 看这一条\nwait-for 恢复这一条 30\n"
                "expect " +
                ended + "\ntap 上一步\nwait-for 已办结 1 30\ntap 上一步\ntap 回首页\n");
    terminal.End();
  }
  std::string disk;
  for (const auto& file : std::filesystem::recursive_directory_iterator(desk.folder))
    if (file.is_regular_file()) disk += BytesOf(file.path());
  CHECK_FALSE(Holds(disk, ended));
  desk.village.Drain(desk.folder);
  int closed = 0;
  for (const auto& record : desk.village.Ledger()) {
    if (record["kind"] != "information") continue;
    ++closed;
    CHECK(record["act"] == "line_closing");
    CHECK(record["body"]["outcome"] == "solved");
    CHECK(record["body"]["words"] == ended);
    CHECK(record["outcome"].is_null());
  }
  CHECK(closed == 1);
}

TEST_CASE("an answer that a kill interrupts is offered to its writer alone, and filed once") {
  MembersDesk desk;
  const std::string asked = "磨坊东边的路灯灭了几天", said = "明早请电工先换两个灯泡";
  const std::string to_request =
      "wait-for 1 件诉求还没答复 60\ntap 群众诉求\ntap 示例村 · 道路桥梁\nexpect " + asked + "\n";
  {
    LiveTerminal terminal(desk.village, desk.folder);
    FileAtHome(terminal, asked, true);
    terminal.Do(desk.In() + to_request +
                "tap 答复\ntap 怎么办\ntap 交村委\ntap 说给乡亲的话\ntype " + said +
                "\nadvance 5\n");
    desk.WaitForRows("desk_draft", 1);
    // What was kept first may have been the way alone.
    terminal.Do("advance 5\n");
    std::this_thread::sleep_for(500ms);
    terminal.Kill();
  }
  std::string disk;
  for (const auto& file : std::filesystem::recursive_directory_iterator(desk.folder))
    if (file.is_regular_file()) disk += BytesOf(file.path());
  CHECK_FALSE(Holds(disk, said));
  {
    LiveTerminal terminal(desk.village, desk.folder);
    terminal.Do(desk.In(desk.others_card, kOtherPin) + to_request +
                "absent 上次没写完\ntap 上一步\ntap 上一步\ntap 办完了\n" + desk.In() + to_request +
                "wait-for 上次没写完 30\ntap 接着写\nexpect " + said +
                "\ntap 答复好了\nwait-for 答复记下了 30\ntap 看这件事\nwait-for 已答复 30\n"
                "absent 上次没写完\ntap 上一步\ntap 上一步\ntap 办完了\n");
    terminal.End();
  }
  desk.village.Drain(desk.folder);
  int replies = 0;
  for (const auto& record : desk.village.Ledger()) {
    if (record["kind"] != "member_reply") continue;
    ++replies;
    CHECK(record["body"]["words"] == said);
  }
  CHECK(replies == 1);
}

}  // namespace studio::e2e
