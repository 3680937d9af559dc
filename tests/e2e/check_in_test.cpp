// Every verdict on a badge, shown by the real terminal to what its camera sees, and what of it
// reaches the county.
#include <doctest/doctest.h>

#include "duty_day.h"
#include "shared/record/badge.h"

namespace studio::e2e {
namespace {

// Held before the camera on the way from home to check-in.
std::string Hold(const std::string& what) { return "camera " + what + "\ntap 委员签到\n"; }
std::string Sees(const std::string& words) { return "wait-for " + words + " 30\n"; }
const std::string kJustHere = "tap 只是来看看\n";
const std::string kDone = "tap 完成\nwait-for 今日值班 30\n";

std::string WithOneBitChanged(const std::string& text) {
  auto token = ReadBadgeToken(text);
  REQUIRE(token);
  token->content.back() ^= 1;
  return token->Text(true);
}

// The check-ins of that member, coming or going.
std::vector<nlohmann::json> Of(const std::vector<nlohmann::json>& all, const std::string& name,
                               bool out) {
  std::vector<nlohmann::json> theirs;
  for (const auto& one : all) {
    if (one["member_name"] == name && one["out"] == out) theirs.push_back(one);
  }
  return theirs;
}

// Once, as that, for that shift (empty: none), and the county found the badge good.
void CheckOnce(const std::vector<nlohmann::json>& all, const std::string& name, bool out,
               const std::string& verdict, const std::string& shift,
               const std::string& outcome = "proven") {
  CAPTURE(name);
  CAPTURE(verdict);
  const auto theirs = Of(all, name, out);
  REQUIRE(theirs.size() == 1);
  CHECK(theirs[0]["verdict"] == verdict);
  CHECK(theirs[0]["shift"] == shift);
  CHECK(theirs[0]["outcome"] == outcome);
}

}  // namespace

TEST_CASE("who comes, late or for another, and who goes: the screen says it, the ledger has it") {
  DutyDay day;
  const std::string first = day.Badge("m01"), stand_in = day.Badge("m05");
  const std::string elsewhere = day.Video(day.Badge("m06"), "avi");
  const std::string extra = day.Badge("m12");
  const std::string asked =
      day.Video(day.Badge("m21", {"--at", std::to_string(day.UnixSeconds("08:00"))}), "webm");
  const std::string late = day.Video(day.Badge("m09"), "webm");

  const Finished morning = day.RunOffline(
      "08:20",
      "absent 在岗\n" + Hold(first) + Sees("今日值班，签到成功") +
          "expect 示例甲 委员\nexpect 上午班 08:30 – 11:30，早到\n" + kDone +
          "expect 在岗\nexpect 示例甲\n"                                                   //
          + Hold(first) + Sees("您已经签到了") + "expect 刚刚签的\nabsent 签退\n" + kDone  //
          + Hold(stand_in) + Sees("替示例寅代班，签到成功") + kDone                        //
          + Hold(elsewhere) + Sees("您是别的工作室的委员") + kJustHere +
          Sees("别的工作室的委员，已签到") + kDone  //
          + Hold(extra) + Sees("今天不是您的班") + kJustHere + Sees("今天不是您的班，已签到") +
          kDone  //
          + Hold(asked) + Sees("您替谁值班？") + "tap 示例午\n" + Sees("替示例午代班，签到成功") +
          kDone                                                      //
          + Later(4200) + Hold(late) + Sees("已签到，迟到") + kDone  //
          + Hold(first) + Sees("您要走了吗？") + "tap 签退\n" + Sees("已签退，早退") +
          "tap 没有\nwait-for 今日值班 30\n"  //
          + Later(7200) + Hold(stand_in) + Sees("您要走了吗？") + "tap 签退\n" +
          Sees("已签退，辛苦了") + "tap 没有\nwait-for 今日值班 30\n");
  REQUIRE_MESSAGE(morning.status == 0, morning.err);
  CHECK(day.CheckIns().empty());  // nobody had heard of it yet

  day.Upload();
  const auto all = day.CheckIns();
  CHECK(all.size() == 8);
  CheckOnce(all, "示例甲", false, "on_duty", day.shift());
  CheckOnce(all, "示例戊", false, "standing_in", day.shift());
  CheckOnce(all, "示例己", false, "other_studio", "");
  CheckOnce(all, "示例丑", false, "extra", "");
  CheckOnce(all, "示例戌", false, "standing_in", day.shift());
  CheckOnce(all, "示例壬", false, "late", day.shift());
  CheckOnce(all, "示例甲", true, "left_early", day.shift());
  CheckOnce(all, "示例戊", true, "leaving", day.shift());
  CHECK(Of(all, "示例戊", false)[0]["stand_in_for"] == "m13");
  CHECK(Of(all, "示例戌", false)[0]["stand_in_for"] == "m17");
  for (const auto& one : all) CHECK_FALSE(one["body"]["clock_unsure"]);
}

TEST_CASE("what is not taken is told apart, and the camera goes on looking") {
  DutyDay day;
  const std::string good = day.Badge("m01");
  const std::string expired = day.Badge("m01", {"--at", "2025-01-01T08:00", "--valid-days", "30"});
  const std::string early = day.Badge("m01", {"--at", std::to_string(day.UnixSeconds("11:00"))});
  const std::string revoked = day.Video(day.Badge("m05"), "avi");
  const std::string gone = day.Badge("m24");
  const std::string second = day.Badge("m09");
  // Another county's members have the same names and ids.
  Village other;
  nlohmann::json county = {{"name", "示范市政协"}, {"code", 990002}};
  day.Tell(other, {{{"kind", "county"}, {"id", "county"}, {"body", county}}});
  const std::string foreign = day.Badge(other, "m01");
  // One with the code of ours: signed by somebody else.
  Village impostor;
  const std::string forged = day.Video(day.Badge(impostor, "m01"), "webm");
  const std::string bit = day.Picture({WithOneBitChanged(day.TextOf(good))});
  const std::string two = day.Picture({day.TextOf(good), day.TextOf(second)});
  const std::string both = day.Picture({day.TextOf(second), "https://example.test/"});
  const std::string any = day.Video(day.Picture({"https://example.test/a?b=1"}), "avi");
  const std::string nothing = day.Picture({});

  REQUIRE(Run("county-stub", {"revoke", "--data", day.village.county().string(), "--member", "m05"})
              .status == 0);
  day.Tell({{{"kind", "member"}, {"id", "m24"}, {"deleted", true}}});

  const std::string home = "tap 回首页\nwait-for 今日值班 30\n";
  const Finished refused = day.RunOffline(
      "09:00",
      Hold(nothing) + Sees("对着摄像头") + "camera " + expired + "\n" + Sees("二维码过期了") +
          "expect 请找演示市政协换新的\ncamera " + early + "\n" + Sees("二维码还没生效") +
          "expect 11:00才能用\ncamera " + revoked + "\n" + Sees("这张证已停用") + home  //
          + Hold(forged) + Sees("无法识别，不能签到") + "camera " + any + "\n" +
          Sees("这不是委员二维码") + "camera " + bit + "\n" + Sees("无法识别，不能签到") +
          "expect 印坏了\ncamera " + foreign + "\n" + Sees("不是这里的委员二维码") + home  //
          + Hold(gone) + Sees("名单里没有您") + "camera " + two + "\n" +
          Sees("看到两个委员二维码") + "expect 一次只出示一个\nabsent 示例甲\ncamera " + both +
          "\n" + Sees("已签到，迟到") + "expect 示例壬 委员\n" + kDone);
  REQUIRE_MESSAGE(refused.status == 0, refused.err);
  day.Upload();
  // A badge beside any other code is still that one member's.
  const auto all = day.CheckIns();
  REQUIRE(all.size() == 1);
  CHECK(all[0]["member_name"] == "示例壬");
}

TEST_CASE("lists and a clock that nobody has checked for long are taken and flagged") {
  DutyDay day;
  const std::string first = day.Badge("m01"), second = day.Badge("m06");
  // The county has not been heard since the program started, but in this boot.
  const Finished known = day.village.RunScript(
      day.terminal, "wait-for 今日值班 30\n" + day.AdvanceTo("09:00") + Hold(first) +
                        Sees("已签到，迟到") + "absent 机器时间\n" + kDone);
  REQUIRE_MESSAGE(known.status == 0, known.err);
  const Finished stale =
      day.RunOffline("09:00",
                     Hold(second) + kJustHere + Sees("别的工作室的委员，已签到") +
                         "expect 已注明：名单好久没更新、机器时间没核对过\n" + kDone,
                     31);
  REQUIRE_MESSAGE(stale.status == 0, stale.err);
  day.Upload();
  const auto all = day.CheckIns();
  REQUIRE(all.size() == 2);
  CheckOnce(all, "示例甲", false, "late", day.shift());
  CheckOnce(all, "示例己", false, "other_studio", "", "proven; time unsure");
  CHECK(all[0]["body"]["clock_unsure"] == false);
  CHECK(all[0]["body"]["trust_stale"] == false);
  CHECK(all[1]["body"]["clock_unsure"] == true);
  CHECK(all[1]["body"]["trust_stale"] == true);
}

TEST_CASE("a camera that comes back, or comes at all, is used without a touch") {
  DutyDay day;
  const std::string first = day.Badge("m01"), second = day.Badge("m09");
  const std::string any = day.Picture({"https://example.test/"});
  const auto soon = [](const std::string& words) { return "wait-for " + words + " 10\n"; };
  const Finished back = day.village.RunScript(
      day.terminal, "wait-for 今日值班 30\n" + day.AdvanceTo("09:00") +
                        "tap 委员签到\nexpect 没有接摄像头\ncamera " + any + "\n" +
                        soon("这不是委员二维码") + "camera none\n" + soon("摄像头断了") +
                        "camera " + first + "\n" + soon("示例甲 委员") + kDone  //
                        + Hold(any) + soon("这不是委员二维码") + "camera none\n" +
                        soon("摄像头断了") + "scan " + day.TextOf(second) + "\n" +
                        soon("示例壬 委员") + kDone);
  REQUIRE_MESSAGE(back.status == 0, back.err);
}

}  // namespace studio::e2e
