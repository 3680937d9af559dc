#include <doctest/doctest.h>

#include "key_page.h"
#include "ui/press/touch.h"

using namespace studio;

namespace {

constexpr std::int64_t kStep = 1000;

}  // namespace

TEST_CASE("with one switch the first key brings the ring, it goes by itself and any key presses") {
  KeyPage page;
  page.host->SetSwitch(kStep);
  page.Look();
  page.clock.Advance(5 * kStep);
  page.Draw();
  CHECK(page.Around() == "-");
  page.Type("x");
  CHECK(page.Around() == "一");
  page.clock.Advance(kStep);
  page.Look();
  CHECK(page.Around() == "二");
  page.Key(Key::kEscape);
  CHECK(page.pressed == "二");
  page.Key(Key::kTab, true);
  CHECK(page.pressed == "二");
  CHECK(page.Around() == "二");
  page.clock.Advance(kStep);
  page.Draw();
  CHECK(page.Around() == "三");
  CHECK(page.draft.text().empty());
  page.title = "乙页";
  page.Draw();
  CHECK(page.Around().empty());
  page.clock.Advance(kStep);
  page.Draw();
  CHECK(page.Around() == "一");
  page.host->HideRing();
  page.Draw();
  page.clock.Advance(3 * kStep);
  page.Draw();
  CHECK(page.Around() == "-");
}

TEST_CASE("with one switch a key counts once the ring has stood there, and a trembling hand once") {
  KeyPage page;
  page.host->SetSwitch(kStep);
  page.Look();
  page.Key(Key::kEnter);
  page.Key(Key::kEnter);  // the same press once more
  CHECK(page.pressed.empty());
  page.Look();
  page.Key(Key::kEnter);
  CHECK(page.pressed == "一");
  page.clock.Advance(kStep);
  page.Draw();
  REQUIRE(page.Around() == "二");
  page.clock.Advance(ShownTargets::kRipeMs - 1);
  page.Key(Key::kEnter);  // meant for what it has just left
  CHECK(page.pressed == "一");
  for (int i = 0; i < 4; ++i) {
    page.clock.Advance(ShownTargets::kRipeMs - 1);
    page.Key(Key::kEnter);
  }
  CHECK(page.pressed == "一");
  CHECK(page.Around() == "二");
  page.Look();
  page.Key(Key::kEnter);
  CHECK(page.pressed == "一二");
  // The quickest ring stands no longer than that: half of it counts.
  page.host->SetSwitch(500);
  page.clock.Advance(kStep);
  page.Draw();
  REQUIRE(page.Around() == "三");
  page.clock.Advance(250);
  page.Key(Key::kEnter);
  CHECK(page.pressed == "一二三");
}

TEST_CASE("with one switch what comes below the ring meanwhile is not pressed") {
  KeyPage page;
  page.host->SetSwitch(kStep);
  page.Look();
  page.Key(Key::kTab);
  page.Look();
  page.other = [&](Frame& frame) {
    if (PressArea(frame, kOne, "寄走").tapped) page.pressed += "寄走";
  };
  page.Key(Key::kTab);  // it comes with the frame that takes the key
  CHECK(page.pressed.empty());
  page.Look();
  page.Key(Key::kTab);  // the ring has not come to it
  CHECK(page.pressed.empty());
}

TEST_CASE("with one switch a text is pressed at its end, where writing goes on") {
  KeyPage page;
  Rect at;
  page.other = [&](Frame& frame) {
    if (PressArea(frame, kOne, "字", {.taps = Taps::kWriting, .text = true}).tapped)
      at = {frame.touch.X(), frame.touch.Y(), 0, 0};
  };
  page.host->SetSwitch(kStep);
  page.Look();
  page.Key(Key::kEnter);
  page.Look();
  page.Key(Key::kEnter);
  CHECK(at.x == kOne.Right() - 1);
  CHECK(at.y == kOne.Bottom() - 1);
}

TEST_CASE("with one switch a hand scanner still reads, and presses nothing") {
  KeyPage page;
  page.host->SetSwitch(kStep);
  page.Look();
  page.Key(Key::kEnter);
  page.Look();
  std::vector<InputEvent> events(1);
  events[0].kind = InputEvent::Kind::kText;
  for (const char c : std::string_view("411281037482")) {
    events.back().kind = InputEvent::Kind::kText;
    events.back().text = std::string(1, c);
    events.emplace_back();
  }
  events.back().kind = InputEvent::Kind::kKey;
  events.back().key = Key::kEnter;
  page.host->Feed(events);
  page.Look();
  CHECK(page.scanned == 1);
  CHECK(page.pressed.empty());
  CHECK(page.Around() == "一");
}
