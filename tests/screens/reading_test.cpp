// 听一听: pages are read to who cannot read them.
#include <doctest/doctest.h>

#include <algorithm>

#include "pages.h"

using namespace studio;

namespace {

const std::string kListen = "tap 听一听\nadvance 0.6\n";  // past ReadingAloud::kSettleMs

bool Heard(const ScreenRig& rig, const std::string& sentence) {
  return std::find(rig.speaker.said.begin(), rig.speaker.said.end(), sentence) !=
         rig.speaker.said.end();
}

}  // namespace

TEST_CASE("who cannot read files a request by ear: each page is read by itself, in every showing") {
  for (const Showing& showing : AllShowings()) {
    ScreenRig rig(showing);
    const auto go = [&](const std::string& tap, std::initializer_list<const char*> heard) {
      CAPTURE(tap);
      rig.speaker.said.clear();
      rig.Run(tap + "\nadvance 0.6\n");
      for (const char* sentence : heard) CHECK_MESSAGE(Heard(rig, sentence), sentence);
    };
    rig.RunFromHome("");
    go("tap 听一听", {"我要反映", "查进度", "微心愿"});
    go("tap 我要反映", {"您要说的是哪方面的事？", "道路桥梁", "别的事"});
    go("tap 道路桥梁", {"示例村", "柳条村", "下一步"});
    go("tap 柳条村\ntap 三组\ntap 下一步", {"路灯坏了，晚上出门看不清。", "说话"});
    go("tap 路灯坏了，晚上出门看不清。\ntap 下一步", {"留姓名", "不留姓名"});
    go("tap 不留姓名\ntap 下一步", {"登记以前，先跟您说清", "我知道了，同意"});
    go("tap 我知道了，同意\ntap 下一步", {"路灯坏了，晚上出门看不清。", "没错，登记"});
    go("tap 没错，登记", {"已经记下了", FakeRequestStore::SomeSlip().number.Grouped().c_str()});
    // Those who stand by do not hear the code.
    CHECK_FALSE(Heard(rig, FakeRequestStore::SomeSlip().code.Grouped()));
    REQUIRE(rig.store.filed.size() == 1);
    // With the visit it is over.
    go("tap 完成", {});
    go("tap 我要反映", {});
    CHECK(rig.speaker.said.empty());
  }
}

TEST_CASE("any touch stops it for that page; its button reads again, and ends it while it sounds") {
  ScreenRig rig({});
  rig.speaker.holds = true;
  rig.Run(kListen + "expect 别念了\n");
  REQUIRE(rig.speaker.said.size() == 1);
  const int hushed = rig.speaker.hushed;
  rig.Tap(540, 4);  // nothing lies there
  rig.Run("advance 2\nexpect 再听一遍\nabsent 别念了\n");
  CHECK(rig.speaker.hushed == hushed + 1);
  CHECK(rig.speaker.said.size() == 1);
  rig.Run("tap 再听一遍\nadvance 0.6\nexpect 别念了\n");
  CHECK(rig.speaker.said.size() == 2);
  CHECK(rig.speaker.said[0] == rig.speaker.said[1]);
  rig.Run("tap 别念了\nadvance 2\nexpect 听一听\nabsent 再听一遍\n");
  rig.Run("tap 我要反映\nadvance 2\n");
  CHECK(rig.speaker.said.size() == 2);
}

TEST_CASE("a page is read line by line, with a mark, to its end or until it cannot be said") {
  ScreenRig rig({});
  rig.speaker.holds = true;
  rig.Run("tap 我要反映\n" + kListen);
  CHECK(rig.speaker.said.size() == 1);
  rig.speaker.End();
  CHECK(rig.speaker.said.size() == 2);
  rig.speaker.End(false);
  CHECK(rig.speaker.said.size() == 2);
  rig.Run("advance 1\nexpect 再听一遍\n");
}

TEST_CASE("while a page is read nobody is asked whether they are still there") {
  ScreenRig rig({});
  rig.speaker.holds = true;
  rig.Run("tap 我要反映\n" + kListen);
  for (int i = 0; i < 10; ++i) {
    rig.Advance(30);
    rig.Draw();
    rig.speaker.End();
  }
  rig.Run("absent 还在吗？\n");
  rig.speaker.End(false);
  rig.Run("advance 46\nexpect 还在吗？\nadvance 61\n");
  CHECK(rig.shell().TopTag() == "home");
}

TEST_CASE("nothing is read over a recording, on a member's page, or where there is no voice") {
  ScreenRig rig({});
  rig.Run(kListen + kToPlace + "tap 示例村\ntap 下一步\ntap 说话\nadvance 1\n");
  rig.speaker.said.clear();
  rig.Run("tap 点一下，开始说\nadvance 2\n");
  CHECK(rig.speaker.said.empty());
  rig.Restart();
  rig.Run("tap 管理\nadvance 1\nabsent 听一听\nabsent 大字\n");
  rig.Restart();
  rig.speaker.present = false;
  rig.Run("advance 1\nabsent 听一听\nexpect 大字\ntap 我要反映\nabsent 听一听\nexpect 大字\n");
}
