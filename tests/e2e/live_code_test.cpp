// A live code is good once, and for 90 seconds. (How long it is remembered, also against a clock
// that is set back: tests/store/check_in_test.cpp. The verdicts: tests/app/check_in_test.cpp.)
#include <doctest/doctest.h>

#include "duty_day.h"

namespace studio::e2e {
namespace {

constexpr const char* kHour = "09:00";
const std::string kUsed = "wait-for 这个二维码用过了 30\nexpect 请在手机上刷新二维码\n";
const std::string kHome = "tap 回首页\nwait-for 今日值班 30\n";

std::string Show(const std::string& what) { return "camera " + what + "\ntap 委员签到\n"; }

}  // namespace

TEST_CASE("a live code shown again, at once, after the county has it, or later is refused") {
  DutyDay day;
  // Made out a little later than the terminal's clock is, which is allowed: so there is time.
  const std::string at = std::to_string(day.UnixSeconds(kHour) + 25);
  const std::string live = day.Badge("m01", {"--live", "--at", at});
  const std::string unused = day.Badge("m09", {"--live", "--at", at});
  const std::string screenshot = day.Video(live, "avi");

  const Finished first = day.RunOffline(
      kHour, Show(live) + "wait-for 示例甲 委员 30\nexpect 已签到，迟到\ntap 完成\n" +
                 "wait-for 今日值班 30\n" + Show(live) + kUsed + kHome + Show(screenshot) + kUsed);
  REQUIRE_MESSAGE(first.status == 0, first.err);
  CHECK(day.village.Outbox(day.terminal).at(0)["state"] == "waiting");

  day.Upload();
  const auto outbox = day.village.Outbox(day.terminal);
  REQUIRE(outbox.size() == 1);
  CHECK(outbox[0]["state"] == "safe");
  const Finished again = day.RunOffline(
      kHour, Show(screenshot) + kUsed + kHome + Later(200) + Show(live) + kUsed + kHome +
                 Show(unused) + "wait-for 二维码过期了 30\nexpect 请在手机上刷新二维码\n" + kHome +
                 Later(90'000) + Show(live) + kUsed);
  REQUIRE_MESSAGE(again.status == 0, again.err);

  day.Upload();
  const auto all = day.CheckIns();
  REQUIRE(all.size() == 1);
  CHECK(all[0]["member_name"] == "示例甲");
  CHECK(all[0]["badge"] == "live");
  CHECK(all[0]["shift"] == day.shift());
}

}  // namespace studio::e2e
