#include <doctest/doctest.h>

#include "demo_badge.h"
#include "page_rules.h"
#include "pages.h"

using namespace studio;

namespace {

const std::string kScanFirst = "scan " + DemoBadge("m01") + "\n";

}  // namespace

TEST_CASE("a badge scanned at home is a check-in, and home shows who is here") {
  for (const Showing& showing : AllShowings()) {
    ScreenRig rig(showing);
    rig.RunFromHome("expect 待值\n" + kScanFirst + "expect 示例甲 委员\nexpect 迟到 62 分钟\n" +
                    "expect 上午班 08:30 – 11:30\ntap 完成\n");
    REQUIRE(rig.duty.check_ins.size() == 1);
    CHECK(rig.duty.check_ins[0].member == "m01");
    rig.TakeAttendance();
    rig.Run("expect 在岗");
    CHECK(rig.shell().TopTag() == "home");
  }
}

TEST_CASE("the camera and the hand scanner work at the same time") {
  ScreenRig rig({});
  rig.Run("tap 委员签到");
  REQUIRE(rig.camera.watched);
  rig.Run("scan https://example.test/\nexpect 这不是委员二维码");
  REQUIRE(rig.camera.watched);
  rig.camera.watched->on_codes({DemoBadge("m01")});
  rig.Run("expect 示例甲 委员");
  CHECK(rig.duty.check_ins.size() == 1);
  CHECK_FALSE(rig.camera.watched);  // nobody is looked at any longer
}

TEST_CASE("letters typed by hand are no badge") {
  ScreenRig rig({});
  rig.Run("tap 委员签到");
  for (const char letter : DemoBadge("m01")) {
    rig.Advance(0.2);
    rig.Type(std::string(1, letter));
  }
  rig.Press(Key::kEnter);
  CHECK(rig.duty.check_ins.empty());
  rig.Run("expect 把委员二维码对着摄像头");
}

TEST_CASE("what a member wrote for the next shift is not dropped by stepping out unasked") {
  ScreenRig rig({});
  rig.Run("tap 委员签到\nscan " + DemoBadge("m05") + "\ntap 示例乙\ntap 完成\nadvance 3600\nscan " +
          DemoBadge("m05") +
          "\ntap 签退\ntap 有，写下来\ntype 打印纸快用完了\ntap 设备\n"
          "tap 返回\nexpect 要放弃刚才填的吗\ntap 返回\nexpect 打印纸快用完了\n"
          "tap 返回\ntap 接着填\ntap 交给下一班\nexpect 下一班一签到就能看到\n");
  REQUIRE(rig.duty.left.size() == 1);
  CHECK(rig.duty.left[0].items == std::vector<HandoverItem>{{"device", "打印纸快用完了"}});
}

TEST_CASE("a member stands in, goes, leaves words, and the next one reads them") {
  ScreenRig rig({});
  rig.Run("tap 委员签到\nscan " + DemoBadge("m05") +
          "\nexpect 今天不是您的班\nexpect 您替谁值班？\nabsent 签到成功\ntap 示例乙\n"
          "expect 替示例乙代班，签到成功\ntap 完成\n");
  REQUIRE(rig.duty.check_ins.size() == 1);
  CHECK(rig.duty.check_ins[0].stand_in_for == "m02");
  rig.Run("advance 3600\nscan " + DemoBadge("m05") +
          "\nexpect 您要走了吗？\nexpect 现在签退，算早退 5\nexpect 还值\nabsent "
          "已签退\ntap 签退\nexpect 已签退\n"
          "tap 有，写下来\ntype 打印纸快用完了\ntap 设备\nexpect 打印纸快用完了\n"
          "tap 再写一条\ntype 写错了\ntap 未结事项\nexpect 写错了\ntap 删掉 2\nabsent 写错了\n"
          "tap 交给下一班\nexpect 下一班一签到就能看到\ntap 完成\n");
  REQUIRE(rig.duty.check_ins.size() == 2);
  CHECK(rig.duty.check_ins[1].out);
  REQUIRE(rig.duty.left.size() == 1);
  CHECK(rig.duty.left[0].items == std::vector<HandoverItem>{{"device", "打印纸快用完了"}});

  rig.duty.Lay(rig.duty.left[0], rig.clock.now.wall_ms);
  const std::string there = "expect 上一班留下的话\nexpect 示例戊 留\nabsent 打印纸\n";
  // No PIN goes with the card: it stays for one who has one.
  rig.Run(kScanFirst + there + "expect 用有密码的委员证\nabsent 输入密码\ntap 先不看\ntap 完成");
  CHECK(rig.duty.confirmed.empty());
  rig.duty.grounds.attendance.clear();
  rig.duty.grounds.pin_cards = {{"m01", {}}};
  rig.Run("scan " + DemoCard("m01") + "\n" + there + "tap 输入密码\ntype 246810\ntap 看留下的话\n" +
          "expect 打印纸快用完了\ntap 看过了\nabsent 打印纸\ntap 完成");
  CHECK(rig.duty.confirmed == std::vector<std::string>{rig.duty.handover->record});
}

