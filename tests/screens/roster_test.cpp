#include <doctest/doctest.h>

#include <algorithm>

#include "app/rules/rotation_list.h"
#include "demo_month.h"
#include "roster_pages.h"
#include "ui/words/staff/exchange_strings.h"
#include "ui/words/staff/roster_strings.h"

using namespace studio;

namespace {

constexpr Showing kWideRoster{1920, 1080, {}};

RotationMonth Computed(const ScreenRig& rig) {
  return ComputeRotation(rig.duty.month, RotationRule{});
}

const VisibleText* TextOf(const ScreenText& screen, std::string_view text) {
  for (const VisibleText& one : screen.Texts()) {
    if (one.text == text) return &one;
  }
  return nullptr;
}

// The words that stand on the line of that text, to its right.
std::string RightOf(const ScreenText& screen, const VisibleText& text) {
  std::string out;
  for (const VisibleText& one : screen.Texts()) {
    const bool beside =
        one.rect.x > text.rect.Right() && std::abs(one.rect.CentreY() - text.rect.CentreY()) < 40;
    if (beside) out += "|" + one.text;
  }
  return out;
}

}  // namespace

TEST_CASE("the rotation shows what ComputeRotation says, of all and of a group") {
  ScreenRig rig(kWideRoster);
  rig.Run(kToRotation);
  const RotationMonth month = Computed(rig);
  const auto counted = [&](const GroupMonth& group) {
    const std::pair<std::string_view, int> boxes[] = {{say::kCountDone, group.done},
                                                      {say::kCountToCome, group.to_come},
                                                      {say::kCountMissed, group.missed},
                                                      {say::kCountUnplanned, group.unplanned}};
    for (const auto& box : boxes) {
      const std::string_view word = box.first;
      const int count = box.second;
      CAPTURE(word);
      bool found = false;
      for (const VisibleText& label : rig.Screen().Texts()) {
        if (label.text != word) continue;
        for (const VisibleText& number : rig.Screen().Texts()) {
          found |= number.text == std::to_string(count) && number.rect.x == label.rect.x &&
                   number.rect.Bottom() <= label.rect.CentreY();
        }
      }
      CHECK(found);
    }
  };
  counted(CountMembers(month, std::nullopt));
  rig.Run("tap 全部委员\ntap 第二活动组");
  counted(CountMembers(month, "第二活动组"));
}

TEST_CASE("whom somebody must see to comes first, each with their days and where they stand") {
  ScreenRig rig(kWideRoster);
  rig.Run(kToRotation);
  const RotationMonth month = Computed(rig);
  const auto members = ListMembers(rig.duty.month, month, std::nullopt);
  REQUIRE(members.front().month->standing == Standing::kMissed);
  for (std::size_t i = 1; i < members.size(); ++i) {
    const auto done = [&](std::size_t at) {
      return members[at].month->standing == Standing::kDone;
    };
    CHECK_FALSE((done(i - 1) && !done(i)));
  }
  // On the panel, at the right of the calendar.
  const VisibleText* first = nullptr;
  for (const VisibleText& text : rig.Screen().Texts()) {
    if (text.text == members.front().member->name && text.rect.x > 1200) first = &text;
  }
  REQUIRE(first != nullptr);
  const std::string line = RightOf(rig.Screen(), *first);
  CHECK(line.find("缺席") != std::string::npos);
  CHECK(line.find(say::DutyToken(members.front().month->duties.front(), 1)) != std::string::npos);
}

TEST_CASE("months are stepped through, and each is read from the store") {
  ScreenRig rig({});
  rig.Run(kToRotation + "expect 2026年11月\ntap 下个月\nexpect 2026年12月\nabsent 2026年11月\n" +
          "tap 上个月\ntap 上个月\nexpect 2026年10月\nexpect 国庆节");
}

TEST_CASE("of a month whose check-ins are gone nobody is called absent, and nothing is exported") {
  ScreenRig rig({});
  rig.Run(kToRotation +
          "tap 上个月\nexpect 导出\nabsent 只留 62 天\ntap 上个月\nexpect 2026年9月\n" +
          "expect 只留 62 天\nabsent 缺席\nabsent 导出\ntap 下个月\nexpect 导出");
}

TEST_CASE("today is marked in the week, and is where the day begins") {
  ScreenRig rig({});
  rig.Run(
      "tap 值班表\nexpect 11月21日 星期六\nexpect 今天\ntap 前一天\nexpect 11月20日 星期五\n"
      "tap 回到今天\nabsent 回到今天\nexpect 今天\ntap 周\nexpect 今天");
  const VisibleText* saturday = TextOf(rig.Screen(), "周六");
  REQUIRE(saturday != nullptr);
  const VisibleText* today = TextOf(rig.Screen(), "今天");
  REQUIRE(today != nullptr);
  CHECK(std::abs(today->rect.CentreY() - saturday->rect.CentreY()) < 80);
}

TEST_CASE("a day of the month is tapped to see who was there") {
  for (const Showing& showing : {Showing{}, kWideRoster}) {
    ScreenRig rig(showing);
    rig.Run(
        "tap 值班表\ntap 月\ntap 5日\nexpect 11月5日 星期四\nexpect 替\ntap 后一天\n"
        "expect 11月6日 星期五\nexpect 来过\nabsent 替");
  }
}

