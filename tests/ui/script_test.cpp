#include "ui/host/script.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace studio;

namespace {

// A page with two buttons; "下一步" brings a word, after a while.
class FakePage : public ScriptTarget {
 public:
  FakePage() { Show(); }
  void Tap(float x, float y) override {
    log += "tap " + std::to_string(static_cast<int>(x)) + "," +
           std::to_string(static_cast<int>(y)) + "\n";
    if (y < 100) pumps_until_word_ = 3;
  }
  void Drag(const std::vector<ScriptPoint>& points) override {
    log += "drag";
    for (const ScriptPoint& point : points)
      log +=
          " " + std::to_string(std::lround(point.x)) + "," + std::to_string(std::lround(point.y));
    log += "\n";
  }
  void Type(std::string_view text) override { log += "type " + std::string(text) + "\n"; }
  void Press(Key key) override {
    log += key == Key::kEnter ? "Enter\n" : "key\n";
    // The ring goes round.
    if (key != Key::kTab) return;
    const auto& all = screen_.Tappables();
    const Tappable& next = all[ring_++ % all.size()];
    screen_.SetRing({next.id, next.rect});
  }
  void Pump(int) override {
    if (pumps_until_word_ > 0 && --pumps_until_word_ == 0) {
      screen_.AddText("已经记下了", {0, 900, 300, 50}, kAll);
    }
    if (!later_.empty() && ++pumps_ == 3)
      screen_.AddTappable(later_, {500, 900, 80, 80}, true, kAll);
  }
  void Advance(double seconds) override {
    log += "advance " + std::to_string(static_cast<int>(seconds)) + "\n";
  }
  void WaitUntil(std::int64_t monotonic_ms) override { waited_until = monotonic_ms; }
  Result<bool> Shot(const std::string& name) override {
    log += "shot " + name + "\n";
    return true;
  }
  void Print(std::string_view text) override { log += "print " + std::string(text); }
  const ScreenText& Screen() const override { return screen_; }
  Result<bool> HoldUp(const std::string& what) override {
    if (what == "nowhere.png") return Fail(ErrorKind::kInvalid, "there is no file " + what);
    log += "camera " + what + "\n";
    return true;
  }

  std::string log;
  std::int64_t waited_until = 0;

 private:
  static constexpr Rect kAll{0, 0, 1080, 1920};
  void Show() {
    screen_.AddTappable("下一步##1", {0, 0, 200, 80}, true, kAll);
    screen_.AddText("下一步", {50, 20, 100, 40}, kAll);
    screen_.AddTappable("村 1", {0, 200, 200, 80}, true, kAll);
    screen_.AddTappable("删除", {0, 300, 200, 80}, true, kAll);
    screen_.AddTappable("删除", {0, 400, 200, 80}, true, kAll);
    screen_.AddTappable("不行", {0, 500, 200, 80}, false, kAll);
    screen_.AddTappable("道路桥梁", {0, 600, 200, 200}, true, kAll);
    screen_.AddTappable("abc", {0, 900, 80, 80}, true, kAll);
    screen_.AddTappable("a##key", {100, 900, 80, 80}, true, kAll);
    screen_.AddTappable("b##key", {200, 900, 80, 80}, true, kAll);
    screen_.AddText("路灯 护栏", {20, 700, 100, 40}, kAll);
    std::uint32_t id = 0;
    for (Tappable& tappable : screen_.Tappables()) tappable.id = ++id;
  }
  ScreenText screen_;
  std::size_t ring_ = 0;
  int pumps_until_word_ = 0;
  std::string later_;
  int pumps_ = 0;

 public:
  void ShowAfterPumps(std::string label) { later_ = std::move(label); }
  void ShowPad() { screen_.AddTappable("手写板", {200, 1000, 501, 501}, true, kAll); }
};

ScriptOutcome RunText(std::string_view text, FakePage& page) {
  const auto commands = ParseScript(text);
  REQUIRE(commands);
  return RunScript(*commands, page);
}

}  // namespace

TEST_CASE("every mistake in a script is told with its line, before anything runs") {
  const auto commands = ParseScript(
      "# fine\n\ntap 下一步\ntapp 下一步\ntap\ntap-at 1 x\nadvance soon\nquit now\nshot a/b\n");
  REQUIRE_FALSE(commands);
  CHECK(commands.error().kind == ErrorKind::kInvalid);
  const std::string& detail = commands.error().detail;
  for (const char* line :
       {"line 4: unknown command \"tapp\"", "line 5:", "line 6:", "line 7:", "line 8:", "line 9:"})
    CHECK_MESSAGE(detail.find(line) != std::string::npos, line);
  CHECK(detail.find("line 3") == std::string::npos);
}