TEST_CASE("a member who goes to people's doors says so, and home shows it until they are back") {
  ScreenRig rig({});
  rig.Run(kScanFirst + "expect 已签到\ntap 外出走访\nexpect 记下了，您外出走访\ntap 完成\n");
  rig.TakeAttendance();
  rig.Run("expect 外出走访\nabsent 在岗\nadvance 3600\n" + kScanFirst +
          "expect 您在外出走访\ntap 回来了\nexpect 您回来在岗\ntap 完成");
  rig.TakeAttendance();
  rig.Run("expect 在岗\nabsent 外出走访");
  CHECK(rig.duty.check_ins.back().visit == "back");
}

TEST_CASE("the same badge again at once is no leaving") {
  ScreenRig rig({});
  rig.Run(kScanFirst + "expect 已签到\n" + kScanFirst +
          "expect 您已经签到了\nabsent 签退\ntap 完成");
  CHECK(rig.duty.check_ins.size() == 1);
}

TEST_CASE("every verdict has its words, and they fit however the page is shown") {
  struct Case {
    std::string script, expected;
    void (*prepare)(ScreenRig& rig) = nullptr;
  };
  const auto revoke = [](ScreenRig& rig) {
    Revocation& revocation = rig.duty.grounds.revocations.emplace_back();
    revocation.member = "m01";
    revocation.before_s = rig.clock.now.wall_ms / 1000;
  };
  const auto come = [](ScreenRig& rig) {
    const Shift& shift = rig.duty.grounds.shifts[0];
    rig.duty.grounds.attendance.push_back(
        {shift.id, "m01", 1, shift.date, rig.clock.now.wall_ms - 3'600'000, 0, ""});
  };
  const auto end_soon = [](ScreenRig& rig) {
    Shift& shift = rig.duty.grounds.shifts[0];
    shift.to = "09:40";
    rig.duty.grounds.attendance.push_back(
        {shift.id, "m01", 1, shift.date, rig.clock.now.wall_ms - 3'600'000, 0, ""});
  };
  const auto forget_members = [](ScreenRig& rig) { rig.duty.grounds.members.clear(); };
  const auto soon = [](ScreenRig& rig) { rig.duty.grounds.shifts[0].from = "09:42"; };
  const auto break_store = [](ScreenRig& rig) { rig.duty.works = false; };
  const std::string live = "scan " + LiveBadge("m01") + "\n";
  const std::vector<Case> cases = {
      {kScanFirst, "今日值班，签到成功", soon},
      {kScanFirst, "已签到，迟到 62 分钟"},
      {"scan " + DemoBadge("m05") + "\ntap 示例乙", "替示例乙代班，签到成功"},
      {"scan " + DemoBadge("m05") + "\ntap 只是来看看", "今天不是您的班，已签到"},
      {"scan " + DemoBadge("m06"), "您是别的工作室的委员"},
      {"scan " + DemoBadge("m06") + "\ntap 只是来看看", "别的工作室的委员，已签到"},
      {kScanFirst, "您已经签到了", come},
      {kScanFirst + "tap 签退", "已签退，早退 117 分钟", come},
      {kScanFirst + "tap 签退", "已签退，辛苦了", end_soon},
      {live + "advance 5\n" + "tap 完成\n" + live, "这个二维码用过了"},
      {"scan " + ExpiredBadge("m01"), "二维码过期了"},
      {"scan " + ComingBadge("m01"), "二维码还没生效"},
      {kScanFirst, "这张证已停用", revoke},
      {"scan " + ForgedBadge("m01"), "无法识别，不能签到"},
      {"scan " + ForeignBadge("m01"), "不是这里的委员二维码"},
      {kScanFirst, "名单里没有您", forget_members},
      {"scan https://example.test/", "这不是委员二维码"},
      {kScanFirst, "没能记下来", break_store},
  };
  for (const Showing& showing : AllShowings()) {
    ScreenRig rig(showing);
    for (const Case& one : cases) {
      rig.Restart();
      if (one.prepare) one.prepare(rig);
      rig.RunFromHome(one.script);
      CAPTURE(showing.Name());
      CAPTURE(one.expected);
      rig.Run("expect " + one.expected);
      const Rect drawing{0, 0, static_cast<float>(showing.width),
                         static_cast<float>(showing.height)};
      CHECK(TextFaults(rig.Screen(), drawing) == Faults{});
      CHECK(OverlapFaults(rig.Screen()) == Faults{});
      CHECK(TouchFaults(rig.Screen(), rig.CurrentTheme(), drawing) == Faults{});
    }
  }
}