TEST_CASE("nobody is shamed in public, and the manager sees who stayed away") {
  for (const Showing& showing : {Showing{}, kWideRoster}) {
    ScreenRig rig(showing);
    for (int day = 1; day <= 30; ++day) {
      rig.Restart();
      rig.Run("tap 值班表\ntap 月\nabsent 缺\nabsent 没人来\ntap " + std::to_string(day) +
              "日\nabsent 缺席\nabsent 迟到\nabsent 早退\nabsent 未到\ntap 周\nabsent 没人来");
    }
    rig.Restart();
    rig.Run(kToRotation + "expect 没人来\nexpect 没排人\ntap 9日\nexpect 缺席");
  }
}

TEST_CASE("a week over the end of a month shows both months' days") {
  ScreenRig rig({});
  rig.Run("tap 值班表\ntap 周\ntap 下一周\ntap 下一周\nexpect 11/30\nexpect 12/06");
  const RotationMonth november = Computed(rig);
  for (const char* date : {"2026-11-30", "2026-12-01"}) {
    for (const Shift& shift : rig.duty.month.shifts) {
      if (shift.date != date) continue;
      const auto& members = rig.duty.month.members;
      const auto it = std::find_if(members.begin(), members.end(), [&](const Member& member) {
        return member.id == shift.members.front();
      });
      CHECK(rig.Screen().Shows(it->name));
    }
  }
  rig.Run("tap 周二\nexpect 12月1日 星期二\nexpect 值班");
}

TEST_CASE("a reception day that a holiday moved says from where") {
  ScreenRig rig({});
  rig.duty.month.reception = "每月3日";
  rig.Run("tap 值班表\ntap 月\ntap 上个月\nexpect 顺延\ntap 8日\nexpect 接待日，原 10月3日 顺延");
}

TEST_CASE("changes that were not applied are told with their reason until somebody has read it") {
  for (const Showing& showing : {Showing{}, kWideRoster}) {
    ScreenRig rig(showing);
    RefuseChanges(rig);
    rig.Run(
        kToRotation +
        "expect 有 3 处改动没有办成\nexpect 11月24日 上午班，示例辛请假\nexpect 别人先改了这一班");
    if (showing.Wide()) rig.Run("tap 往下翻");
    rig.Run(
        "expect 11月27日 下午班，新排示例乙、示例丙\nexpect 这样排不行\ntap 知道了\n"
        "absent 没有办成");
    CHECK(rig.duty.pending.empty());
  }
}

TEST_CASE("changes that wait for the county are counted") {
  ScreenRig rig({});
  AskChanges(rig);
  rig.Run(kToRotation + "expect 2 处改动待确认");
  rig.duty.pending.clear();
  rig.state.roster.waiting = 7;  // as the store tells when it has changed
  rig.Draw();
  rig.Run("absent 待确认");
}

TEST_CASE("a day of the rotation is tapped to change it, and back leads to the same month") {
  ScreenRig rig({});
  rig.Run(kToRotation + "tap 下个月\nexpect 2026年12月\ntap 2日");
  CHECK(rig.shell().TopTag() == "day");
  rig.Run("tap 上一步\nexpect 2026年12月");
  CHECK(rig.shell().TopTag() == "rotation");
}

TEST_CASE("where platforms are counted, studios are listed by name") {
  ScreenRig rig(kWideRoster);
  auto station = std::make_shared<Station>(*rig.state.station);
  station->mechanism.rotation_subject = Mechanism::Subject::kPlatform;
  rig.state.station = station;
  rig.Run(kToRotation + "expect 样板镇委员工作室\nexpect 还没排\nabsent 全部委员");
}

TEST_CASE(
    "where home visits count as duty, the page says that it has none and calls nobody absent") {
  ScreenRig rig(kWideRoster);
  HomeVisitsCount(rig);
  rig.Run(kToRotation +
          "expect 上门入户也算，这里没有数进来\nexpect 到站值班\nexpect 没来\n"
          "tap 全部委员\nexpect 没来\nabsent 人，缺席");
}

TEST_CASE("a roster that cannot be read says so and is tried again") {
  ScreenRig rig({});
  rig.duty.reads = false;
  rig.Run("tap 值班表\nexpect 值班表没能打开");
  rig.duty.reads = true;
  rig.Run("tap 再试一次\nabsent 值班表没能打开\nexpect 今天");
}
TEST_CASE("what the import page says of a cell names the shift in the way, and what is missing") {
  RosterPreview preview;
  preview.sheets = {""};
  CellProblem problem;
  problem.at = {0, 2, 3};
  problem.text = "8:30";
  problem.fault = CellFault::kNoEnd;
  CHECK(say::ProblemRow(preview, problem) == "C2：“8:30”只写了几点开始，没写几点结束");
  problem.text = "示例甲";
  problem.fault = CellFault::kOverlapExisting;
  problem.shift = Shift{};
  problem.shift->date = "2026-12-03";
  problem.shift->from = "08:30";
  problem.shift->to = "11:30";
  CHECK(say::ProblemRow(preview, problem) ==
        "C2：“示例甲”同一时间已经有别的班：12月3日 08:30–11:30");
  problem.studio = "样板镇委员工作室";
  CHECK(say::ProblemRow(preview, problem) ==
        "C2：“示例甲”同一时间已经有别的班：12月3日 08:30–11:30（样板镇委员工作室）");
}
