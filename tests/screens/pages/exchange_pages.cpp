#include "exchange_pages.h"

#include "demo_badge.h"
#include "roster_pages.h"

namespace studio {
namespace {

const std::string kToPin = "tap 管理\nscan " + DemoCard("m01") + "\ntype 111111\n";

void WrongPin(ScreenRig& rig) {
  rig.duty.unlock.outcome = UnlockAnswer::Outcome::kWrong;
  rig.duty.unlock.tries_left = 3;
}
void LockedPin(ScreenRig& rig) {
  rig.duty.unlock.outcome = UnlockAnswer::Outcome::kLocked;
  rig.duty.unlock.wait_ms = 185'000;
}
void NoManager(ScreenRig& rig) {
  auto station = std::make_shared<Station>(*rig.state.station);
  station->studio.managers = {"m02"};
  rig.state.station = station;
}

RosterChange Change(RosterChange::Kind kind, const std::string& date, const std::string& from,
                    const std::string& to, std::vector<std::string> members) {
  RosterChange change;
  change.kind = kind;
  if (kind != RosterChange::Kind::kNew) change.shift.id = date + from;
  change.shift.studio = 1;
  change.shift.date = date;
  change.shift.from = from;
  change.shift.to = to;
  change.shift.members = std::move(members);
  return change;
}

void WithStick(ScreenRig& rig) {
  const std::int64_t now = rig.clock.now.wall_ms;
  rig.tables.contents.places = {{"示例U盘", "/media/示例U盘"},
                                {"工作文件夹", "/srv/exchange", false}};
  rig.tables.contents.tables = {
      {"十二月值班表.csv", "示例U盘", "/media/示例U盘/十二月值班表.csv", now - 3'600'000},
      {"12月值班(定稿).csv", "示例U盘", "/media/b.csv", now - 86'400'000},
      {"值班表.xlsx", "工作文件夹", "/srv/exchange/值班表.xlsx", now - 3 * 86'400'000},
  };
  RosterPreview preview;
  using Kind = RosterChange::Kind;
  const auto problem = [&](CellAt at, CellFault fault, std::string text,
                           std::vector<std::string> ways = {}) -> CellProblem& {
    CellProblem& added = preview.problems.emplace_back();
    added.at = at;
    added.fault = fault;
    added.text = std::move(text);
    added.ways = std::move(ways);
    return added;
  };
  problem({0, 1, 1}, CellFault::kTwoForms, "日期", {"委员", "上午、下午"});
  problem({0, 3, 1}, CellFault::kNoSuchDay, "2026-12-32");
  problem({0, 5, 1}, CellFault::kWeekdayDiffers, "2026-12-03", {"2026-12-03"});
  CellProblem& one_of_two =
      problem({0, 7, 3}, CellFault::kAmbiguousMember, "示例甲", {"m01", "m31"});
  one_of_two.ids = one_of_two.ways;
  one_of_two.names = {"农业和农村界", "教育界"};
  problem({0, 9, 3}, CellFault::kOverlap, "示例乙", {""}).other = {0, 4, 3};
  problem({0, 12, 3}, CellFault::kSimilarMember, "示例张三", {"m03"}).names = {"示例丙"};
  problem({0, 13, 3}, CellFault::kUnknownMember, "王某某");
  problem({0, 14, 2}, CellFault::kCrossesShifts, "08:30-17:00", {"shifts"});
  preview.notes = {{{0, 5, 3}, CellRemark::kDateFromAbove, "2026-12-03", {}},
                   {{0, 8, 3}, CellRemark::kDuplicate, "示例丙", {0, 2, 3}}};
  for (int day = 1; day <= 9; ++day) {
    const Kind kind = day < 3 ? Kind::kChanged : day < 9 ? Kind::kNew : Kind::kSame;
    preview.changes.push_back(
        Change(kind, "2026-12-0" + std::to_string(day), "08:30", "11:30", {"m01", "m02", "m03"}));
    if (kind == Kind::kChanged) preview.changes.back().members_before = {"m04", "m02"};
  }
  for (const Member& member : rig.duty.month.members) preview.names[member.id] = member.name;
  preview.not_named = {"x", "y"};
  rig.tables.preview = preview;
}
void WorkbookOnStick(ScreenRig& rig) {
  WithStick(rig);
  rig.tables.preview = tl::unexpected(TableRefusal{TableFault::kWorkbook, 0, ""});
}
void NothingNew(ScreenRig& rig) {
  WithStick(rig);
  rig.tables.preview = RosterPreview{};
}
void FullStick(ScreenRig& rig) {
  WithStick(rig);
  rig.tables.works = false;
}
void NoExchange(ScreenRig& rig) { rig.ways.tables = nullptr; }

}  // namespace

std::vector<Page> ExchangePages() {
  const std::string import = kToRotation + "tap 导入\n", take_along = kToRotation + "tap 导出\n";
  const std::string preview = import + "tap 十二月值班表.csv\n";
  return {
      {"unlock", "tap 管理", "回首页"},
      {"unlock-live", "tap 管理\nscan " + DemoBadge("m01") + "\nexpect 委员证", "回首页"},
      {"unlock-not-manager", "tap 管理\nscan " + DemoCard("m01") + "\nexpect 管理员", "回首页", "",
       NoManager},
      {"unlock-pin", kToPin, "换一张证", "打开"},
      {"unlock-wrong", kToPin + "tap 打开\nexpect 还能再试", "换一张证", "", WrongPin},
      {"unlock-locked", kToPin + "tap 打开\nexpect 错得太多", "换一张证", "", LockedPin},
      {"import", import, "上一步", "", WithStick},
      {"import-no-stick", import + "expect 没找到U盘", "上一步"},
      {"import-none", import + "expect 用不了", "上一步", "", NoExchange},
      {"import-workbook", import + "tap 十二月值班表.csv\nexpect 另存为", "上一步", "",
       WorkbookOnStick},
      {"import-template", import + "tap 存空表\nexpect 存好了", "上一步", "", WithStick},
      {"import-preview", preview, "不导入", "导入 8 班", WithStick},
      {"import-answered", preview + "tap 上午、下午\ntap 都不要\nexpect 都定好了 6", "不导入",
       "导入 8 班", WithStick},
      {"import-changes", preview + "tap 会改 8 班\nexpect 12月1日", "不导入", "导入 8 班",
       WithStick},
      {"import-told", preview + "tap 用不了 2\nexpect 没有“2026-12-32”这一天", "不导入",
       "导入 8 班", WithStick},
      {"import-nothing", preview + "expect 没有要改的", "不导入", "", NothingNew},
      {"import-done", preview + "tap 导入 8 班\nexpect 记下了 8 处改动", "完成", "", WithStick},
      {"export", take_along, "上一步", "", WithStick},
      {"export-no-stick", take_along, "上一步"},
      {"export-done", take_along + "tap 打印的表格\nexpect 存好了", "上一步", "", WithStick},
      {"export-here", take_along + "tap 工作文件夹\ntap 数据表\nexpect 文件名：", "上一步", "",
       WithStick},
      {"export-full", take_along + "tap 数据表\nexpect 没存上", "上一步", "", FullStick},
  };
}

}  // namespace studio
