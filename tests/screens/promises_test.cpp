// What people are told about who reads, keeps and decides is one thing on every page and slip.
#include <doctest/doctest.h>

#include "pages.h"
#include "shared/bodies/reader_words.h"
#include "track_pages.h"
#include "ui/words/paper_slip.h"
#include "ui/words/room_strings.h"
#include "ui/words/track_strings.h"

using namespace studio;

namespace {

constexpr std::string_view kCounty = "演示市政协";
const std::string kAgreed = "tap 我知道了，同意\ntap 下一步\n";

}  // namespace

TEST_CASE("the page of choices, the consent page, the course and the slip say the same") {
  const struct {
    Visibility visibility;
    std::string choose;
  } choices[] = {{Visibility::kAnonymous, "tap 不留姓名\n"},
                 {Visibility::kNamed, "tap 留姓名\ntype 示例甲\n"},
                 {Visibility::kMembersOnly, "tap 姓名只给演示市政协看\ntype 示例甲\n"}};
  for (const auto& [visibility, choose] : choices) {
    for (const bool added : {false, true}) {
      SenderChoice choice;
      choice.visibility = visibility;
      choice.voice = choice.photos = added;
      const std::string told = WhoReads(choice, kCounty);
      ScreenRig rig({});
      rig.printing.available = true;
      rig.RunFromHome(kToWords + "tap 路灯坏了，晚上出门看不清。\n" +
                      (added ? "tap 说话\ntap 点一下，开始说\ntap 说完了，点一下\n"
                               "tap 拍照\ntap 拍照\ntap 就用这张\n"
                             : "") +
                      "tap 下一步\n" + choose + "expect " + told + "\ntap 下一步\nexpect " + told +
                      "\n" + kAgreed + "tap 没错，登记\nexpect " + WhatUnitReads(choice));
      REQUIRE(rig.printing.slips.size() == 1);
      CHECK(rig.printing.slips[0].who_reads == WhatUnitReads(choice));
      REQUIRE(rig.store.filed.size() == 1);
      CHECK(WhoReads(ChoiceOf(rig.store.filed[0].body), kCounty) == told);
    }
  }
}

TEST_CASE(
    "the paper slip bears its day, how to withdraw, what to do when lost, and the telephone") {
  for (const std::string phone : {"0000-1234567", ""}) {
    ScreenRig rig({});
    rig.printing.available = true;
    auto station = std::make_shared<Station>(*rig.state.station);
    station->county.phone = phone;
    rig.state.station = station;
    rig.RunFromHome(kToReceipt);
    REQUIRE(rig.printing.slips.size() == 1);
    const SlipWords paper = say::OnPaper(rig.printing.slips[0]);
    CHECK(paper.date == "2026-11-21 09:32");
    CHECK(paper.number == FakeRequestStore::SomeSlip().number.Grouped());
    CHECK(paper.code == FakeRequestStore::SomeSlip().code.Grouped());
    CHECK(paper.qr ==
          SlipText(FakeRequestStore::SomeSlip().number, FakeRequestStore::SomeSlip().code));
    std::string hints;
    for (const std::string& hint : paper.hints) hints += hint + "\n";
    const std::string whom =
        "演示市政协" + (phone.empty() ? "" : "（电话 " + std::string(phone) + "）");
    CHECK(hints.find("10 分钟内可以在这台机器上撤回。过后请找" + whom + "。") != hints.npos);
    CHECK(hints.find("单子丢了，请找演示市政协") != hints.npos);
    CHECK((hints.find("电话") != hints.npos) == !phone.empty());
    CHECK(DrawSlip(paper).has_value());
  }
}

TEST_CASE("a voice and a picture say who will hear and see them before they are kept") {
  ScreenRig rig({});
  rig.RunFromHome(kToWords + "tap 说话\nexpect 演示市政协和承办单位能听到\n" +
                  "tap 拍张照片\ntap 拍照\nexpect 演示市政协和承办单位能看到");
}

TEST_CASE("representatives are named where it is said what is written down, and to be checked") {
  ScreenRig rig({});
  rig.RunFromHome(
      kToWho + "tap 留姓名\ntype 示例甲\ntap 增加一共几个人\ntap 增加一共几个人\n" +
      "tap 大家推的代表（最多 3 位）\ntype 示例甲、示例乙 示例丙，示例丁\n" +
      "expect 写了 4 位，最多 3 位\ntap 写好了\ntap 下一步\nexpect 代表写多了\n" +
      "tap 增加一共几个人\nexpect 1. 示例甲  2. 示例乙  3. 示例丙  4. 示例丁\n" +
      "tap 下一步\nexpect 代表姓名\n" + kAgreed +
      "expect 大家推的代表：1. 示例甲  2. 示例乙  3. 示例丙  4. 示例丁\ntap 没错，登记");
  REQUIRE(rig.store.filed.size() == 1);
  CHECK(rig.store.filed[0].body.representatives.size() == 4);
}

