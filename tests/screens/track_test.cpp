// 查进度 and 满意不满意 as a person walks through them.
#include <doctest/doctest.h>

#include "track_pages.h"
#include "ui/words/track_strings.h"

using namespace studio;

namespace {

const std::string kTrackSlip =
    SlipText(FakeRequestStore::SomeSlip().number, FakeRequestStore::SomeSlip().code);

}  // namespace

TEST_CASE("the slip before the camera or the hand scanner shows its course, nothing typed") {
  for (const bool camera : {true, false}) {
    ScreenRig rig({});
    TrackAnswered(rig);
    if (camera) rig.camera.codes = {kTrackSlip};
    rig.Run(camera ? "tap 查进度\ntap 扫登记单\n" : "tap 查进度\nscan " + kTrackSlip + "\n");
    rig.Run("expect 已解决\nexpect 登记号 " + FakeRequestStore::SomeSlip().number.Grouped());
    CHECK(rig.cases.looked.size() == 1);
    CHECK_FALSE(rig.camera.watched);  // it looks no longer than it is needed
  }
}

TEST_CASE("what is no slip leaves nothing in the field, and the next one is read") {
  ScreenRig rig({});
  TrackAnswered(rig);
  rig.Run(
      "tap 查进度\nscan MS1:12345678901\nexpect 这是委员证\nscan 6901234567892\n"
      "expect 这不是登记单上的码\ntype 037\nabsent 这不是登记单上的码\nexpect 037\nadvance "
      "1\nscan " +
      kTrackSlip + "\nexpect 已解决");
}

TEST_CASE("a reply of one line is on the page, however large the page is") {
  for (const auto& [width, height] :
       {std::pair{540, 960}, {720, 1280}, {1080, 1920}, {1920, 1080}}) {
    Showing showing;
    showing.width = width;
    showing.height = height;
    ScreenRig rig(showing);
    TrackAnswered(rig);
    rig.cases.replies[0].found.answer->reply = "换好了。";
    rig.cases.replies[0].found.answer->course.back().text = "换好了。";
    rig.Run(kToFound + "expect 换好了。");
  }
}

TEST_CASE("a locked number counts down, and only its own page is locked") {
  ScreenRig rig({});
  rig.cases.replies[0].outcome = TrackReply::Outcome::kWrongCode;
  rig.cases.replies[0].wait_ms = 30'000;
  rig.Run(kToFound + "expect 请等 30 秒\nadvance 10\nexpect 请等 20 秒\n");
  const auto pressable = [&] {
    for (const Tappable& tappable : rig.Screen().Tappables())
      if (tappable.label == "查一查") return tappable.enabled;
    return false;
  };
  CHECK_FALSE(pressable());
  rig.Run("advance 20\nabsent 请等");
  CHECK(pressable());
}

TEST_CASE("whoever does not want to wait for the county stops, and its answer comes to nothing") {
  ScreenRig rig({});
  TrackElsewhere(rig);
  rig.questions.holds = true;
  rig.Run(kToFound + "tap 不等了\nexpect 请输入查询码");
  rig.questions.held.front()();
  rig.Draw();
  rig.Run("expect 请输入查询码");
  CHECK(rig.cases.words.empty());
}

TEST_CASE("every character of a reply of two thousand can be read, page by page") {
  for (const Showing& showing : AllShowings()) {
    ScreenRig rig(showing);
    TrackAnswered(rig);
    std::string text;
    for (int i = 0; i < 2000 / 8; ++i) text += "𬱖第" + std::to_string(1000 + i) + "句";
    text += "完。";
    rig.cases.replies[0].found.answer->course.back().text = text;
    rig.cases.replies[0].found.answer->reply = text;
    rig.RunFromHome(kToFound + "tap 看答复全文\n");
    std::string read;
    for (int page = 0; page < 60; ++page) {
      std::string longest;
      for (const VisibleText& seen : rig.Screen().Texts()) {
        CHECK_FALSE(seen.cut);
        const bool replied = text.find(seen.text) != text.npos;
        if (replied && seen.text.size() > longest.size()) longest = seen.text;
      }
      read += longest;
      const auto& all = rig.Screen().Tappables();
      const bool more = std::any_of(all.begin(), all.end(), [](const Tappable& one) {
        return one.label == "下一页" && one.enabled;
      });
      if (!more) break;
      rig.Run("tap 下一页");
    }
    CHECK(read == text);
  }
}

