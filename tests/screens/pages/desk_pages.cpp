#include "desk_pages.h"

#include "demo_account.h"

namespace studio {

namespace {

const std::string kToKinds = kToDesk + "tap 记一件事\n";
const std::string kToVisit = kToKinds + "tap 上门入户\nexpect 哪天\n";
const std::string kVisitAnswered =
    "tap 在哪里\ntap 示例村\ntap 三组\ntap 好了\ntap 说了些什么\ntype 三组的水渠堵了。\ntap 好了\n";
const std::string kToPoints = kToDesk + "tap 看看怎么来的\n";

template <const char* place>
void ByRules(ScreenRig& rig) {
  rig.desk.account = DemoAccount(*rig.state.station, rig.clock.now.wall_ms, place);
}
constexpr char kKaili[] = "kaili", kShangyou[] = "shangyou", kSishuang[] = "sishuang";

void LeftDraft(ScreenRig& rig) { rig.desk.drafts["m01"] = DemoDraft(rig.clock.now.wall_ms); }
void NoKinds(ScreenRig& rig) {
  auto station = std::make_shared<Station>(*rig.state.station);
  station->mechanism.activities.clear();
  rig.state.station = station;
}
void FailWriteup(ScreenRig& rig) { rig.desk.filing_fails = ErrorKind::kConflict; }
void HoldAccount(ScreenRig& rig) { rig.desk.holds = true; }
void UntoldAccount(ScreenRig& rig) { rig.desk.fails = ErrorKind::kNotFound; }
void FailedAccount(ScreenRig& rig) { rig.desk.fails = ErrorKind::kStorage; }

}  // namespace

std::vector<Page> DeskPages() {
  return {
      {"desk-card", "tap 我的履职", "回首页"},
      {"desk-pin", "tap 我的履职\nscan " + DemoCard("m01") + "\ntype 246810", "换一张证", "打开"},
      {"desk", kToDesk, "办完了", "记一件事"},
      {"desk-kaili", kToDesk, "办完了", "记一件事", ByRules<kKaili>},
      {"desk-shangyou", kToDesk, "办完了", "记一件事", ByRules<kShangyou>},
      {"desk-sishuang", kToDesk, "办完了", "记一件事", ByRules<kSishuang>},
      {"desk-reading", kToDesk + "expect 正在算", "办完了", "", HoldAccount},
      {"desk-untold", kToDesk + "expect 积分还看不到", "办完了", "", UntoldAccount},
      {"desk-failed", kToDesk + "expect 没能算出来", "办完了", "记一件事", FailedAccount},
      {"desk-points", kToPoints, "上一步"},
      {"desk-points-kaili", kToPoints, "上一步", "", ByRules<kKaili>},
      {"desk-section", kToPoints + "tap 联系群众", "上一步"},
      {"desk-row", kToPoints + "tap 联系群众\ntap 上门入户", "上一步"},
      {"desk-owed", kToDesk + "tap 一月一轮值\nexpect 做了哪些", "上一步"},
      {"desk-draft", kToDesk + "expect 上次没写完", "办完了", "接着写", LeftDraft},
      {"writeup-kinds", kToKinds, "上一步"},
      {"writeup-kinds-none", kToKinds + "expect 还没有说", "上一步", "", NoKinds},
      {"writeup", kToVisit, "上一步", "记好了"},
      {"writeup-missing", kToVisit + "tap 记好了\nexpect 请先说在哪里", "上一步", "记好了"},
      {"writeup-resumed", kToDesk + "tap 接着写\nexpect 补录", "上一步", "记好了", LeftDraft},
      {"writeup-meeting", kToKinds + "tap 协商会", "上一步", "记好了"},
      {"writeup-date", kToVisit + "tap 哪天", "上一步"},
      {"writeup-date-future", kToVisit + "tap 哪天\ntap 30 日\nexpect 还没到", "上一步"},
      {"writeup-place", kToVisit + "tap 在哪里\ntap 示例村", "好了", "好了"},
      {"writeup-who", kToVisit + "tap 谁去的\ntap 示例戊", "好了", "好了"},
      {"writeup-role", kToKinds + "tap 协商会\ntap 您做的是", "上一步"},
      {"writeup-words", kToVisit + "tap 说了些什么\ntype 三组的水渠堵了。", "好了", "好了"},
      {"writeup-done", kToVisit + kVisitAnswered + "tap 记好了\nexpect 再记一件", "回我的履职"},
      {"writeup-failed", kToVisit + kVisitAnswered + "tap 记好了\nexpect 没有记下来", "上一步",
       "记好了", FailWriteup},
  };
}

}  // namespace studio