TEST_CASE("who does not agree to a sensitive part files the rest, and sees what is left") {
  ScreenRig rig({});
  rig.RunFromHome(
      "tap 我要反映\ntap 养老救助\ntap 示例村\ntap 下一步\n"
      "type 老伴住院了。请派人来看看。\ntap 下一步\ntap 不留姓名\ntap 下一步\n"
      "expect 说到了身体和看病的事\nexpect “老伴住院了。”\ntap 下一步\n"
      "expect 请每一样点一下\ntap 不要记\ntap 下一步\n" +
      kAgreed + "expect 请派人来看看。\nabsent 住院\nexpect 按您的意思没有记\n" +
      "tap 没错，登记\nexpect 已经记下了");
  REQUIRE(rig.store.filed.size() == 1);
  CHECK(rig.store.filed[0].body.words == "请派人来看看。");
  CHECK(rig.store.filed[0].body.left_out == std::vector<std::string>{"health"});
}

TEST_CASE("the day of the county's last word is never earlier than what the page shows of it") {
  ScreenRig rig({});
  TrackedCase found = rig.TrackedHere().found;
  found.as_of_ms = rig.clock.now.wall_ms - 3 * 3'600'000;
  found.here->state = ReceiptState::kReceived;
  found.here->received_at_ms = rig.clock.now.wall_ms - 60'000;
  CHECK(say::AsOfLine(found, rig.state).find(say::DateTime(found.here->received_at_ms)) !=
        std::string::npos);
  found.answer.emplace();
  found.answer->course = {{CaseStep::kReceived, found.here->received_at_ms},
                          {CaseStep::kReferred, rig.clock.now.wall_ms, "示例站"}};
  CHECK(say::AsOfLine(found, rig.state).find(say::DateTime(rig.clock.now.wall_ms)) !=
        std::string::npos);
}

TEST_CASE("what has only been written down here is as of no word of the county") {
  ScreenRig rig({});
  TrackedCase found = rig.TrackedHere().found;
  found.as_of_ms = rig.clock.now.wall_ms - 3 * 3'600'000;
  found.here->state = ReceiptState::kWaiting;
  found.here->received_at_ms = 0;
  found.answer.reset();
  CHECK(say::AsOfLine(found, rig.state) == "还没有演示市政协的消息");
}

TEST_CASE("no page promises a telephone that the county does not name") {
  ScreenRig rig({});
  const std::vector<Page> pages = PagesOf(0, 3);
  for (const Page& page : pages) {
    if (page.name == "fault") continue;
    rig.Restart();
    auto station = std::make_shared<Station>(*rig.state.station);
    station->county.phone.clear();
    rig.state.station = station;
    if (page.prepare) page.prepare(rig);
    rig.Draw();
    rig.RunFromHome(page.tight.empty() ? page.script : page.tight);
    CAPTURE(page.name);
    for (const VisibleText& text : rig.Screen().Texts()) {
      // To 110 and 120, and by whoever is near.
      if (text.text == say::kDangerTitle || text.text == say::kDangerCallAny) continue;
      // Beside another number: whoever the matter is for, the studio.
      if (text.text == say::kNotOursCall || text.text == say::kNoRoomCall) continue;
      for (const std::string_view without : {"打电话", "（电话 ）", "电话 。"}) {
        const std::size_t at = text.text.find(without);
        if (at == text.text.npos) continue;
        // The studio's own may be there.
        const std::string after = text.text.substr(at + without.size(), 2);
        const bool called =
            after.size() == 2 && after[0] == ' ' && after[1] >= '0' && after[1] <= '9';
        CHECK_MESSAGE((without == "打电话" && called), text.text);
      }
    }
  }
}

TEST_CASE("a name is struck out before managers alone") {
  std::size_t struck = 0;
  const auto look = [&](ScreenRig& rig, const Page& page) {
    for (const VisibleText& text : rig.Screen().Texts()) {
      if (!text.struck) continue;
      ++struck;
      const bool managers = page.script.find("tap 管理\n") != page.script.npos ||
                            rig.shell().TopTag() == "rotation" || rig.shell().TopTag() == "day";
      CHECK_MESSAGE(managers, page.name << ": " << text.text);
    }
  };
  for (const Showing& showing : {Showing{}, Showing{1920, 1080, {}}}) {
    ScreenRig rig(showing);
    for (const Page& page : PagesOf(showing.Wide() ? 1 : 0, 2)) {
      OpenPage(rig, page);
      look(rig, page);
    }
  }
  CHECK(struck > 0);
}
