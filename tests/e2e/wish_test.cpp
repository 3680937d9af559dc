// A wish from the slip to the last word of who wished, and two members who claim it at two
// stations: the first whose claim reaches the county has it, and the other is told. And one that is
// spoken.
#include <doctest/doctest.h>

#include "village.h"

namespace studio::e2e {
namespace {

const std::string kWish = "想要一双过冬的棉鞋";
const std::string kHeard = "想请人帮忙装一个扶手";

std::string BadgeOf(const Village& village, const std::string& member) {
  const Finished badge = Run("county-stub", {"badge", "--data", village.county().string(),
                                             "--member", member, "--text-only"});
  REQUIRE_MESSAGE(badge.status == 0, badge.err);
  return badge.out.substr(0, badge.out.find('\n'));
}

nlohmann::json WishOf(const Village& village) {
  const Finished listed =
      Run("county-stub", {"wishes", "--data", village.county().string(), "--json"});
  REQUIRE_MESSAGE(listed.status == 0, listed.err);
  for (const auto& wish : nlohmann::json::parse(listed.out)) {
    if (wish.dump().find(kWish) != std::string::npos) return wish;
  }
  FAIL("the wish is not listed: " << listed.out);
  return nullptr;
}

void Must(Village& village, const std::filesystem::path& terminal, const std::string& script) {
  const Finished done = village.RunScript(terminal, script);
  REQUIRE_MESSAGE(done.status == 0, done.err);
}

}  // namespace

TEST_CASE(
    "a wish is posted, claimed by the first, granted twice, and has come when its slip says so") {
  Village village;
  village.StartCounty();
  const auto here = village.Enrol("here");
  const auto there = village.Enrol("there");
  const std::string slip = (village.scratch() / "shots" / "slip.png").string();
  const std::string connected = "wait-for 已连接 120\n";
  const std::string look_up = "camera " + slip + "\ntap 查进度\ntap 扫登记单\nwait-for 的情况 60\n";
  const std::string at_wall = "tap 微心愿\nwait-for " + kWish + " 60\ntap " + kWish + "\n";

  Must(village, here,
       connected + "tap 微心愿\ntap 我有心愿\ntap " + kWish +
           "\ntap 下一步\ntap 我自己的\ntap 下一步\ntap 示例村\ntap 下一步\ntap 下一步\n"
           "tap 没错，登记\nwait-for 心愿记下了 60\nshot slip\ntap 完成\n" +
           look_up + "wait-for 演示市政协已收到 120\n");
  const Finished published =
      Run("county-stub", {"wish", "--data", village.county().string(), "--record",
                          WishOf(village)["record"], "--publish"});
  REQUIRE_MESSAGE(published.status == 0, published.err);
  Must(village, there, connected + at_wall);
  Must(village, here, connected + look_up + "wait-for 上了心愿墙 60\n");

  // Both claim it; that of `there` waits for the line.
  CHECK(village.StopCounty().status == 0);
  Must(village, there,
       at_wall + "tap 委员认领\nscan " + BadgeOf(village, "m02") +
           "\ntap 我来认领\nwait-for 等确认 30\n");
  village.StartCounty();
  Must(village, here,
       connected + at_wall + "tap 委员认领\nscan " + BadgeOf(village, "m01") +
           "\ntap 我来认领\nwait-for 等确认 30\ntap 回心愿墙\nwait-for 示例甲 委员认领了 60\n");
  Must(village, there,
       connected + at_wall + "wait-for 示例乙 委员的认领没成 60\nexpect 示例甲 委员先认领了\n");

  const std::string granted = "tap 委员办理\nscan " + BadgeOf(village, "m01") +
                              "\ntap \"办到了\"\nwait-for 辛苦了 30\ntap 完成\n" + look_up +
                              "wait-for 示例甲委员说办到了 120\ntap 收到没有\n";
  Must(village, here,
       connected + at_wall + "tap 委员办理\nscan " + BadgeOf(village, "m02") +
           "\nwait-for 要请本人来说 30\ntap 回心愿墙\ntap " + kWish + "\n" + granted +
           "tap 还没有\nwait-for 您的话记下了 30\nwait-for 已请委员接着办 120\n");
  CHECK(WishOf(village)["step"] == "returned");
  CHECK(WishOf(village)["wall"]["step"] == "claimed");
  Must(village, here,
       connected + at_wall + "wait-for 示例甲 委员认领了 60\n" + granted +
           "tap 收到了\nwait-for 您的话记下了 30\n");
  village.Drain(here);
  CHECK(WishOf(village).dump().find("\"confirmed\"") != std::string::npos);
  CHECK(village.StopCounty().status == 0);
}

TEST_CASE("a spoken wish arrives whole, and hangs on the wall in the words of who listened") {
  Village village;
  village.StartCounty();
  const auto terminal = village.Enrol();
  Must(village, terminal, "wait-for 已连接 60\n");
  // It is spoken with the line down, and no word is written.
  CHECK(village.StopCounty().status == 0);
  const Finished posted = village.RunScript(
      terminal,
      "tap 微心愿\ntap 我有心愿\ntap 说话\ntap 点一下，开始说\nwait-for 听一遍 60\nexpect 8 秒\n"
      "tap 下一步\ntap 我自己的\ntap 下一步\ntap 示例村\ntap 下一步\ntap 下一步\n"
      "expect 写成一句话\ntap 没错，登记\nwait-for 心愿记下了 60\n",
      {"--microphone", "test:8"});
  REQUIRE_MESSAGE(posted.status == 0, posted.err);
  village.StartCounty();
  village.Drain(terminal);
  const auto ledger = village.Ledger();
  REQUIRE(ledger.size() == 1);
  CHECK(ledger[0]["kind"] == "wish");
  CHECK(ledger[0]["body"]["text"] == "");
  const std::string record = ledger[0]["id"];
  const auto out = village.scratch() / "opened";
  const Finished opened = Run("county-stub", {"attachments", "--data", village.county().string(),
                                              "--record", record, "--out", out.string()});
  REQUIRE_MESSAGE(opened.status == 0, opened.err);
  CHECK(opened.out.starts_with("1-voice.ogg  audio/ogg  "));
  CHECK(std::filesystem::file_size(out / "1-voice.ogg") > 4000);
  CHECK(std::filesystem::is_empty(terminal / "attachments"));

  std::vector<std::string> publish = {"wish",     "--data", village.county().string(),
                                      "--record", record,   "--publish"};
  const Finished refused = Run("county-stub", publish);
  CHECK(refused.status != 0);
  CHECK(refused.err.find("only spoken") != std::string::npos);
  publish.insert(publish.end(), {"--text", kHeard});
  const Finished published = Run("county-stub", publish);
  REQUIRE_MESSAGE(published.status == 0, published.err);
  Must(village, terminal, "wait-for 已连接 60\ntap 微心愿\nwait-for " + kHeard + " 60\n");
  CHECK(village.StopCounty().status == 0);
}

}  // namespace studio::e2e
