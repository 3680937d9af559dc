// What a manager does on a day, by taps, and the records that come of it.
#include <doctest/doctest.h>

#include "demo_days.h"

using namespace studio;

namespace {

struct Day {
  explicit Day(int days) {
    OpenDay(rig, days);
    rig.RunFromHome("");
  }
  const RosterChangeBody& Sent() {
    REQUIRE(rig.duty.changes.size() == 1);
    return rig.duty.changes[0];
  }
  ScreenRig rig{{1080, 1920, {}}};
};

}  // namespace

TEST_CASE("a leave by taps") {
  Day day(0);
  day.rig.Run(
      "tap 示例丙\ntap 请假\ntap 出差\ntap 示例丙本人\nexpect 出差\ntap 没错，登记\n"
      "expect 待确认\nexpect 示例丙请假，等\nexpect 上午班");
  const RosterChangeBody& body = day.Sent();
  CHECK(body.kind == "leave");
  CHECK(body.shift == "s1");
  CHECK(body.saw_version == 12);
  CHECK(body.member == "m03");
  CHECK(body.reason == "出差");
  CHECK(body.asked_by == "m03");
  CHECK(body.agreed_by == "m01");
}

TEST_CASE("a stand-in by taps") {
  Day day(0);
  day.rig.Run(
      "tap 示例丙\ntap 找人代班\nexpect 本月\ntap 第五活动组\nexpect 14:00 – 17:00 "
      "在样板镇委员工作室有班\n"
      "tap 示例戊\ntap 工作室安排\n"
      "tap 没错，登记\nexpect 请先问过示例戊\ntap 示例戊答应了\ntap 没错，登记\n"
      "expect 示例戊替示例丙，等");
  const RosterChangeBody& body = day.Sent();
  CHECK(body.kind == "stand_in");
  CHECK(body.shift == "s1");
  CHECK(body.saw_version == 12);
  CHECK(body.member == "m03");
  CHECK(body.other == "m05");
  CHECK(body.asked_by == "m01");
  CHECK(body.agreed_by == "m05");
}

TEST_CASE("a swap by taps; both days wait then") {
  Day day(0);
  day.rig.Run(
      "tap 示例丙\ntap 调班\ntap 示例戊\ntap 示例丙本人\ntap 示例戊答应了\ntap 没错，登记\n"
      "expect 示例丙和示例戊调班，等\ntap 后一天\nexpect 示例丙和示例戊调班，等");
  const RosterChangeBody& body = day.Sent();
  CHECK(body.kind == "swap");
  CHECK(body.shift == "s1");
  CHECK(body.saw_version == 12);
  CHECK(body.member == "m03");
  CHECK(body.other == "m05");
  CHECK(body.other_shift == "s2");
  CHECK(body.other_saw_version == 13);
  CHECK(body.asked_by == "m03");
  CHECK(body.agreed_by == "m05");
}

TEST_CASE("a new shift by taps is on the day at once, and waits") {
  Day day(3);
  day.rig.Run(
      "expect 这一天没有排班\ntap 排一班\ntap 下午\ntap 下一步\ntap 第五活动组\ntap 示例戊\ntap "
      "第一活动组\ntap 示例甲\n"
      "tap 选好了，2 人\ntap 没错，登记\nexpect 下午班 14:00 – 17:00\nexpect 待确认\nexpect "
      "示例戊");
  const RosterChangeBody& body = day.Sent();
  CHECK(body.kind == "put");
  CHECK(body.saw_version == 0);
  CHECK(body.members == std::vector<std::string>{"m05", "m01"});
}

TEST_CASE("back leads one step back, from a check to the day and not out of it") {
  Day day(0);
  day.rig.Run(
      "tap 示例丙\ntap 请假\ntap 出差\ntap 工作室安排\nexpect 请看看对不对\ntap 上一步\n"
      "expect 谁提出来的\ntap 上一步\nexpect 为什么请假\ntap 上一步\nexpect 找人代班\n"
      "tap 上一步\nexpect 前一天\n");
  CHECK(day.rig.shell().TopTag() == "day");
  day.rig.Run("tap 上一步");
  CHECK(day.rig.shell().TopTag() == "home");
  CHECK(day.rig.duty.changes.empty());
}

TEST_CASE("a shift of which a change waits offers no other, and says why") {
  Day day(1);
  day.rig.Run("expect 确认以后才能再改\nexpect 要删掉这一班\nabsent 改这一班");
  for (const Tappable& tappable : day.rig.Screen().Tappables()) {
    CHECK(tappable.label.find("示例") == std::string::npos);
  }
}
