#include "year_pages.h"

#include <functional>

#include "demo_account.h"
#include "demo_badge.h"

namespace studio {
namespace {

// The hub's own script may not be there yet when these are made.
const std::string kToHere =
    "tap 管理\nscan " + DemoCard("m01") + "\ntype 246810\ntap 打开\nexpect 月度轮值\n";
const std::string kToReview = kToHere + "tap 待审核\nexpect 11 件\n";
const std::string kToStandings = kToHere + "tap 委员履职\n";
const std::string kToStudio = kToHere + "tap 本工作室\n";
const std::string kToYear = kToHere + "tap 年度\n";

void Change(ScreenRig& rig, const std::function<void(StudioAccount&)>& change) {
  StudioAccount account = *rig.year.account;
  change(account);
  rig.year.account = std::make_shared<const StudioAccount>(std::move(account));
}

void NoReviewWaits(ScreenRig& rig) {
  Change(rig, [](StudioAccount& account) {
    std::erase_if(account.deeds, [](const auto& one) { return one.second.waiting; });
  });
}
void YearBeingRead(ScreenRig& rig) { rig.year.holds = true; }
void YearUntold(ScreenRig& rig) { rig.year.fails = ErrorKind::kNotFound; }
void YearFailed(ScreenRig& rig) { rig.year.fails = ErrorKind::kStorage; }
void ReviewNotKept(ScreenRig& rig) { rig.year.filing_fails = ErrorKind::kStorage; }
void FewPeople(ScreenRig& rig) {
  Change(rig, [](StudioAccount& account) {
    account.people.resize(3);
    account.results.resize(3);
  });
}
void YearPrinter(ScreenRig& rig) { rig.printing.available = true; }

template <const char* place>
void YearBy(ScreenRig& rig) {
  rig.year.account = DemoStudioAccount(*rig.state.station, rig.clock.now.wall_ms, place);
}
constexpr char kKailiYear[] = "kaili", kShangyouYear[] = "shangyou", kJinchengYear[] = "jincheng",
               kSishuangYear[] = "sishuang";

void Planned(ScreenRig& rig) {
  auto station = std::make_shared<Station>(*rig.state.station);
  station->county_progress = {
      2026,
      {{"plenary", "全会协商", "year", "1", "1", "2026-01-01", "2026-12-31"},
       {"standing", "常委会专题协商", "year", "3", "4", "2026-01-01", "2026-12-31"},
       {"bimonthly", "双月协商", "year", "5", "5", "2026-01-01", "2026-12-31"},
       {"supervision", "民主监督", "year", "1", "2", "2026-01-01", "2026-12-31"},
       {"sector", "界别协商", "year", "6", "7", "2026-01-01", "2026-12-31"}}};
  station->planned = {
      {"1", "第二次常委会专题协商：基层医疗", "", "2026-06-18", "", "市", true},
      {"2", "民主监督：饮水工程", "", "2026-08-12", "", "市", false},
      {"3", "第六次双月协商：小店经营", "", "2026-12-17", "", "市", false},
      {"4", "第七次界别协商：教育界", "", "2026-12-24", "示例乡委员议事室", "市", false}};
  rig.state.station = station;
}
void StationWithWorkrooms(ScreenRig& rig) {
  YearBy<kShangyouYear>(rig);
  auto station = std::make_shared<Station>(*rig.state.station);
  station->mechanism.haves = {"场所", "标识", "制度", "流程", "活动", "成效"};
  station->studio.haves = {{"场所", "设在乡党群服务中心一楼"},
                           {"标识", "门口挂了统一的牌子"},
                           {"制度", "四项制度上墙"},
                           {"流程", "接待流程图上墙"},
                           {"活动", "今年办了 11 次"}};
  const auto child = [](StudioId id, const char* name, const char* done) {
    return ChildProgress{name,
                         {id,
                          2026,
                          {{"c", "4+X 协商活动", "year", done, "4", "2026-01-01", "2026-12-31"},
                           {"i", "社情民意信息", "year", "10", "10", "2026-01-01", "2026-12-31"}}}};
  };
  station->children = {child(3, "示范街委员工作室", "4"), child(4, "柳条村委员工作室", "2")};
  station->county_progress.without_platform = {"样板镇"};
  station->county_progress.studios = 3;
  station->mechanism.studios_wanted = 26;
  station->mechanism.platform_rule = "一乡一平台";
  station->studio.facts = {{"设在", "乡党群服务中心一楼"},
                           {"牵头委员", "示例甲"},
                           {"联系领导", "示例副主席"},
                           {"指导专委会", "农业和农村委员会"}};
  rig.state.station = station;
}
void PlannedFromAfar(ScreenRig& rig) {
  auto station = std::make_shared<Station>(*rig.state.station);
  station->planned = {{"1", "远程协商：冬季供暖", "", "2026-12-28", "", "省", false,
                       "https://example.invalid/r/5"}};
  rig.state.station = station;
}
void LinkedMembers(ScreenRig& rig) {
  YearBy<kSishuangYear>(rig);
  auto station = std::make_shared<Station>(*rig.state.station);
  station->liaisons = {{"l1", "m01", "双联", "常委示例乙"},
                       {"l2", "m01", "双联", "教育界群众：柳条村的家长和老师"}};
  station->mechanism.topic_checklist = {"一个议题", "一次调研", "一份方案", "一场协商",
                                        "一份纪要", "一份报告", "一次交办", "一次回访"};
  station->mechanism.topic_after = {"调研", "决策", "部署", "实施", "验收"};
  station->topics.front().checked = {{"一个议题", "村民代表会上提的"}, {"一次调研", "走了 11 户"}};
  rig.state.station = station;
  Change(rig, [](StudioAccount& account) {
    Deed visit;
    visit.id = "visit";
    visit.kind = "visit_standing_member";
    visit.done = std::chrono::year(account.year) / 3 / 5;
    visit.members = {{"m01"}};
    visit.about = "liaison:l1";
    account.deeds.emplace(visit.id, visit);
  });
}
void InDecember(ScreenRig& rig) {
  rig.clock.now.wall_ms += 25 * 86'400'000LL;
  rig.state.time->Heard(rig.clock.now.wall_ms, rig.clock.now);
  Change(rig, [&](StudioAccount& account) {
    account.today = *ParseDate(LocalTime::At(rig.clock.now.wall_ms).Date());
    account.digest = std::string(64, 'a');
  });
}
void InDecemberAllReviewed(ScreenRig& rig) {
  InDecember(rig);
  NoReviewWaits(rig);
}
void YearClosed(ScreenRig& rig) {
  InDecemberAllReviewed(rig);
  Change(rig, [](StudioAccount& account) {
    account.grades_given = true;
    account.closing =
        StudioYear{account.studio, account.year, true, "m01", "2026-12-15", {}, account.digest};
    account.closing_untold = true;
  });
}
void YearClosedTooEarly(ScreenRig& rig) {
  InDecember(rig);
  Change(rig, [](StudioAccount& account) {
    account.closing =
        StudioYear{account.studio, account.year, true, "m01", "2026-12-01", {}, account.digest};
  });
}
void YearClosedAndChanged(ScreenRig& rig) {
  YearClosed(rig);
  Change(rig, [](StudioAccount& account) {
    account.closing->digest = std::string(64, '0');
    account.closing_untold = false;
  });
}

}  // namespace

std::vector<Page> YearPages() {
  const std::string picked = kToReview + "tap 全选\nexpect 确认 10 件\n";
  const std::string first = kToReview + "tap 上门入户\n";
  const std::string reason = picked + "tap 退回 10 件\n";
  return {
      {"review", kToReview, "上一步"},
      {"review-picked", picked, "上一步"},
      {"review-sector", kToReview + "tap 按界别\n", "上一步"},
      {"review-not-kept", picked + "tap 确认 10 件\nexpect 没有记下来", "上一步", "",
       ReviewNotKept},
      {"review-nothing", kToHere + "tap 待审核\nexpect 都审核过了", "上一步", "", NoReviewWaits},
      {"review-late", kToHere + "tap 待审核\nexpect 封账以后又来了\n", "上一步", "",
       YearClosedTooEarly},
      {"review-deed", first + "expect 见了谁", "上一步"},
      {"send-back", reason, "上一步"},
      {"send-back-chosen", reason + "tap 没写清楚做了什么\n", "上一步"},
      {"standings", kToStandings, "上一步"},
      {"standings-idle", kToStandings + "tap 本季没做\n", "上一步"},
      {"standings-printer", kToStandings, "上一步", "", YearPrinter},
      {"standing", kToStandings + "tap 示例甲\n", "上一步", "积分明细", FewPeople},
      {"studio", kToStudio, "上一步"},
      {"studio-shangyou", kToStudio, "上一步", "", YearBy<kShangyouYear>},
      {"studio-sishuang", kToStudio, "上一步", "", YearBy<kSishuangYear>},
      {"studio-parts", kToStudio, "上一步", "", StationWithWorkrooms},
      {"haves", kToStudio + "tap 六有\n", "上一步", "", StationWithWorkrooms},
      {"children", kToStudio + "tap 下属工作室\n", "上一步", "", StationWithWorkrooms},
      {"studio-facts", kToStudio + "tap 工作室概况\n", "上一步", "", StationWithWorkrooms},
      {"studio-linked", kToStudio, "上一步", "", LinkedMembers},
      {"liaisons", kToStudio + "tap 联系走访\nexpect 最近一次3月5日\nexpect 还没有记下走访\n",
       "上一步", "", LinkedMembers},
      {"topic-checks", kToStudio + "tap 协商议题\nexpect 下一项：一份方案\n", "上一步", "",
       LinkedMembers},
      {"studio-planned", kToStudio, "上一步", "年度安排", Planned},
      {"calendar", kToStudio + "tap 年度安排\n", "上一步", "", Planned},
      {"event-link", kToStudio + "tap 年度安排\ntap 远程协商\n", "上一步", "", PlannedFromAfar},
      {"year", kToYear, "上一步"},
      {"year-kaili", kToYear, "上一步", "", YearBy<kKailiYear>},
      {"year-jincheng", kToYear, "上一步", "", YearBy<kJinchengYear>},
      {"year-december", kToYear, "上一步", "封账前看一遍", InDecember},
      {"year-closed", kToYear, "上一步", "封账情况", YearClosed},
      {"year-before", kToYear + "tap 看 2025 年\n", "上一步"},
      {"year-reading", kToHere + "tap 年度\nexpect 正在算", "上一步", "", YearBeingRead},
      {"year-untold", kToYear, "上一步", "", YearUntold},
      {"year-failed", kToYear, "上一步", "再算一次", YearFailed},
      {"closing-waiting", kToYear + "tap 封账前看一遍\n", "上一步", "去审核", InDecember},
      {"closing", kToYear + "tap 封账前看一遍\nexpect 今天以后做的不在表里\n", "上一步", "",
       InDecemberAllReviewed},
      {"closing-done", kToYear + "tap 封账情况\n", "上一步", "重新打开", YearClosed},
      {"closing-changed", kToYear + "tap 封账情况\n", "上一步", "重新打开", YearClosedAndChanged},
      {"reopen", kToYear + "tap 封账情况\ntap 重新打开\n", "上一步", "", YearClosed},
  };
}

}  // namespace studio