TEST_CASE("dissatisfied, sent back: what was tapped, said and written is what is kept") {
  ScreenRig rig({});
  TrackAnswered(rig);
  rig.Run(kToFound +
          "tap 评一评\ntap 不满意\ntap 办得慢\ntap 说几句、写几句\ntap 点一下，开始说\n"
          "tap 说完了，点一下\ntype 灯还是不亮\ntap 说好了\ntap 下一步\ntap 没解决，请再办一次\n"
          "expect 办得慢\nexpect 灯还是不亮\nexpect 没解决，请再办一次\n");
  CHECK(rig.cases.rated.empty());
  rig.Run(
      "tap 没错，登记\nexpect 您的评价记下了\nexpect 网络通了会自动传到演示市政协\nabsent 评一评");
  REQUIRE(rig.cases.rated.size() == 1);
  const RatingBody& body = rig.cases.rated[0];
  CHECK(body.satisfaction == Satisfaction::kDissatisfied);
  CHECK(body.send_back);
  CHECK(body.reasons == std::vector<std::string>{"slow"});
  CHECK(body.words == "灯还是不亮");
  CHECK(body.attachments.size() == 1);
  CHECK(body.round == 1);
}

TEST_CASE("a rating that was not kept says so; a second tap keeps it") {
  ScreenRig rig({});
  TrackAnswered(rig);
  rig.cases.rating_fails = ErrorKind::kStorage;
  rig.Run(kToFound + "tap 评一评\ntap 基本满意\ntap 没错，登记\nexpect 没存上\nexpect 基本满意");
  rig.cases.rating_fails.reset();
  rig.Run("tap 没错，登记\nexpect 您的评价记下了");
  CHECK(rig.cases.rated.back().satisfaction == Satisfaction::kMostly);
}

TEST_CASE("nobody is asked about sending back what was sent back before") {
  ScreenRig rig({});
  TrackReturned(rig);
  rig.cases.replies[0].found.answer->may_return = false;
  rig.Run(kToFound + "tap 评一评\ntap 不满意\ntap 下一步\nabsent 请再办一次\nexpect 只提意见");
}

TEST_CASE("who wished says of a grant that it came, or that it has not") {
  const struct {
    std::string tap, stands;
    WishAct act;
  } words[] = {{"收到了", "您说收到了", WishAct::kConfirm},
               {"还没有", "您说还没有收到", WishAct::kNotYet}};
  for (const auto& word : words) {
    ScreenRig rig({});
    TrackGranted(rig);
    rig.Run(kToFound + "expect 示例甲委员说办到了\nabsent 评一评\ntap 收到没有\nexpect 办到了吗\n");
    CHECK(rig.wishes.tended.empty());
    rig.Run("tap " + word.tap + "\nexpect 您的话记下了\nexpect " + word.stands +
            "\nexpect 网络通了会自动传到演示市政协\nabsent 收到没有");
    REQUIRE(rig.wishes.tended.size() == 1);
    CHECK(rig.wishes.tended[0].act == word.act);
  }
}

TEST_CASE("who turns back before saying whether a wish came has said nothing") {
  ScreenRig rig({});
  TrackGranted(rig);
  rig.Run(kToFound + "tap 收到没有\ntap 上一步\nexpect 收到没有\nabsent 您的话记下了");
  CHECK(rig.wishes.tended.empty());
}

TEST_CASE(
    "joining a matter takes one tap, files its own request, and is undone on the check page") {
  const std::string to_matters = kToWords +
                                 "tap 路灯坏了，晚上出门看不清。\ntap 下一步\nexpect 有人反映过\n"
                                 "expect 从 11月2日起，6 人反映过\n";
  const std::string to_check = "tap 不留姓名\ntap 下一步\ntap 我知道了，同意\ntap 下一步\n";
  for (const bool stay : {true, false}) {
    ScreenRig rig({});
    SomeMatters(rig);
    rig.Run(to_matters + "tap 我也是 2\n" + to_check + "expect 二组东头的小桥栏杆断了一截\n" +
            (stay ? "" : "tap 取消\nabsent 二组东头的小桥栏杆断了一截\n") +
            "tap 没错，登记\nexpect 已经记下了");
    REQUIRE(rig.store.filed.size() == 1);
    CHECK(rig.store.filed[0].body.joins == (stay ? "matter-2" : ""));
    CHECK(rig.store.filed[0].body.words == "路灯坏了，晚上出门看不清。");
  }
}

TEST_CASE("in another village nothing of this one is offered") {
  ScreenRig rig({});
  SomeMatters(rig);
  rig.Run(kToPlace +
          "tap 柳条村\ntap 下一步\ntap 路灯坏了，晚上出门看不清。\ntap 下一步\n"
          "absent 有人反映过\nexpect 留姓名");
}
