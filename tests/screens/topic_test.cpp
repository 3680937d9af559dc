// 参与协商 and 微心愿 as a person walks through them.
#include <doctest/doctest.h>

#include "demo_badge.h"
#include "topic_pages.h"

using namespace studio;

namespace {

const std::string kAgain =
    "tap 示例村到柳条村的路\ntap 再说一次\ntap 赞成\ntap 下一步\ntap 下一步\ntap 群众\n"
    "tap 下一步\ntap 没错，登记\n";

}  // namespace

TEST_CASE("whoever speaks again before going home changes their mind, the next visitor does not") {
  ScreenRig rig({});
  rig.Run(kToGiven + "tap 看别的议题\n" + kAgain + "expect 已经换成您刚说的\ntap 完成\n" +
          kToGiven + "absent 换成");
  REQUIRE(rig.topics.given.size() == 3);
  CHECK(rig.topics.given[1].ballot == rig.topics.given[0].ballot);
  CHECK(rig.topics.given[2].ballot != rig.topics.given[0].ballot);
}

TEST_CASE("a visit that ends by itself takes its ballots and words along") {
  ScreenRig rig({});
  rig.Run(kToGiven + "advance 46\nexpect 还在吗\nadvance 61\n");
  CHECK(rig.shell().TopTag() == "home");
  rig.Run(kToGiven + "absent 换成");
  REQUIRE(rig.topics.given.size() == 2);
  CHECK(rig.topics.given[1].ballot != rig.topics.given[0].ballot);
}

TEST_CASE("a member's card is shown once and counts as theirs, wherever the visit") {
  ScreenRig rig({});
  const std::string member = kToSpeaker + "tap 委员\ntap 下一步\nscan " + DemoCard("m01") +
                             "\ntap 没错，登记\nexpect 记下了\ntap 完成\n";
  rig.Run(member + member);
  REQUIRE(rig.topics.given.size() == 2);
  CHECK(rig.topics.given[0].member);
  CHECK(rig.topics.given[0].ballot == MemberBallot("road", BadgeSecret{1}));
  CHECK(rig.topics.given[1].ballot == rig.topics.given[0].ballot);
  CHECK_FALSE(rig.camera.watched);
}

TEST_CASE("the topic's page goes when the county takes the topic back") {
  ScreenRig rig({});
  rig.Run(kToTopic);
  rig.state.station = std::make_shared<const Station>();
  rig.Draw();
  CHECK(rig.shell().TopTag() == "topics");
  rig.Run("expect 正在接收资料");
}

TEST_CASE("an opinion that cannot be kept is still there to be sent again") {
  ScreenRig rig({});
  rig.topics.fails = ErrorKind::kStorage;
  rig.Run(kToOpinionCheck + "tap 没错，登记\nexpect 您说的都还在\nexpect 先把桥上的裂缝补上\n");
  rig.topics.fails.reset();
  rig.Run("tap 没错，登记\nexpect 记下了，谢谢您");
  CHECK(rig.topics.given.back().words == "先把桥上的裂缝补上");
}

TEST_CASE("idle, notices, honours and the studio's progress take turns, and a touch returns") {
  ScreenRig rig({});
  rig.Run("advance 125\n");
  bool notice = false, honour = false, progress = false;
  for (int turn = 0; turn < 12; ++turn) {
    rig.Advance(15);
    for (const VisibleText& text : rig.Screen().Texts()) {
      notice |= text.text == rig.state.station->notices[0].title;
      honour |= text.text == rig.state.station->honours[0].title;
      progress |= text.text == "今年要做 4，已做 3";
      CHECK(text.text != "上一季度的走访");
    }
  }
  CHECK(notice);
  CHECK(honour);
  CHECK(progress);
  rig.Tap(500, 500);
  rig.Run("expect 我要反映");
}

TEST_CASE("where there is nothing else to show, idle shows the progress alone") {
  ScreenRig rig({});
  auto station = std::make_shared<Station>(*rig.state.station);
  station->notices.clear();
  station->honours.clear();
  rig.state.station = station;
  rig.Run("advance 125\nexpect 该做的，做了多少\nexpect 社情民意信息");
  rig.Tap(500, 500);
  rig.Run("expect 我要反映");
}

TEST_CASE(
    "a public page that nothing has come for says so, and does not say that there is nothing") {
  const std::string pages[] = {"tap 公告\n", "tap 委员风采\n", "tap 工作制度\n", "tap 微心愿\n",
                               "tap 参与协商\n"};
  for (const std::string& page : pages) {
    ScreenRig rig({});
    rig.Run(page);
    rig.state.station = std::make_shared<const Station>();
    rig.Draw();
    rig.Run("expect 正在接收资料\nabsent 还没有");
    rig.state.link.condition = LinkCondition::kOffline;
    rig.Draw();
    rig.Run("expect 还没有收到资料");
    auto heard = std::make_shared<Station>();
    heard->as_of_ms = 1;
    rig.state.station = heard;
    rig.Draw();
    rig.Run("expect 还没有\nabsent 资料");
  }
}

TEST_CASE("what hangs there while the county cannot be heard says of when it is") {
  for (const std::string& page : {std::string("tap 微心愿\n"), kToTopic + "tap 往下翻\n"}) {
    ScreenRig rig({});
    rig.Run(page + "absent 现在没连上");
    rig.state.link.condition = LinkCondition::kOffline;
    rig.state.link.last_exchange_ms = rig.clock.now.wall_ms - 3'600'000;
    rig.Draw();
    rig.Run("expect 现在没连上演示市政协，这是 今天");
    rig.state.link.condition = LinkCondition::kConnected;
    rig.Draw();
    rig.Run("absent 现在没连上");
  }
}

TEST_CASE("an honour of somebody who is no member any more is nobody else's") {
  ScreenRig rig({});
  auto station = std::make_shared<Station>(*rig.state.station);
  for (Honour& honour : station->honours) honour.member = "m-gone";
  rig.state.station = station;
  rig.Run("tap 委员风采\ntap 荣誉\nabsent 本工作室");
  for (Honour& honour : station->honours) honour.member.clear();
  rig.state.station = std::make_shared<Station>(*station);
  rig.Draw();
  rig.Run("expect 本工作室");
}
