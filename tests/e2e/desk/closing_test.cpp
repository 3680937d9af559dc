// The year at the screen: sent back and seen by who wrote it, confirmed after all, closed by the
// manager, opened again; the county knows each of it.
#include <doctest/doctest.h>

#include "members_desk.h"

namespace studio::e2e {
namespace {

nlohmann::json StudioYearAt(const MembersDesk& desk, const std::string& year) {
  const std::string text = desk.County({"assess"}, {"--json", "--year", year, "--studio", "1"});
  return nlohmann::json::parse(text);
}

std::string LastYear() { return std::to_string(std::stoi(ThisYear()) - 1); }

}  // namespace

TEST_CASE("what is sent back says why at its writer's desk, and counts once it is confirmed") {
  MembersDesk desk;
  LiveTerminal terminal(desk.village, desk.folder);
  terminal.Do(desk.In(desk.others_card, kOtherPin) +
              "tap 记一件事\ntap 上门入户\ntap 在哪里\ntap 示例村\ntap 好了\ntap 说了些什么\n"
              "type 三组的水渠堵了。\ntap 好了\ntap 记好了\nwait-for 再记一件 30\n"
              "tap 回我的履职\nwait-for 记一件事 60\ntap 办完了\n");
  terminal.Do(desk.ManagersIn() +
              "wait-for 1 件等您审核 60\ntap 待审核\ntap \"上门入户\"\nexpect 三组的水渠堵了。\n"
              "tap 退回\ntap 没写清楚做了什么\ntap 退回\nwait-for 都审核过了 60\ntap 上一步\n"
              "tap 回首页\n");
  terminal.Do(desk.In(desk.others_card, kOtherPin) +
              "wait-for 今年积分 60\nabsent 分等确认\ntap 履职档案\n"
              "expect 退回来了：没写清楚做了什么\ntap 上一步\ntap 办完了\n");
  terminal.End();
  desk.village.Drain(desk.folder);
  const auto deeds = nlohmann::json::parse(desk.County({"deeds"}, {"--json"})).at("deeds");
  int back = 0;
  for (const auto& deed : deeds) back += deed.value("sent_back", "") == "没写清楚做了什么";
  CHECK(back == 1);
}

TEST_CASE("a manager closes last year at the screen, and opens it again with a reason") {
  MembersDesk desk;
  {
    LiveTerminal terminal(desk.village, desk.folder);
    terminal.Do(desk.ManagersIn() + "tap 年度\nwait-for 看 " + LastYear() + " 年 60\ntap 看 " +
                LastYear() +
                " 年\nwait-for 封账前看一遍 60\ntap 封账前看一遍\nexpect 记下的都审核过了\n"
                "tap 封账\nwait-for 已经封账 60\nexpect 校验码\nexpect 还没有传到\n");
    terminal.End();
  }
  desk.village.Drain(desk.folder);
  desk.village.ReadFeed(desk.folder);
  {
    LiveTerminal terminal(desk.village, desk.folder);
    terminal.Do(desk.ManagersIn() + "tap 年度\nwait-for 看 " + LastYear() + " 年 60\ntap 看 " +
                LastYear() +
                " 年\nwait-for 封账情况 60\ntap 封账情况\nexpect 已经封账\nabsent 还没有传到\n"
                "tap 重新打开\ntap 要补审核\ntap 重新打开\nwait-for 这一年看过了 60\n");
    terminal.End();
  }
  desk.village.Drain(desk.folder);
  int closings = 0;
  for (const auto& line : desk.village.Ledger()) {
    if (line["kind"] != "year_closing") continue;
    ++closings;
    CHECK(line["body"]["year"] == std::stoi(LastYear()));
    if (line["body"]["closes"] == true) {
      CHECK(line["body"]["digest"].get<std::string>().size() == 64);
    } else {
      CHECK(line["body"]["why"] == "要补审核");
    }
  }
  CHECK(closings == 2);
  CHECK(StudioYearAt(desk, LastYear()).at("closed") == false);  // grades are the county's
}

}  // namespace studio::e2e
