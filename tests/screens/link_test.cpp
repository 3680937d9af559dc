// The manager's pages about the link: what is tapped is what is done, and every condition and fault
// has its sentence, calm on home and exact for the manager.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "link_pages.h"
#include "shared/base/time_units.h"
#include "ui/words/staff/link_strings.h"

using namespace studio;

namespace {

constexpr int kConditions = static_cast<int>(LinkCondition::kClockWrong) + 1;
constexpr int kFaults = static_cast<int>(Fault::kCrashing) + 1;
constexpr int kCarryFaults = static_cast<int>(CarryFault::kFailed) + 1;
const std::string kTechnical = "HTTP 403 (revoked)";

std::string AllWords(const ScreenText& screen) {
  std::string words;
  for (const VisibleText& text : screen.Texts()) words += text.text + "\n";
  return words;
}

bool HasLatin(const std::string& words) {
  return std::any_of(words.begin(), words.end(),
                     [](unsigned char c) { return std::isalpha(c) != 0; });
}

}  // namespace

TEST_CASE("every condition of the link has a calm sentence on home and an exact one here") {
  std::set<std::string> titles;
  for (int i = 0; i < kConditions; ++i) {
    CAPTURE(i);
    ScreenRig rig({});
    rig.state.link.condition = static_cast<LinkCondition>(i);
    rig.state.link.reason = kTechnical;
    rig.state.outbox.waiting = rig.state.outbox.waiting_requests = 2;
    rig.Draw();
    const std::string line = say::LinkLine(rig.state.link, rig.state.outbox, *rig.state.station);
    CHECK_FALSE(line.empty());
    const std::string home = AllWords(rig.Screen());
    CHECK(home.find(line) != std::string::npos);
    CHECK_FALSE(HasLatin(home));
    for (const char* alarming : {"认可", "证书", "错误", "不认", "未传成功"}) {
      CHECK(home.find(alarming) == std::string::npos);
    }
    rig.Run(kToHub + "tap 上传情况\n");
    const std::string manager = AllWords(rig.Screen());
    CHECK(titles.insert(say::LinkTitle(rig.state)).second);
    CHECK(manager.find(say::LinkTitle(rig.state)) != std::string::npos);
    CHECK_FALSE(say::LinkAdvice(rig.state).empty());
    CHECK(manager.find(say::LinkAdvice(rig.state)) != std::string::npos);
    CHECK(manager.find(kTechnical) != std::string::npos);
  }
}

TEST_CASE("every fault has a sentence on home and one for the manager") {
  std::set<std::string> exact;
  for (int i = 0; i < kFaults; ++i) {
    CAPTURE(i);
    ScreenRig rig({});
    rig.Draw();
    const std::string well = AllWords(rig.Screen());
    rig.Run(kToHub + "tap 本机状况\n");
    rig.state.fault = static_cast<Fault>(i);
    rig.Draw();
    const std::string line = say::HealthLine({HealthItem::kFault, {}}, rig.state);
    CHECK(exact.insert(line).second);
    CHECK(AllWords(rig.Screen()).find(line) != std::string::npos);
    rig.Run("tap 上一步\ntap 回首页\n");
    const std::string home = AllWords(rig.Screen());
    CHECK((home == well) == (rig.state.fault == Fault::kNone));
    CHECK_FALSE(HasLatin(home));
  }
}

TEST_CASE("everything that can go wrong with a stick says what and what to do") {
  std::set<std::string_view> titles;
  for (int i = 0; i < kCarryFaults; ++i) {
    const auto fault = static_cast<CarryFault>(i);
    CHECK(titles.insert(say::CarryFaultTitle(fault)).second);
    CHECK_FALSE(say::CarryFaultAdvice(fault).empty());
  }
}

TEST_CASE("why something was set aside is a sentence by its code, whatever its English says") {
  const Station station;
  SetAsideItem item;
  item.reason = "its file is gone";
  std::set<std::string> sentences;
  for (int code = 1; code <= static_cast<int>(Refusal::kWordsLost); ++code) {
    CAPTURE(code);
    item.code = static_cast<Refusal>(code);
    const std::string line = say::ReasonLine(item, station);
    CHECK_FALSE(HasLatin(line));
    CHECK(sentences.insert(line).second);
  }
  item.code = Refusal::kOther;
  CHECK(say::ReasonLine(item, station) == "its file is gone");
}

