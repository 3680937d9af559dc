// 参与协商 and 微心愿 as a person walks through them.
#include <doctest/doctest.h>

#include "demo_badge.h"
#include "topic_pages.h"

using namespace studio;

namespace {

const std::string kAgain =
    "tap 示例村到柳条村的路\ntap 再说一次\ntap 赞成\ntap 下一步\ntap 下一步\ntap 居民\n"
    "tap 下一步\ntap 没错,交上去\n";

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
                             "\ntap 没错,交上去\nexpect 记下了\ntap 完成\n";
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
  rig.Run("expect 还没有议题");
}

TEST_CASE("an opinion that cannot be kept is still there to be sent again") {
  ScreenRig rig({});
  rig.topics.fails = ErrorKind::kStorage;
  rig.Run(kToOpinionCheck + "tap 没错,交上去\nexpect 您说的都还在\nexpect 先把桥上的裂缝补上\n");
  rig.topics.fails.reset();
  rig.Run("tap 没错,交上去\nexpect 记下了,谢谢您");
  CHECK(rig.topics.given.back().words == "先把桥上的裂缝补上");
}

TEST_CASE("idle, notices and honours take turns, and a touch returns") {
  ScreenRig rig({});
  rig.Run("advance 125\n");
  bool notice = false, honour = false;
  for (int turn = 0; turn < 12; ++turn) {
    rig.Advance(15);
    for (const VisibleText& text : rig.Screen().Texts()) {
      notice |= text.text == rig.state.station->notices[0].title;
      honour |= text.text == rig.state.station->honours[0].title;
    }
  }
  CHECK(notice);
  CHECK(honour);
  rig.Tap(500, 500);
  rig.Run("expect 我要反映");
}
