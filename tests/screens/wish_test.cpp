// 微心愿 as a person walks through it: what is said, kept and promised.
#include <doctest/doctest.h>

#include "demo_badge.h"
#include "pages.h"
#include "shared/bodies/reader_words.h"

using namespace studio;

namespace {

const std::string kToPost = "tap 微心愿\ntap 我有心愿\n";
const std::string kSpeak = "tap 说话\ntap 点一下，开始说\ntap 说完了，点一下\n";
const std::string kOnToCheck =
    "tap 下一步\ntap 我自己的\ntap 下一步\ntap 示例村\ntap 下一步\ntap 下一步\n";
const std::string kReady = "tap 想要一双过冬的棉鞋。\n";

void LeaveWishFree(ScreenRig& rig, std::uint64_t percent) {
  rig.state.storage.total_bytes = 64'000'000'000;
  rig.state.storage.free_bytes = rig.state.storage.total_bytes / 100 * percent;
  rig.Draw();
}

}  // namespace

TEST_CASE("a wish is posted by voice alone, and whoever spoke knows what will hang there") {
  for (const Showing& showing : AllShowings()) {
    ScreenRig rig(showing);
    rig.RunFromHome(kToPost + kSpeak + "expect 墙上的字，由演示市政协听了再写\n" + kOnToCheck +
                    "expect 录音 1 分 5 秒\nexpect 演示市政协听过，写成一句话挂上墙\n"
                    "tap 没错，登记\nexpect 心愿记下了\nexpect 他们听过，写成一句话挂上墙\n");
    REQUIRE(rig.wishes.posted.size() == 1);
    CHECK(rig.wishes.posted[0].text.empty());
    REQUIRE(rig.wishes.posted[0].attachments.size() == 1);
    CHECK(rig.wishes.posted[0].attachments[0].type == "audio/ogg");
  }
}

TEST_CASE("a wish that was only spoken is not lost by stepping out unasked") {
  ScreenRig rig({});
  rig.Run(kToPost + kSpeak + "tap 返回\nexpect 要放弃刚才填的吗\ntap 接着填\n" + kOnToCheck +
          "tap 没错，登记\nexpect 心愿记下了\n");
  CHECK(rig.wishes.posted.size() == 1);
}

TEST_CASE("nobody who speaks a wish is cut short, and what is taken away asks first") {
  ScreenRig rig({});
  rig.Run(kToPost +
          "tap 说话\ntap 点一下，开始说\ntap 下一步\nexpect 还在录音，请先点\n"
          "tap 说完了，点一下\nabsent 还在录音，请先点\ntap 去掉\ntap 留着\nexpect 1:05\ntap 去掉\n"
          "tap 去掉\nabsent 1:05\ntap 下一步\nexpect 请先点一个心愿，或者说一段话、写几个字");
}

TEST_CASE("whoever speaks a wish is not asked whether they are there") {
  ScreenRig rig({});
  rig.Run(kToPost +
          "tap 说话\ntap 点一下，开始说\nadvance 150\nabsent 还在吗\n"
          "tap 说完了，点一下\nadvance 92\nexpect 还在吗");
}

TEST_CASE(
    "where the disk has no room for voice a wish is written; where it has none none is begun") {
  ScreenRig rig({});
  LeaveWishFree(rig, 2);
  rig.Run(kToPost + "tap 说话\nexpect 先不录音\nabsent 点一下，开始说\ntap 选一句\n" + kReady +
          kOnToCheck);
  LeaveWishFree(rig, 0);
  rig.Run(
      "tap 没错，登记\nexpect 心愿记下了\nexpect 机器快满，先不收\ntap 完成\ntap 微心愿\n"
      "expect 机器快满，先不收\n");
  CHECK(rig.wishes.posted.size() == 1);
}

TEST_CASE("a ready wish is marked and comes out again at a second tap") {
  ScreenRig rig({});
  rig.Run(kToPost + kReady + kReady + "tap 下一步\nexpect 请先点一个心愿\n" + kReady +
          "tap 想要一床厚被子。\n" + kOnToCheck + "expect 想要一床厚被子。\nabsent 棉鞋\n");
}