TEST_CASE("how long and how far off is said in words") {
  CHECK(say::LastingText(40'000) == "40 秒");
  CHECK(say::LastingText(12 * 60'000) == "12 分钟");
  CHECK(say::LastingText(185 * 60'000) == "3 小时 5 分");
  CHECK(say::LastingText(52 * 3'600'000) == "2 天 4 小时");
  LinkState link;
  CHECK(say::ClockLine(link) == "还没有对过时间");
  link.last_exchange_ms = 1;
  CHECK(say::ClockLine(link) == "走得准");
  link.clock_offset_ms = 12 * 60'000;
  CHECK(say::ClockLine(link) == "本机时钟慢 12 分钟");
  link.clock_offset_ms = -90'000;
  CHECK(say::ClockLine(link) == "本机时钟快 1 分钟");
}

TEST_CASE("the hub leads to each page and back, and leaving it ends the session") {
  ScreenRig rig({});
  rig.Run(kToHub);
  for (const char* page : {"月度轮值", "上传情况", "U盘上传", "本机状况"}) {
    rig.Run("tap " + std::string(page) + "\ntap 上一步\nexpect 本机状况\nexpect 月度轮值\n");
  }
  CHECK(rig.shell().TopTag() == "hub");
  rig.Run("tap 回首页\ntap 管理\nexpect 委员证\n");
  CHECK(rig.shell().TopTag() == "unlock");
}

TEST_CASE("one that was set aside is tried again by its own button, all by theirs") {
  ScreenRig rig({1920, 1080, {}});
  SetSomeAside(rig);
  rig.Run(kToHub + "expect 3 件待上传，5 件未传成功\ntap 上传情况\nexpect 群众诉求 037 48215 2\n" +
          "expect 签名对不上\n");
  CHECK(rig.line.asked == 0);
  const auto first =
      std::find_if(rig.Screen().Tappables().begin(), rig.Screen().Tappables().end(),
                   [](const Tappable& one) { return one.label.starts_with("再试一次"); });
  REQUIRE(first != rig.Screen().Tappables().end());
  rig.TapOn(*first);
  rig.Run("expect 1 件排上队了\nabsent 群众诉求 037 48215 2\n");
  CHECK(rig.line.asked == 1);
  rig.Run("tap 全部再试\nexpect 4 件排上队了\nexpect 没有未传成功的\n");
  CHECK(rig.outbox.report.set_aside == 0);
  CHECK(rig.outbox.report.waiting == 8);
}

TEST_CASE("a page with a stick being written is not covered") {
  ScreenRig rig({});
  PlugStickIn(rig);
  rig.county.holds = true;
  rig.Run(kToHub + "tap U盘上传\ntap 工作文件夹\ntap 把 3 件存到U盘\nadvance 600\n" +
          "expect 正在存\nabsent 还在吗？\n");
  rig.county.Answer();
  rig.Draw();
  rig.Run("expect 存好了，可以拔U盘\ntap 完成\n");
  REQUIRE(rig.county.exported.size() == 1);
  CHECK(rig.county.exported[0].name == "工作文件夹");
}

TEST_CASE("a machine whose clock is a day ahead tells the county's day, whatever it tells of") {
  ScreenRig rig({});
  SetSomeAside(rig);
  rig.outbox.report.items.front().made_at_ms = rig.clock.now.wall_ms;
  rig.clock.now.wall_ms += kDayMs;
  rig.state.machine.running_since_ms = rig.clock.now.monotonic_ms;
  const std::string today = "今天 " + LocalTime::At(rig.state.CountyMs(rig.clock.now)).HourMin();
  SUBCASE("since when it runs") { rig.Run(kToHub + "tap 本机状况\nexpect " + today + "\n"); }
  SUBCASE("when what was set aside was made") {
    rig.Run(kToHub + "tap 上传情况\nexpect " + today + "\n");
  }
  SUBCASE("since when something is broken") {
    rig.state.fault = Fault::kStorageBroken;
    rig.Draw();
    rig.Run("expect 从 " + today + " 起就这样了\nadvance 3600\nexpect 从 " + today +
            " 起就这样了\n");
  }
  SUBCASE("when something was filed") {
    rig.Run(kToReceipt);
    const std::string filed = "今天 " + LocalTime::At(rig.state.CountyMs(rig.clock.now)).HourMin();
    rig.Run("expect " + filed + "\n");
  }
}
