#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "demo_account.h"
#include "demo_badge.h"
#include "desk_pages.h"
#include "pages.h"
#include "test_support/places.h"
#include "ui/words/paper_slip.h"

using namespace studio;

namespace {

const std::string kToKindsPage = kToDesk + "tap 记一件事\n";
const std::string kToHamlet = "tap 在哪里\ntap 柳条村\ntap 三组\ntap 好了\n";
const std::string kOthersDesk =
    "tap 我的履职\nscan " + DemoCard("m05") + "\ntype 246810\ntap 打开\nexpect 办完了\n";

std::size_t TapsIn(const std::string& script) {
  std::istringstream lines(script);
  std::size_t taps = 0;
  for (std::string line; std::getline(lines, line);) taps += line.starts_with("tap ");
  return taps;
}

bool CanTap(const ScreenRig& rig, std::string_view label) {
  const auto targets = rig.Screen().Tappables();
  return std::any_of(targets.begin(), targets.end(), [&](const Tappable& one) {
    return one.enabled && one.label.find(label) != one.label.npos;
  });
}

}  // namespace

TEST_CASE("the desk shows the figures of the member's own account") {
  for (const char* place : kPlaces) {
    CAPTURE(place);
    ScreenRig rig({});
    rig.desk.account = DemoAccount(*rig.state.station, rig.clock.now.wall_ms, place);
    const MemberAccount& account = *rig.desk.account;
    rig.Run(kToDesk);
    CHECK(rig.desk.last.member == "m01");
    CHECK(rig.Screen().Shows(account.result.total.Text()));
    for (const OwedNow& owed : OwedOn(account)) {
      if (owed.Met()) continue;
      CHECK(rig.Screen().Shows(owed.quota->title));
      break;
    }
    rig.Run("tap 看看怎么来的");
    for (const SectionSum& sum : account.result.sections) {
      const Section* section = account.SectionWith(sum.id);
      REQUIRE(section != nullptr);
      CHECK(rig.Screen().Shows(section->title));
    }
  }
}

TEST_CASE("a tap on a section shows what it is made of, a tap on a row the rule and the sum") {
  ScreenRig rig({});
  rig.Run(kToDesk + "tap 看看怎么来的\ntap 轮值\n");
  rig.Run(
      "tap 3月6日\nexpect 规则\nexpect 怎么算\nexpect 迟到计 2 分\ntap 上一步\ntap 上一步\n"
      "tap 联系群众\nexpect 等确认，还没有算进去\n");
}

TEST_CASE("the desk ends with the visit, and nothing of it stays on the screen") {
  for (const std::string end : {"tap 办完了", "tap 返回", "advance 151"}) {
    CAPTURE(end);
    ScreenRig rig({});
    rig.Run(kToDesk + end);
    CHECK(rig.shell().TopTag() == "home");
    CHECK_FALSE(rig.Screen().Shows("今年积分"));
    rig.Run("tap 我的履职\nexpect 请出示委员证");
  }
}

namespace {

// Pages a form to where that stands: with extra-large letters it has several.
void GoTo(ScreenRig& rig, std::string_view text) {
  for (const std::string page : {"往下翻", "往上翻"}) {
    if (!rig.Screen().Shows(text)) rig.Run("tap " + page + "\n");
  }
}

}  // namespace

TEST_CASE("a home visit is written up by taps and words") {
  for (const Showing& showing : AllShowings()) {
    ScreenRig rig(showing);
    rig.RunFromHome(kToKindsPage + "tap 上门入户\n" + kToHamlet +
                    "tap 增加走了几户\ntap 增加走了几户\ntap 说了些什么\n"
                    "type 三组的水渠堵了。\ntap 好了\nexpect 柳条村 三组\n");
    GoTo(rig, "谁去的");
    rig.Run("tap 谁去的\ntap 示例戊\ntap 好了\n");
    GoTo(rig, "谁去的");
    rig.Run("expect 您、示例戊\ntap 记好了\nexpect 再记一件\n");
    REQUIRE(rig.desk.filed.size() == 1);
    const ActivityBody& body = rig.desk.filed[0];
    CHECK(body.kind == "home_visit");
    CHECK(body.place == "柳条村 三组");
    CHECK(body.units.at("households") == "2");
    CHECK(body.members.size() == 2);
    CHECK(body.words.find("三组的水渠堵了。") != body.words.npos);
    CHECK(body.by == "m01");
    CHECK_FALSE(body.token.empty());
    // What was written counts there at once.
    MemberAccount reckoned = *rig.desk.account;
    reckoned.result.total = Fraction(777);
    rig.desk.account = std::make_shared<const MemberAccount>(std::move(reckoned));
    rig.Run("tap 回我的履职\nexpect 今年积分\nexpect 777");
    CHECK(rig.desk.drafts.empty());
  }
}