TEST_CASE("every line of a wish's check page has a way to change it that leads back") {
  const std::pair<std::string, std::string> lines[] = {
      {"改 1", "有什么小心愿"},
      {"改 2", "这是谁的心愿"},
      {"改 3", "是哪个村的"},
      {"改 4", "要不要留姓名、电话"},
  };
  for (const Showing& showing : AllShowings()) {
    for (const auto& [line, question] : lines) {
      ScreenRig rig(showing);
      rig.RunFromHome(kToPost + kReady + kOnToCheck + "tap " + line + "\nexpect " + question +
                      "\ntap 下一步\nexpect 请看看对不对\ntap " + line + "\ntap 上一步\n" +
                      "expect 请看看对不对\n");
    }
  }
}

TEST_CASE("a wish is taken back on its receipt, asking first, and promises nothing more") {
  for (const Showing& showing : AllShowings()) {
    ScreenRig rig(showing);
    rig.RunFromHome(kToPost + kReady + kOnToCheck +
                    "tap 没错，登记\nexpect 心愿记下了\ntap 撤回\ntap 不撤回\nexpect 心愿记下了\n"
                    "tap 撤回\ntap 撤回，删掉\nexpect 已经撤回\nabsent 挂上墙\nabsent 心愿记下了");
  }
}

TEST_CASE("who leaves no number is told that nobody can find them, and is promised no call") {
  ScreenRig rig({});
  rig.Run(kToPost + kReady +
          "tap 下一步\ntap 我自己的\ntap 下一步\ntap 示例村\ntap 下一步\nexpect 找不到您\n"
          "absent 一样办\ntap 下一步\ntap 没错，登记\nexpect 没留电话，委员找不到您\n"
          "absent 会打您的电话\n");
  ScreenRig other({});
  other.Run(kToPost + kReady +
            "tap 下一步\ntap 我自己的\ntap 下一步\ntap 示例村\ntap 下一步\ntap 电话\n"
            "type 13800000000\ntap 写好了\ntap 下一步\ntap 没错，登记\nexpect 会打您的电话\n");
}

TEST_CASE("a guardian reads that a voice message is kept before they agree") {
  ScreenRig rig({});
  rig.Run(kToPost + kSpeak +
          "tap 下一步\ntap 孩子的\ntap 下一步\ntap 示例村\ntap 下一步\ntype 示例甲\n"
          "tap 监护人电话\ntype 13800000000\ntap 写好了\ntap 下一步\nexpect 录音 1 分 5 秒\n"
          "expect 不拍照片\n");
}

TEST_CASE("a wish's pages say of its readers what its sealing says") {
  constexpr std::string_view kCounty = "演示市政协";
  SenderChoice wish{RecordKind::kWish}, without = wish, child = wish;
  without.unnamed = true;
  child.for_child = child.voice = true;
  const std::string on = "tap 下一步\ntap 示例村\ntap 下一步\nexpect ";
  for (const Showing& showing : AllShowings()) {
    ScreenRig rig(showing);
    rig.RunFromHome(kToPost + kReady + "tap 下一步\ntap 我自己的\n" + on +
                    WhoReadsName(wish, kCounty) + "\ntap 下一步\nexpect " +
                    WhoReads(without, kCounty) + "\nabsent 姓名和电话只有");
    ScreenRig other(showing);
    other.RunFromHome(kToPost + kSpeak + "tap 下一步\ntap 孩子的\n" + on +
                      WhoReadsName(child, kCounty) +
                      "\ntype 示例甲\ntap 监护人电话\ntype 13800000000\ntap 写好了\n"
                      "tap 下一步\nexpect " +
                      WhoReads(child, kCounty));
  }
}

TEST_CASE("how far a wish is stands on its card in every showing, beside a village too") {
  for (const Showing& showing : AllShowings()) {
    ScreenRig rig(showing);
    rig.Run("tap 微心愿\nexpect 等人认领\n");
    if (rig.Screen().Print().find("想要几本课外书") == std::string::npos)
      rig.Run("tap 往下翻\nexpect 想要几本课外书\n");
    rig.Run("expect 委员说办到了，等回话\n");
  }
}

TEST_CASE("the wall says in words how far a wish is, and a member's way in asks for the badge") {
  ScreenRig rig({});
  rig.Run(
      "tap 微心愿\nexpect 等人认领\ntap 想要一盏看书的台灯\nexpect 我有心愿\n"
      "expect 委员用的，要出示委员二维码\ntap 委员认领\nexpect 请出示委员二维码\n"
      "absent 我来认领\ntap 上一步\ntap 我有心愿\nexpect 有什么小心愿");
  CHECK(rig.wishes.tended.empty());
}
