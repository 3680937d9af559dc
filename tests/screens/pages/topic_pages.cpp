#include "topic_pages.h"

#include "demo_badge.h"

namespace studio {

const std::string kToTopics = "tap 参与协商\n";
const std::string kToTopic = kToTopics + "tap 示例村到柳条村的路\n";
const std::string kToStance = kToTopic + "tap 我要说\n";
const std::string kToOpinionWords = kToStance + "tap 有不同意见\ntap 下一步\n";
const std::string kToSpeaker = kToOpinionWords + "type 先把桥上的裂缝补上\ntap 下一步\n";
const std::string kToOpinionCheck = kToSpeaker + "tap 群众\ntap 下一步\n";
const std::string kToGiven = kToOpinionCheck + "tap 没错，登记\nexpect 记下了\n";

namespace {

const std::string kToCard = kToSpeaker + "tap 委员\ntap 下一步\n";

std::string LongTopicWords() {
  std::string out;
  for (int i = 0; i < 25; ++i) out += "村口的路灯坏了两个星期，晚上出门看不清路。";
  return out;
}

template <class Change>
void Republish(ScreenRig& rig, Change change) {
  auto station = std::make_shared<Station>(*rig.state.station);
  change(*station);
  rig.state.station = station;
}
void NoTopics(ScreenRig& rig) {
  Republish(rig, [](Station& station) { station.topics.clear(); });
}
// So that the closed one is in sight.
void OneOpen(ScreenRig& rig) {
  Republish(rig, [](Station& station) { station.topics.erase(station.topics.begin() + 1); });
}
void NoCounts(ScreenRig& rig) {
  Republish(rig, [](Station& station) {
    for (Topic& topic : station.topics) topic.counts.clear();
    station.mechanism.topic_steps.clear();
  });
}
void NoPhonePages(ScreenRig& rig) {
  Republish(rig, [](Station& station) { station.county.phone_pages.clear(); });
}
// The road's last day goes by in a minute.
void ClosesAtOnce(ScreenRig& rig) {
  Republish(rig, [&](Station& station) {
    station.topics[0].closes = LocalTime::At(rig.clock.now.wall_ms).Date();
  });
  const std::int64_t into_day = (rig.clock.now.wall_ms + 8 * 3'600'000) % 86'400'000;
  rig.state.time->Heard(rig.clock.now.wall_ms + 86'400'000 - 60'000 - into_day, rig.clock.now);
}
void NoRoom(ScreenRig& rig) {
  rig.state.storage.total_bytes = 64'000'000'000;
  rig.state.storage.free_bytes = 0;
}
void FailGiving(ScreenRig& rig) { rig.topics.fails = ErrorKind::kStorage; }
void NoTopicWays(ScreenRig& rig) { rig.ways = {}; }
void NoPicturesYet(ScreenRig& rig) { rig.pictures.there = false; }

}  // namespace

std::vector<Page> TopicPages() {
  const std::string road = kToTopic;
  const std::string late = kToOpinionWords + "type 先修桥\nadvance 70\n";
  return {
      {"topics", kToTopics + "expect 截止", "回首页"},
      {"topics-empty", kToTopics + "expect 还没有议题", "回首页", "", NoTopics},
      {"topic", road, "上一步", "我要说"},
      {"topic-second", road + "tap 往下翻", "上一步", "我要说"},
      {"topic-third", road + "tap 往下翻\ntap 往下翻", "上一步", "我要说"},
      {"topic-loading", road + "tap 往下翻", "上一步", "我要说", NoPicturesYet},
      {"topic-closed", kToTopics + "tap 赶集的地方\nexpect 协商结果", "上一步", "", OneOpen},
      {"topic-uncounted", kToTopics + "tap 乡里的澡堂", "上一步", "我要说", NoCounts},
      {"topic-no-room", road + "expect 先不收", "上一步", "", NoRoom},
      {"opinion-stance", kToStance, "上一步", "下一步"},
      {"opinion-stance-missing", kToStance + "tap 下一步", "上一步", "下一步"},
      {"opinion-words", kToOpinionWords, "上一步", "下一步"},
      {"opinion-words-spoken", kToOpinionWords + "tap 点一下，开始说\ntap 说完了，点一下\ntap 去掉",
       "上一步", "下一步"},
      {"opinion-words-pinyin", kToOpinionWords + "tap 拼音\nkeys cun", "上一步", "下一步"},
      {"opinion-words-needed", kToStance + "tap 提建议\ntap 下一步\ntap 下一步", "上一步",
       "下一步"},
      {"opinion-words-late", late + "expect 不算份数", "上一步", "下一步", ClosesAtOnce},
      {"opinion-who", kToSpeaker, "上一步", "下一步"},
      {"opinion-card", kToCard, "上一步"},
      {"opinion-card-live", kToCard + "scan " + LiveBadge("m01") + "\nexpect 委员证", "上一步"},
      {"opinion-card-no-camera", kToCard, "上一步", "", NoTopicWays},
      {"opinion-check", kToOpinionCheck, "上一步", "没错，登记"},
      {"opinion-check-member", kToCard + "scan " + DemoCard("m01") + "\nexpect 不记姓名", "上一步",
       "没错，登记"},
      {"opinion-check-long",
       kToOpinionWords + "type " + LongTopicWords() + "\ntap 下一步\ntap 群众\ntap 下一步",
       "上一步", "没错，登记"},
      {"opinion-check-late", late + "tap 下一步\ntap 群众\ntap 下一步", "上一步", "没错，登记",
       ClosesAtOnce},
      {"opinion-check-failed", kToOpinionCheck + "tap 没错，登记\nexpect 都还在", "上一步",
       "没错，登记", FailGiving},
      {"opinion-given", kToGiven, "完成", "看别的议题"},
      {"opinion-given-no-phone", kToGiven + "absent 用手机接着说", "完成", "看别的议题",
       NoPhonePages},
      {"opinion-given-late",
       late + "tap 下一步\ntap 群众\ntap 下一步\ntap 没错，登记\nexpect 不算份数", "完成",
       "看别的议题", ClosesAtOnce},
      {"topic-said", kToGiven + "tap 看别的议题\ntap 示例村到柳条村的路\nexpect 您这次说过了",
       "上一步", "再说一次"},
      {"opinion-again",
       kToGiven + "tap 看别的议题\ntap 示例村到柳条村的路\ntap 再说一次\ntap 赞成\ntap 下一步\n" +
           "tap 下一步\ntap 群众\ntap 下一步\nexpect 换成新的",
       "上一步", "没错，登记"},
  };
}

}  // namespace studio
