#include "ledger_pages.h"

#include "demo_badge.h"
#include "demo_ledger.h"
#include "demo_requests.h"
#include "desk_pages.h"

namespace studio {

namespace {

const std::string kToStudioLedger =
    "tap 管理\nscan " + DemoCard("m01") + "\ntype 246810\ntap 打开\ntap 民意台账\n";
const std::string kToStudioCall = kToStudioLedger + "tap \"演示村 · 用水用电\"\n";
const std::string kToClosing = kToStudioCall + "tap 销号\n";

const std::string kToLedger = kToDesk + "tap 民意台账\n";
const std::string kToLine = kToLedger + "tap \"示例村 三组 · 道路桥梁\"\n";
const std::string kToHeard = kToLedger + "tap 记一条来电\nexpect 怎么听到的\n";
const std::string kHeardSaid =
    "tap 哪个村\ntap 示例村\ntap 说了什么\ntype 渠里三天没有水。\ntap 好了\n";
const std::string kToForm = kToLine + "tap 选上这条\ntap 写成信息（1 条）\n";
const std::string kInformationSaid =
    "tap 题目\ntype 关于村口积水的信息\ntap 好了\ntap 情况\ntype 一下雨就积水。\ntap 好了\n"
    "tap 建议\ntype 先清沟。\ntap 好了\n";

void NoLines(ScreenRig& rig) { rig.ledger.ledger = {}; }
void LedgerFails(ScreenRig& rig) { rig.ledger.fails = ErrorKind::kStorage; }
void LeftInformation(ScreenRig& rig) {
  rig.ledger.drafts["m01"].information = DemoInformationDraft(rig.clock.now.wall_ms);
}
void LeftBoth(ScreenRig& rig) {
  LeftInformation(rig);
  rig.ledger.drafts["m01"].heard = DemoHeardDraft(rig.clock.now.wall_ms);
}
void AllKinds(ScreenRig& rig) {
  const std::int64_t now_ms = rig.clock.now.wall_ms;
  rig.ledger.requests = DemoRequests(now_ms);
  MemberReplyBody& late = rig.ledger.requests[0].replies.emplace_back();
  late.way = ReplyWay::kVillage;
  late.member_name = "示例乙";
  late.words = "请村委先清沟。";
  late.at_ms = now_ms - 9 * 86'400'000LL;
  late.due = LocalTime::At(now_ms - 2 * 86'400'000LL).Date();
  rig.ledger.requests[1].step = CaseStep::kAnswered;
  rig.ledger.for_county = {
      {ReceiptNumber::Make(37, 48215).digits(), now_ms - 3'600'000, CaseStep::kReferred},
      {ReceiptNumber::Make(37, 48216).digits(), now_ms - 86'400'000LL, CaseStep::kAnswered}};
  for (DeskLine& line : rig.ledger.ledger.lines) {
    if (line.from != LineFrom::kWriteup) continue;
    LineClosingBody& closing = line.closing.emplace();
    closing.line = line.record;
    closing.outcome = CaseOutcome::kPlanned;
    closing.words = "明年开春修";
    closing.date = LocalTime::At(now_ms).Date();
    closing.by = "m01";
  }
}
void LineWithdrawn(ScreenRig& rig) { rig.ledger.filing_fails = ErrorKind::kConflict; }
void LedgerFull(ScreenRig& rig) { rig.ledger.filing_fails = ErrorKind::kStorage; }
void ManyMembers(ScreenRig& rig) {
  auto station = std::make_shared<Station>(*rig.state.station);
  for (int i = 0; i < 180; ++i) {
    Member& one = station->members.emplace_back(station->members.front());
    one.id = "more" + std::to_string(i);
    one.name = "示例" + std::to_string(100 + i);
  }
  rig.state.station = station;
}
void ManyMade(ScreenRig& rig) {
  for (int i = 0; i < 4; ++i) {
    DeskInformation more = rig.ledger.ledger.written[1];
    more.id += std::to_string(i);
    rig.ledger.ledger.written.push_back(more);
  }
}
void LongInformation(ScreenRig& rig) {
  std::string words;
  for (int i = 0; i < 45; ++i) words += "村口的路灯坏了两个星期，晚上出门看不清路。";
  rig.ledger.ledger.written[1].body.situation = words;
  rig.ledger.ledger.written[1].body.title =
      "关于把示例村村口到学校路段的积水整治列入明年农村道路养护计划并同步清理两侧排水沟的建议";
  rig.ledger.ledger.written[1].state = HandedIn::kSetAside;
  rig.ledger.ledger.written[1].course.clear();
}
std::string Written(std::size_t times) {
  std::string out = "type ";
  for (std::size_t i = 0; i < times; ++i) out += "村口积水";
  return out + "\n";
}

}  // namespace

std::vector<Page> LedgerPages() {
  return {
      {"ledger", kToLedger, "上一步", "写信息"},
      {"ledger-picked", kToLine + "tap 选上这条\nexpect 已选", "上一步", "写成信息（1 条）"},
      {"ledger-none", kToLedger + "expect 台账上还没有", "上一步", "写信息", NoLines},
      {"ledger-failed", kToLedger + "expect 没能打开", "上一步", "", LedgerFails},
      {"ledger-draft", kToLedger + "expect 上次没写完", "上一步", "接着写", LeftInformation},
      {"ledger-drafts", kToLedger + "expect 说是桥头", "上一步", "接着写", LeftBoth},
      {"ledger-line", kToLine + "expect 写成了", "上一步", "选上这条"},
      {"ledger-line-many", kToLine + "expect 写成了", "上一步", "选上这条", ManyMade},
      {"ledger-call", kToLedger + "tap \"演示村 · 用水用电\"\nexpect 电话里说的", "上一步",
       "选上这条"},
      {"studio-ledger", kToStudioLedger + "expect 待销号 2\nexpect 逾期 2", "上一步",
       "记来电、写信息", AllKinds},
      {"studio-ledger-late", kToStudioLedger + "tap 逾期 2", "上一步", "", AllKinds},
      {"studio-ledger-none", kToStudioLedger + "expect 台账上还没有", "上一步", "", NoLines},
      {"studio-ledger-none-such", kToStudioLedger + "tap 逾期 0\nexpect 没有这样的", "上一步"},
      {"studio-ledger-failed", kToStudioLedger + "expect 没能打开", "上一步", "", LedgerFails},
      {"studio-line", kToStudioLedger + "tap 逾期 2\ntap \"示例村 三组 · 道路桥梁\"\nexpect 清沟",
       "上一步", "销号", AllKinds},
      {"studio-line-closed",
       kToStudioLedger + "tap 已办结 2\ntap \"样例村 二组 · 上门入户\"\n"
                         "expect 明年开春修",
       "上一步", "恢复这一条", AllKinds},
      {"studio-line-call", kToStudioCall, "上一步", "销号"},
      {"line-closing", kToClosing + "expect 怎么了结的", "上一步"},
      {"line-closing-chosen", kToClosing + "tap 已解决", "上一步", "销号"},
      {"line-closing-words", kToClosing + "tap 写一句\ntype 村委清了沟。", "好了", "好了"},
      {"line-closing-failed", kToClosing + "tap 已解决\ntap 销号\nexpect 机器存满了", "上一步",
       "销号", LedgerFull},
      {"line-closing-gone", kToClosing + "tap 已解决\ntap 销号\nexpect 刚刚被撤回", "上一步",
       "销号", LineWithdrawn},
      {"line-closed", kToClosing + "tap 已解决\ntap 销号\nexpect 已销号", "看这一条"},
      {"heard", kToHeard, "上一步", "记好了"},
      {"heard-way", kToHeard + "tap 怎么听到的", "上一步"},
      {"heard-who", kToHeard + "tap 谁说的\ntype 示例甲", "好了", "好了"},
      {"heard-village", kToHeard + "tap 哪个村", "上一步"},
      {"heard-category", kToHeard + "tap 哪一类", "上一步"},
      {"heard-words", kToHeard + "tap 说了什么\ntype 渠里没有水。", "好了", "好了"},
      {"heard-missing", kToHeard + "tap 记好了\nexpect 请先说是哪个村", "上一步", "记好了"},
      {"heard-failed", kToHeard + kHeardSaid + "tap 记好了\nexpect 机器存满了", "上一步", "记好了",
       LedgerFull},
      {"heard-done", kToHeard + kHeardSaid + "tap 记好了\nexpect 已经在台账上", "回台账"},
      {"information", kToForm, "上一步", "写好了，登记"},
      {"information-title", kToForm + "tap 题目\ntype 关于村口积水的信息", "好了", "好了"},
      {"information-situation", kToForm + "tap 情况\ntype 一下雨就积水。\nexpect 一共 7 字", "好了",
       "好了"},
      {"information-full", kToForm + "tap 情况\n" + Written(376) + "expect 一共 1500 字", "好了",
       "好了"},
      {"information-joint", kToForm + "tap 和谁一起写\ntap 示例戊", "好了", "好了"},
      {"information-joint-many", kToForm + "tap 和谁一起写", "好了", "好了", ManyMembers},
      {"information-as", kToForm + "tap 交成什么", "上一步"},
      {"information-lines", kToForm + "tap 从哪些话来\nexpect 积水", "上一步"},
      {"information-no-lines", kToLedger + "tap 写信息\ntap 从哪些话来\nexpect 没有选", "上一步"},
      {"information-written", kToForm + kInformationSaid, "上一步", "写好了，登记"},
      {"information-missing", kToForm + "tap 写好了，登记\nexpect 请先写题目", "上一步",
       "写好了，登记"},
      {"information-withdrawn", kToForm + kInformationSaid + "tap 写好了，登记\nexpect 刚刚被撤回",
       "上一步", "写好了，登记", LineWithdrawn},
      {"information-failed", kToForm + kInformationSaid + "tap 写好了，登记\nexpect 机器存满了",
       "上一步", "写好了，登记", LedgerFull},
      {"information-done", kToForm + kInformationSaid + "tap 写好了，登记\nexpect 登记好了",
       "回台账"},
      {"own-informations", kToLedger + "tap 我写的", "上一步"},
      {"own-informations-none", kToLedger + "tap 我写的\nexpect 还没有写过", "上一步", "", NoLines},
      {"own-information-elsewhere", kToLedger + "tap 我写的\ntap 关于冬季\nexpect 别处写的",
       "上一步"},
      {"own-information", kToLedger + "tap 我写的\ntap 关于整治\nexpect 采用（省级，综合）",
       "上一步"},
      {"own-information-long", kToLedger + "tap 我写的\ntap 关于把示例村\nexpect 未传成功",
       "上一步", "", LongInformation},
  };
}

}  // namespace studio