TEST_CASE("every kind that the mechanism has is written up on the one page") {
  const std::vector<ActivityTemplate> kinds = DemoActivities();
  for (const Showing& showing : {Showing{}, Showing{1920, 1080, {false, true}}}) {
    for (const ActivityTemplate& kind : kinds) {
      CAPTURE(kind.kind);
      ScreenRig rig(showing);
      // What lies below is paged to, as a person does.
      const auto tap = [&](const std::string& label) {
        if (!CanTap(rig, label)) rig.Run("tap 往下翻");
        rig.Run("tap " + label);
      };
      rig.RunFromHome(kToKindsPage + "tap " + kind.title);
      if (kind.place) rig.Run(kToHamlet);
      if (!kind.roles.empty()) {
        tap("您做的是");
        rig.Run("tap " + kind.roles.front().title);
      }
      for (const std::string& heading : kind.words) {
        tap(heading);
        rig.Run("type 写了几句。\ntap 好了");
      }
      rig.Run("tap 记好了\nexpect 再记一件");
      REQUIRE(rig.desk.filed.size() == 1);
      CHECK(rig.desk.filed[0].kind == kind.kind);
      for (const std::string& heading : kind.words)
        CHECK(rig.desk.filed[0].words.find(heading) != std::string::npos);
      if (!kind.roles.empty()) CHECK(rig.desk.filed[0].members[0].role == kind.roles.front().word);
    }
  }
}

TEST_CASE("ten visits after a day out take fewer than sixty taps beside the words") {
  ScreenRig rig({});
  std::string script = kToKindsPage + "tap 上门入户\ntap 哪天\ntap 20 日\n" + kToHamlet;
  for (int i = 1; i <= 10; ++i) {
    script +=
        "tap 增加走了几户\ntap 说了些什么\ntype 第" + std::to_string(i) + "家的事。\ntap 好了\n";
    script += i < 10 ? "tap 记好，再记一件\n" : "tap 记好了\n";
  }
  const std::int64_t began_ms = rig.clock.now.monotonic_ms;
  rig.Run(script + "expect 再记一件");
  REQUIRE(rig.desk.filed.size() == 10);
  for (const ActivityBody& body : rig.desk.filed) {
    CHECK(body.place == "柳条村 三组");
    CHECK(body.date == rig.desk.filed[0].date);
    CHECK(body.late_entry);
  }
  MESSAGE("taps: " << TapsIn(script) << ", least seconds between them: "
                   << (rig.clock.now.monotonic_ms - began_ms) / 1000.0);
  CHECK(TapsIn(script) < 60);
}

TEST_CASE("a write-up that a time-out ends is offered to its writer and to nobody else") {
  ScreenRig rig({});
  rig.Run(kToKindsPage + "tap 上门入户\n" + kToHamlet +
          "tap 说了些什么\ntype 三组的水渠堵了。\nadvance 91\nexpect 还在吗？\nadvance 61\n");
  CHECK(rig.shell().TopTag() == "home");
  CHECK_FALSE(rig.Screen().Shows("水渠"));
  REQUIRE(rig.desk.drafts.count("m01") == 1);
  rig.Run(kOthersDesk + "absent 上次没写完\ntap 办完了\n");
  rig.Run(kToDesk +
          "expect 上次没写完\ntap 接着写\nexpect 柳条村 三组\nexpect 三组的水渠堵了。\n"
          "tap 记好了\nexpect 再记一件\ntap 回我的履职\nabsent 上次没写完");
  CHECK(rig.desk.filed.size() == 1);
}

TEST_CASE("what was written is kept while it is being written, before any power cut") {
  ScreenRig rig({});
  rig.Run(kToKindsPage + "tap 上门入户\ntap 说了些什么\ntype 三组的水渠堵了。\nadvance 3\n");
  REQUIRE(rig.desk.drafts.count("m01") == 1);
  CHECK(rig.desk.drafts["m01"].words.find("水渠") != std::string::npos);
  rig.Run("tap 好了\ntap 返回\nexpect 上次没写完\ntap 不要了\nabsent 上次没写完\nexpect 记一件事");
  CHECK(rig.desk.drafts.empty());
}

