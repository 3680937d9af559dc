#include "pages.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "app/base/scanner_input.h"
#include "page_rules.h"
#include "test_support/half_width.h"

using namespace studio;

namespace {

// A page as it was shown.
struct Shown {
  std::string name;
  Page page;
  bool tall = false;
  Theme theme;
  Rect drawing;
  ScreenText screen;
  bool led_home = false;                // by its buttons
  std::vector<ScreenText::Ring> rings;  // after each Tab
  ScreenText ringed;                    // with the first
};

const Tappable* Find(const ScreenText& screen, std::string_view label) {
  for (const Tappable& tappable : screen.Tappables()) {
    if (tappable.label == label && tappable.enabled) return &tappable;
  }
  return nullptr;
}

// Taps what leads back, as often as it takes.
bool LeadsHome(const Page& page, ScreenRig& rig) {
  for (int i = 0; i < 9 && rig.shell().TopTag() != "home"; ++i) {
    const Tappable* back = nullptr;
    for (const std::string_view label :
         {page.leave, std::string_view("完成"), std::string_view("回首页"),
          std::string_view("上一步"), std::string_view("没有"), std::string_view("不要了，出去"),
          std::string_view("返回"), std::string_view("办完了")}) {
      if (back == nullptr) back = Find(rig.Screen(), label);
    }
    if (back == nullptr) return false;
    rig.TapOn(*back);
  }
  return rig.shell().TopTag() == "home";
}

// By Tab, past every target and to the first again.
void GoRound(ScreenRig& rig, Shown& shown) {
  // What may be the end of a code is not a person's key.
  rig.clock.Advance(ScannerInput::kLateEndMs + 1);
  const std::size_t before = std::as_const(rig).Screen().Tappables().size();
  rig.Press(Key::kTab);
  if (before == 0) rig.Press(Key::kTab);  // it woke home from its posters
  shown.ringed = rig.Screen();
  const auto& targets = std::as_const(shown.ringed).Tappables();
  const auto count = std::count_if(targets.begin(), targets.end(),
                                   [](const Tappable& target) { return target.enabled; });
  for (auto i = count; count > 0 && i >= 0; --i) {
    if (const auto& ring = rig.Screen().TheRing()) shown.rings.push_back(*ring);
    // To look at it: STUDIO_RINGS=1 beside STUDIO_SHOTS.
    if (i > 0 && std::getenv("STUDIO_RINGS") != nullptr)
      rig.Run("shot " + shown.name + "-ring-" + std::to_string(shown.rings.size()));
    if (i > 0) rig.Press(Key::kTab);
  }
}

std::vector<Shown> ShowAll() {
  // To look at some while working on them: STUDIO_PAGES=check-in.
  const char* only = std::getenv("STUDIO_PAGES");
  std::vector<Shown> out;
  const std::vector<Showing> showings = AllShowings();
  for (std::size_t nth = 0; nth < showings.size(); ++nth) {
    const Showing& showing = showings[nth];
    ScreenRig rig(showing);
    for (const Page& page : PagesOf(nth, showings.size())) {
      if (only != nullptr && page.name.find(only) == page.name.npos) continue;
      rig.Restart();
      if (page.prepare) page.prepare(rig);
      rig.Draw();
      Shown shown{showing.Name() + "-" + std::string(page.name),
                  page,
                  !showing.Wide(),
                  rig.CurrentTheme(),
                  {0, 0, static_cast<float>(showing.width), static_cast<float>(showing.height)},
                  {},
                  false,
                  {},
                  {}};
      CAPTURE(shown.name);
      const bool tight = !showing.Wide() || showing.theme.extra_large;
      if (page.name != "fault") {
        rig.RunFromHome(tight && !page.tight.empty() ? page.tight : page.script);
      };
      rig.Run("shot " + shown.name);
      shown.screen = rig.Screen();
      GoRound(rig, shown);
      shown.led_home = page.leave.empty() || LeadsHome(page, rig);
      out.push_back(std::move(shown));
    }
  }
  return out;
}

// Every page in every showing; shown once for all tests here.
const std::vector<Shown>& Pages() {
  static const std::vector<Shown> pages = ShowAll();
  return pages;
}

void None(const Shown& shown, const Faults& faults) {
  for (const std::string& fault : faults) FAIL_CHECK(shown.name << ": " << fault);
}

// Titles of notices come from outside and may be any length.
bool IsNoticeTitle(const std::string& text) {
  static const auto station = DemoStation(TestClock().now.wall_ms);
  return std::any_of(station->notices.begin(), station->notices.end(),
                     [&](const Notice& notice) { return notice.title == text; });
}

}  // namespace

TEST_CASE("everything to touch is large enough, on the drawing and apart from the next") {
  for (const Shown& shown : Pages()) {
    None(shown, TouchFaults(shown.screen, shown.theme, shown.drawing));
  }
}