TEST_CASE("a label is tapped by its words; a number after it counts unless it is part of them") {
  FakePage page;
  CHECK(RunText("tap 下一步\ntap 村 1\ntap 删除 2\ntap 桥梁\ntap 护栏\n", page).ok);
  CHECK(page.log == "tap 100,40\ntap 100,240\ntap 100,440\ntap 100,700\ntap 100,700\n");
}

TEST_CASE("a quoted label is tapped once it is there itself, whatever else contains it") {
  FakePage page;
  page.ShowAfterPumps("桥");
  CHECK(RunText("tap \"桥\"\n", page).ok);
  CHECK(page.log == "tap 540,940\n");
}

TEST_CASE("a line that fails says which, why, and what was there instead") {
  FakePage page;
  const ScriptOutcome outcome = RunText("tap 下一步\n\ntap 回家\nquit\n", page);
  CHECK_FALSE(outcome.ok);
  CHECK(outcome.line == 3);
  CHECK(outcome.message.find("line 3") != std::string::npos);
  CHECK(outcome.message.find("回家") != std::string::npos);
  CHECK(outcome.message.find("路灯 护栏") != std::string::npos);
  CHECK(outcome.message.find("道路桥梁") != std::string::npos);
  CHECK_FALSE(RunText("tap 不行", page).ok);
  CHECK_FALSE(RunText("tap 删除 3", page).ok);
  CHECK_FALSE(RunText("expect 回家", page).ok);
  CHECK_FALSE(RunText("absent 护栏", page).ok);
  CHECK_FALSE(RunText("wait-for 回家 0", page).ok);
}

TEST_CASE("a script waits for what comes later, and stops at quit") {
  FakePage page;
  CHECK(RunText("tap 下一步\nwait-for 记下了 5\nexpect 已经记下了\nquit\ntap 没有\n", page).ok);
}

TEST_CASE("the other commands do what they say") {
  FakePage page;
  CHECK(RunText("type 路灯 坏了\nadvance 45\nshot 01-home\ntap-at 7 8\nprint", page).ok);
  CHECK(page.log.find("type 路灯 坏了\nadvance 45\nshot 01-home\ntap 7,8\nprint 下一步\n") == 0);
}

TEST_CASE("scan types a code as it is, with Enter at the end") {
  FakePage page;
  CHECK(RunText("  scan MS1:A B \r\nscan x\n", page).ok);
  CHECK(page.log == "type MS1:A B \nEnter\ntype x\nEnter\n");
}

TEST_CASE("keys presses keys by their exact labels, one after the other") {
  FakePage page;
  CHECK(RunText("keys aba", page).ok);
  CHECK(page.log == "tap 140,940\ntap 240,940\ntap 140,940\n");
  const ScriptOutcome outcome = RunText("keys abc", page);
  CHECK_FALSE(outcome.ok);
  CHECK(outcome.message.find("no key \"c\"") != std::string::npos);
}

TEST_CASE("ink draws on the pad, and says where there is none") {
  FakePage page;
  const ScriptOutcome outcome = RunText("ink 0,0 500,1000", page);
  CHECK_FALSE(outcome.ok);
  CHECK(outcome.message.find("no pad") != std::string::npos);
  page.ShowPad();
  CHECK(RunText("ink 0,0 500,1000", page).ok);
  CHECK(page.log == "drag 200,1000 450,1500\n");
  CHECK_FALSE(ParseScript("ink 0,0 1001,3"));
  CHECK_FALSE(ParseScript("ink here"));
}

TEST_CASE("camera holds a file up, by a path that may have blanks, and says where there is none") {
  FakePage page;
  CHECK(RunText("camera badges/甲 1.png\ncamera none", page).ok);
  CHECK(page.log == "camera badges/甲 1.png\ncamera none\n");
  const ScriptOutcome outcome = RunText("camera nowhere.png", page);
  CHECK_FALSE(outcome.ok);
  CHECK(outcome.message.find("no file nowhere.png") != std::string::npos);
}

TEST_CASE("a script moves the ring and presses keys") {
  FakePage page;
  const auto commands = ParseScript("reach 村 1\nkey Enter\nkey Space\nkey Escape\n");
  REQUIRE(commands);
  const ScriptOutcome outcome = RunScript(*commands, page);
  CHECK_MESSAGE(outcome.ok, outcome.message);
  CHECK(page.log == "advance 0\nkey\nkey\nEnter\ntype  \nkey\n");
  CHECK_FALSE(ParseScript("key Hyper\n"));
  CHECK_FALSE(ParseScript("key\n"));
  CHECK_FALSE(ParseScript("reach\n"));
  const auto nowhere = ParseScript("reach 没有\n");
  REQUIRE(nowhere);
  CHECK_FALSE(RunScript(*nowhere, page).ok);
}