TEST_CASE("days that cannot be are refused in words, and a late entry says so") {
  ScreenRig rig({});
  auto station = std::make_shared<Station>(*rig.state.station);
  station->county.term_from = "2026-11-05";
  rig.state.station = station;
  rig.Run(kToKindsPage +
          "tap 上门入户\ntap 哪天\ntap 30 日\nexpect 这一天还没到\ntap 2 日\n"
          "expect 不是您这一届\ntap 6 日\nexpect 11月6日，补录");
}

TEST_CASE("danger that a member writes of brings the numbers, and its record is urgent") {
  ScreenRig rig({});
  rig.Run(kToKindsPage + "tap 上门入户\n" + kToHamlet +
          "tap 说了些什么\ntype 她说不想活了，要喝农药。\ntap 好了\nexpect 120\n"
          "tap 打过了\ntap 记好了\nexpect 再记一件");
  REQUIRE(rig.desk.urgently.size() == 1);
  CHECK(rig.desk.urgently[0]);
}

TEST_CASE(
    "a request is answered at the desk once, and its lost slip's number printed without code") {
  for (const Showing& showing : AllShowings()) {
    ScreenRig rig(showing);
    rig.printing.available = true;
    rig.RunFromHome(
        kToDesk +
        "expect 4 件诉求还没答复\ntap 群众诉求\ntap \"示例村 三组 · 道路桥梁\"\ntap 补打登记号\n"
        "expect 打出来了\ntap 答复\ntap 怎么办\ntap 报给演示市政协\n"
        "tap 哪天前给准信\ntap 15 天内\ntap 给他回电话\ntap 答复好了\n"
        "expect 答复记下了\ntap 看这件事\nexpect 已答复\ntap 上一步\ntap 上一步\n"
        "expect 3 件诉求还没答复\n");
    REQUIRE(rig.desk.replied.size() == 1);
    CHECK(rig.desk.replied[0].way == ReplyWay::kReport);
    CHECK(rig.desk.replied[0].call_back);
    CHECK(rig.desk.replied[0].member == "m01");
    REQUIRE(rig.printing.slips.size() == 1);
    CHECK_FALSE(rig.printing.slips[0].code);
    const SlipWords paper = say::OnPaper(rig.printing.slips[0]);
    CHECK(paper.number == rig.printing.slips[0].number.Grouped());
    CHECK(paper.code.empty());
    CHECK(paper.qr.empty());
  }
}

TEST_CASE("what came with a request is heard and seen large, and ends when the page is left") {
  for (const Showing& showing : AllShowings()) {
    ScreenRig rig(showing);
    rig.RunFromHome(kToDesk +
                    "tap 群众诉求\ntap \"示例村 三组 · 道路桥梁\"\ntap 听录音 1:05\n"
                    "expect 不听了 0:22\nadvance 200\nexpect 不听了 0:22\ntap 不听了 0:22\n"
                    "expect 听录音 1:05\ntap 照片 1\nexpect 照片 1 / 2\ntap 下一张\n"
                    "expect 照片 2 / 2\ntap 上一步\n");
    CHECK(rig.photos.opened.size() == 2);
    for (const std::string away :
         {"tap 答复\ntap 上一步", "tap 照片 2\ntap 上一步", "tap 上一步"}) {
      CAPTURE(away);
      rig.Run("tap 听录音 1:05");
      CHECK(rig.voice.playing.on_played);
      rig.Run(away);
      CHECK_FALSE(rig.voice.playing.on_played);
    }
  }
}

TEST_CASE("a visit is written up with voice and photos alone, and the next begins without them") {
  for (const Showing& showing : AllShowings()) {
    ScreenRig rig(showing);
    rig.RunFromHome(kToKindsPage + "tap 上门入户\n" + kToHamlet);
    GoTo(rig, "录音和照片");
    rig.Run(
        "tap 录音和照片\ntap 点一下，开始说\ntap 说完了，点一下\ntap 听一遍\n"
        "tap 不听了\ntap 拍照\ntap 拍照\ntap 就用这张\ntap 拍照\ntap 拍照\n"
        "tap 就用这张\ntap 照片 2\ntap 去掉\ntap 好了\n");
    GoTo(rig, "录音和照片");
    rig.Run("expect 录音 1:05、1 张照片\ntap 记好，再记一件\nexpect 已记 1 件\n");
    REQUIRE(rig.desk.filed.size() == 1);
    REQUIRE(rig.desk.filed[0].attachments.size() == 2);
    CHECK(rig.desk.filed[0].attachments[0].type == "audio/ogg");
    CHECK(rig.desk.filed[0].attachments[1].type == "image/jpeg");
    GoTo(rig, "录音和照片");
    rig.Run("tap 录音和照片\nabsent 照片 1\nexpect 点一下，开始说\ntap 好了\n");
    GoTo(rig, "说了些什么");
    rig.Run("tap 说了些什么\ntype 三组的水渠堵了。\ntap 好了\ntap 记好了\nexpect 再记一件");
    CHECK(rig.desk.filed[1].attachments.empty());
  }
}