TEST_CASE("no text is cut, off the drawing, over another or half under a button") {
  for (const Shown& shown : Pages()) {
    Faults faults = TextFaults(shown.screen, shown.drawing);
    for (const VisibleText& text : shown.screen.Texts()) {
      if (!text.cut || !IsNoticeTitle(text.text)) continue;
      std::erase_if(faults, [&](const std::string& f) { return f.find("cut: " + text.text) == 0; });
    }
    None(shown, faults);
    None(shown, OverlapFaults(shown.screen));
  }
}

TEST_CASE("no two things to touch share an id, and Tab comes to each as they are read") {
  for (const Shown& shown : Pages()) {
    None(shown, IdFaults(shown.screen));
    None(shown, RingFaults(shown.ringed, shown.rings, shown.drawing));
  }
}

TEST_CASE("every page but home leads back, and in portrait by a button within reach") {
  for (const Shown& shown : Pages()) {
    CAPTURE(shown.name);
    for (const std::string_view label : {shown.page.leave, shown.page.go_on}) {
      if (label.empty()) continue;
      const Tappable* button = Find(shown.screen, label);
      REQUIRE_MESSAGE(button != nullptr, label);
      if (shown.tall) CHECK(button->rect.y >= shown.drawing.h / 3);
    }
    if (shown.page.leave != "还在，接着来") CHECK(shown.led_home);
  }
}

TEST_CASE("no page promises readers, ways or silence that there are not") {
  for (const Shown& shown : Pages()) {
    CAPTURE(shown.name);
    for (const VisibleText& text : shown.screen.Texts()) {
      for (const std::string_view untrue :
           {"没人知道", "委员也能看", "只给委员看", "来改", "办这件事的人", "办事单位", "打不开"}) {
        CHECK_MESSAGE(text.text.find(untrue) == std::string::npos, text.text);
      }
    }
  }
}

TEST_CASE("Chinese stands with full-width marks on every page") {
  for (const Shown& shown : Pages()) {
    CAPTURE(shown.name);
    for (const VisibleText& text : shown.screen.Texts()) {
      if (text.text.ends_with(".csv") || text.text.ends_with(".xlsx")) continue;  // files' names
      CHECK_FALSE_MESSAGE(HalfWidthBesideChinese(text.text), text.text);
    }
  }
}

TEST_CASE("the rules find what is wrong") {
  const Theme theme = Theme::For({}, 1080, 1920);
  const Rect all{0, 0, 1080, 1920};
  ScreenText screen;
  screen.AddTappable("小", {0, 0, 60, 100}, true, all);
  screen.AddTappable("近", {62, 0, 100, 100}, true, all);
  screen.AddText("左右", {500, 500, 100, 50}, all);
  screen.AddText("重叠", {550, 510, 100, 50}, all);
  screen.AddText("半在", {100, 20, 200, 50}, all);
  screen.AddText("剪了", {500, 900, 100, 50}, all, true);
  screen.AddText("出去", {1000, 900, 100, 50}, all);
  CHECK(TouchFaults(screen, theme, all).size() == 2);
  CHECK(TextFaults(screen, all).size() == 2);
  CHECK(OverlapFaults(screen).size() == 2);
  CHECK(IdFaults(screen).size() == 1);
  Tappable left{.label = "左", .rect = {100, 800, 100, 100}, .id = 1};
  Tappable right{.label = "右", .rect = {300, 800, 100, 100}, .id = 2};
  ScreenText ringed;
  ringed.AddTappable(left);
  ringed.AddTappable(right);
  const ScreenText::Ring around_left{1, left.rect, left.rect.Grown(10), left.rect};
  const ScreenText::Ring around_right{2, right.rect, right.rect.Grown(10), right.rect};
  CHECK(RingFaults(ringed, {around_left, around_right, around_left}, all).empty());
  CHECK(RingFaults(ringed, {around_right, around_left, around_right}, all).size() == 1);
  CHECK(RingFaults(ringed, {around_left, around_left, around_left}, all).size() == 2);
  CHECK(RingFaults(ringed, {around_left, around_right, {2}}, all).size() == 1);
  const ScreenText::Ring off{2, right.rect, right.rect.Moved(2000, 0)};
  CHECK(RingFaults(ringed, {around_left, off, around_left}, all).size() == 1);
  ringed.AddText("里面", {110, 810, 80, 80}, all);
  CHECK(RingFaults(ringed, {around_left, around_right, around_left}, all).empty());
  ringed.AddText("压住", {150, 850, 80, 50}, all);
  CHECK(RingFaults(ringed, {around_left, around_right, around_left}, all).size() == 2);
}

TEST_CASE("pages of tables that come and go have full-width marks alone") {
  const auto beside = [](const std::string& text, std::size_t at) {
    return at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80;
  };
  for (const Shown& shown : Pages()) {
    if (!shown.page.name.starts_with("import") && !shown.page.name.starts_with("export")) continue;
    CAPTURE(shown.name);
    for (const VisibleText& text : shown.screen.Texts()) {
      for (std::size_t at = text.text.find_first_of(",?!:;"); at != std::string::npos;
           at = text.text.find_first_of(",?!:;", at + 1)) {
        const bool narrow = beside(text.text, at - 1) || beside(text.text, at + 1);
        CHECK_MESSAGE(!narrow, text.text);
      }
    }
  }
}