TEST_CASE("what is not taken says why and goes on looking") {
  ScreenRig rig({});
  rig.Run("tap 委员签到\nscan " + ForgedBadge("m01") + "\nexpect 无法识别\nscan " +
          ExpiredBadge("m01") + "\nexpect 二维码过期了\n");
  rig.duty.grounds.revocations.push_back({});
  rig.duty.grounds.revocations.back().member = "m01";
  rig.duty.grounds.revocations.back().before_s = rig.clock.now.wall_ms / 1000;
  rig.Run(kScanFirst + "expect 这张证已停用\n");
  rig.duty.grounds.revocations.clear();
  rig.duty.grounds.members.clear();
  rig.Run("scan " + DemoBadge("m02") + "\nexpect 名单里没有您\n");
  CHECK(rig.duty.check_ins.empty());
}

TEST_CASE("what could not be kept is said, nothing is promised, and may be tried again") {
  ScreenRig rig({});
  rig.duty.works = false;
  rig.Run("tap 委员签到\n" + kScanFirst + "expect 没能记下来\nabsent 已签到\ntap 再试一次\n" +
          "expect 把委员二维码对着摄像头\n");
  rig.duty.works = true;
  rig.Run(kScanFirst + "expect 已签到");
}

TEST_CASE("a member who walks away leaves no camera on, and no page") {
  ScreenRig rig({});
  rig.Run("tap 委员签到\nadvance 46\nexpect 还在吗？\nadvance 60\nexpect 今日值班");
  CHECK_FALSE(rig.camera.watched);
  rig.Run(kScanFirst +
          "advance 29\nexpect 示例甲 委员\nadvance 2\nabsent 示例甲 委员\nexpect 今日值班");
}

TEST_CASE("a camera pulled out leaves the scanner, and is said") {
  ScreenRig rig({});
  rig.Run("tap 委员签到");
  rig.camera.watched->on_trouble(MediaTrouble::kLost);
  rig.Run("expect 摄像头断了\nexpect 请用扫码枪扫委员二维码");
  rig.camera.watched->on_trouble(std::nullopt);
  rig.Run("absent 摄像头断了\nexpect 把委员二维码对着摄像头");
}

TEST_CASE("where the mechanism asks for the PIN, the page takes it as dots and then checks in") {
  for (const Showing& showing : AllShowings()) {
    ScreenRig rig(showing);
    rig.duty.grounds.settings.ask_pin = true;
    rig.duty.grounds.pin_cards["m01"] = {};
    rig.RunFromHome("scan " + LiveBadge("m01") + "\nexpect 还要出示委员证\nabsent 已签到\n");
    CHECK(rig.duty.check_ins.empty());
    rig.Run("scan " + DemoCard("m01") + "\nexpect 请输入密码\ntap 2\ntap 4\ntap 6\ntap 8\ntap 1\n" +
            "absent 24681\ntap 0\ntap 签到\nexpect 迟到 62 分钟\n");
    REQUIRE(rig.duty.check_ins.size() == 1);
    CHECK(rig.duty.check_ins[0].with_pin);
  }
}