TEST_CASE("what was spoken and taken for a write-up outlives a time-out, and is its writer's") {
  ScreenRig rig({});
  rig.Run(kToKindsPage + "tap 上门入户\n" + kToHamlet +
          "tap 录音和照片\ntap 点一下，开始说\nadvance 151\nexpect 正在听您说\n"
          "tap 说完了，点一下\ntap 拍照\ntap 拍照\ntap 就用这张\nadvance 151\n");
  CHECK(rig.shell().TopTag() == "home");
  REQUIRE(rig.desk.drafts.count("m01") == 1);
  CHECK(rig.desk.drafts["m01"].attachments.size() == 2);
  rig.Run(kOthersDesk + "absent 上次没写完\ntap 办完了\n" + kToDesk +
          "tap 接着写\nexpect 录音 1:05、1 张照片\ntap 录音和照片\ntap 听一遍\n"
          "expect 正在放给您听\ntap 返回\n");
  CHECK_FALSE(rig.voice.playing.on_played);
  rig.Run("tap 返回\nexpect 上次没写完\ntap 不要了\nabsent 上次没写完");
  CHECK(rig.desk.drafts.empty());
}

TEST_CASE("the camera that is pulled out and the disk that is full cost a write-up nothing") {
  ScreenRig rig({});
  rig.Run(kToKindsPage +
          "tap 上门入户\ntap 说了些什么\ntype 三组的水渠堵了。\ntap 好了\n"
          "tap 录音和照片\n");
  rig.camera.trouble = MediaTrouble::kLost;
  rig.Run("tap 拍张照片\nexpect 摄像头断了\ntap 上一步\n");
  rig.camera.trouble.reset();
  rig.camera.fails = ErrorKind::kStorage;
  rig.Run("tap 拍张照片\ntap 拍照\nexpect 存不下\ntap 上一步\n");
  rig.voice.breaks = MediaTrouble::kLost;
  rig.Run(
      "tap 点一下，开始说\nexpect 前面说的已经留下\ntap 好了\nexpect 录音 1:05\n"
      "expect 三组的水渠堵了。");
}

TEST_CASE("a half-written answer is offered to its writer alone, until it is filed or given up") {
  ScreenRig rig({});
  const std::string to_request = "tap 群众诉求\ntap \"示例村 三组 · 道路桥梁\"\n";
  rig.Run(kToDesk + to_request +
          "tap 答复\ntap 怎么办\ntap 交村委\ntap 说给乡亲的话\ntype 请村委先排水。\nadvance 3\n");
  REQUIRE(rig.desk.reply_drafts.size() == 1);
  CHECK(rig.desk.reply_drafts.begin()->second.words == "请村委先排水。");
  rig.Run("advance 151\n");
  CHECK(rig.shell().TopTag() == "home");
  CHECK_FALSE(rig.Screen().Shows("排水"));
  rig.Run(kOthersDesk + to_request +
          "absent 上次没写完\nexpect 答复\ntap 上一步\ntap 上一步\n"
          "tap 办完了\n" +
          kToDesk + to_request +
          "expect 上次没写完\nexpect 交村委：请村委先排水。\ntap 接着写\nexpect 请村委先排水。\n"
          "tap 哪天前给准信\ntap 7 天内\ntap 上一步\ntap 接着写\ntap 答复好了\nexpect 答复记下了\n"
          "tap 看这件事\nabsent 上次没写完\nexpect 再答复");
  REQUIRE(rig.desk.replied.size() == 1);
  CHECK_FALSE(rig.desk.replied[0].due.empty());
  CHECK(rig.desk.reply_drafts.empty());
  rig.Run(
      "tap 再答复\ntap 怎么办\ntap 交网格员\ntap 上一步\ntap 不要了\nabsent 上次没写完\n"
      "expect 再答复");
  CHECK(rig.desk.reply_drafts.empty());
}
