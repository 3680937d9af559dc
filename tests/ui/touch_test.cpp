#include "ui/press/touch.h"

#include <doctest/doctest.h>

#include "../app/fakes/fake_request_store.h"
#include "app/saying/text_draft.h"
#include "platform/newest_finger.h"
#include "ui/host/ui_host.h"
#include "ui/kit/screen_text.h"
#include "ui/press/paged_list.h"
#include "ui/press/shown_targets.h"
#include "ui/press/typing.h"
#include "ui/press/widgets.h"

using namespace studio;

namespace {

InputEvent At(InputEvent::Kind kind, float x, float y) {
  InputEvent event;
  event.kind = kind;
  event.x = x;
  event.y = y;
  return event;
}
constexpr auto kDown = InputEvent::Kind::kDown;
constexpr auto kMove = InputEvent::Kind::kMove;
constexpr auto kUp = InputEvent::Kind::kUp;

// Two buttons, and how often each was tapped.
struct TouchPage {
  TestClock clock;
  std::unique_ptr<UiHost> host = std::move(*UiHost::Headless(1080, 1920));
  Rect left{100, 1000, 400, 120}, right{528, 1000, 400, 120};
  Taps right_taps = Taps::kOnce;
  int lefts = 0, rights = 0;
  Press seen;

  void Draw() {
    host->DrawFrame(clock, [this](Frame& frame) {
      seen = PressArea(frame, left, "左");
      lefts += seen.tapped ? 1 : 0;
      rights += PrimaryButton(frame, right, "右", {.taps = right_taps}) ? 1 : 0;
    });
  }
  void Feed(std::vector<InputEvent> events) {
    host->Feed(events);
    while (host->WantsFrame(0)) Draw();
  }
  // Once a person has looked at the page.
  void Later(std::vector<InputEvent> events) {
    Feed({});
    clock.Advance(ShownTargets::kRipeMs);
    Feed(std::move(events));
  }
};

// Draws until nothing more is wanted.
void Settle(UiHost& host, const Clock& clock, const std::function<void(Frame&)>& draw) {
  while (host.WantsFrame(0)) host.DrawFrame(clock, draw);
}

}  // namespace

TEST_CASE("a press shows in the frame in which the finger came down and acts when it leaves") {
  TouchPage page;
  page.Later({});
  page.host->Feed({At(kDown, 200, 1050)});
  page.Draw();
  CHECK(page.seen.down);
  CHECK(page.lefts == 0);
  page.Feed({At(kUp, 200, 1050)});
  CHECK(page.lefts == 1);
}

TEST_CASE("a finger that rolls a little off still presses, one that slides away does not") {
  TouchPage page;
  page.Later({At(kDown, 200, 1110), At(kMove, 205, 1140), At(kUp, 205, 1155)});
  CHECK(page.lefts == 1);
  page.Later({At(kDown, 200, 1110), At(kUp, 200, 1400)});
  CHECK(page.lefts == 1);
}

TEST_CASE("a finger acts where it came down, never where it slid to") {
  TouchPage page;
  page.Later({At(kDown, 490, 1050), At(kMove, 535, 1050), At(kUp, 535, 1050)});
  CHECK(page.rights == 0);
  page.Later({At(kDown, 300, 100), At(kMove, 600, 1050), At(kUp, 600, 1050)});
  CHECK(page.lefts + page.rights == 1);  // the first one rolled over the edge: left, once
}

TEST_CASE("two taps in one batch, on what may be tapped again, are two taps") {
  TouchPage page;
  page.right_taps = Taps::kAgain;
  page.Later({At(kDown, 600, 1050), At(kUp, 600, 1050), At(kDown, 600, 1050), At(kUp, 600, 1050)});
  CHECK(page.rights == 2);
}

TEST_CASE("a finger that stays while the page changes presses nothing of the new one") {
  TouchPage page;
  page.Later({At(kDown, 200, 1050)});
  page.host->CancelTouch();
  page.Later({At(kUp, 200, 1050)});
  CHECK(page.lefts == 0);
}

TEST_CASE("down and up in one frame are two frames, so that no tap is lost") {
  TouchPage page;
  page.Later({});
  page.host->Feed({At(kDown, 200, 1050), At(kUp, 200, 1050)});
  page.Draw();
  CHECK(page.seen.down);
  CHECK(page.lefts == 0);
  CHECK(page.host->WantsFrame(0));
  page.Draw();
  CHECK(page.lefts == 1);
}

TEST_CASE("a finger taken away and one that comes at once are two fingers") {
  TouchPage page;
  page.Later({});
  page.Feed({At(kDown, 200, 1050)});
  page.Later({At(InputEvent::Kind::kCancel, 0, 0), At(kDown, 600, 1050), At(kUp, 600, 1050)});
  CHECK(page.lefts == 0);
  CHECK(page.rights == 1);
}

TEST_CASE("a target whose words change under the finger is pressed by what follows ###") {
  auto host = std::move(*UiHost::Headless(1080, 1920));
  TestClock clock;
  int tapped = 0, frames = 0;
  const auto draw = [&](Frame& frame) {
    const std::string label = std::to_string(++frames) + " 秒###wait";
    tapped += PressArea(frame, {100, 1000, 400, 120}, label).tapped ? 1 : 0;
  };
  Settle(*host, clock, draw);
  clock.Advance(ShownTargets::kRipeMs);
  host->Feed({At(kDown, 200, 1050), At(kUp, 200, 1050)});
  Settle(*host, clock, draw);
  CHECK(tapped == 1);
}

TEST_CASE("a small target is widened to the floor") {
  auto host = std::move(*UiHost::Headless(1080, 1920));
  TestClock clock;
  int tapped = 0;
  const auto draw = [&](Frame& frame) {
    if (PressArea(frame, {490, 490, 20, 20}, "小").tapped) ++tapped;
  };
  Settle(*host, clock, draw);
  clock.Advance(ShownTargets::kRipeMs);
  host->Feed({At(kDown, 500, 465), At(kUp, 500, 465)});
  Settle(*host, clock, draw);
  CHECK(tapped == 1);
  REQUIRE(host->Screen().Tappables().size() == 1);
  CHECK(host->Screen().Tappables()[0].rect.w == 80);
  CHECK(host->Screen().Tappables()[0].rect.h == 80);
}

TEST_CASE("what is disabled, or covered, is not pressed") {
  auto host = std::move(*UiHost::Headless(1080, 1920));
  TestClock clock;
  int tapped = 0;
  const auto draw = [&](Frame& frame) {
    ButtonLook off;
    off.enabled = false;
    tapped += PrimaryButton(frame, {100, 1000, 400, 120}, "不行", off) ? 1 : 0;
    frame.touch_enabled = false;
    tapped += PrimaryButton(frame, {100, 1000, 400, 120}, "盖住了") ? 1 : 0;
  };
  Settle(*host, clock, draw);
  clock.Advance(ShownTargets::kRipeMs);
  host->Feed({At(kDown, 200, 1050), At(kUp, 200, 1050)});
  Settle(*host, clock, draw);
  CHECK(tapped == 0);
  REQUIRE(host->Screen().Tappables().size() == 1);
  CHECK_FALSE(host->Screen().Tappables()[0].enabled);
}

TEST_CASE("a long list is paged by its buttons and dragged by a finger, without pressing a row") {
  auto host = std::move(*UiHost::Headless(1080, 1920));
  TestClock clock;
  ScrollState scroll;
  int rows_tapped = 0, first = -1;
  const auto draw = [&](Frame& frame) {
    PagedList list(frame, {48, 400, 984, 800}, "rows", scroll, 30, 120);
    first = list.First();
    for (int i = list.First(); i < list.End(); ++i)
      if (ListRow(frame, list.Row(i), "第 " + std::to_string(i) + " 行", "")) ++rows_tapped;
  };
  const auto feed = [&](std::vector<InputEvent> events) {
    clock.Advance(ShownTargets::kRipeMs);
    host->Feed(events);
    Settle(*host, clock, draw);
  };
  feed({});
  CHECK(first == 0);
  CHECK_FALSE(host->Screen().Shows("第 10 行"));
  for (const Tappable& tappable : host->Screen().Tappables()) {
    if (tappable.label != "往下翻") continue;
    const float x = tappable.rect.CentreX(), y = tappable.rect.CentreY();
    feed({At(kDown, x, y), At(kUp, x, y)});
    break;
  }
  CHECK(first == 4);
  host->Feed({At(kDown, 500, 900), At(kMove, 500, 800)});
  host->DrawFrame(clock, draw);
  feed({At(kMove, 500, 660), At(kUp, 500, 660)});
  CHECK(first == 6);
  CHECK(scroll.offset == doctest::Approx(6 * 120));
  CHECK(rows_tapped == 0);
  feed({At(kDown, 500, 460), At(kUp, 500, 460)});
  CHECK(rows_tapped == 1);
}

TEST_CASE("what is typed arrives in order, keys among text") {
  auto host = std::move(*UiHost::Headless(1080, 1920));
  InputEvent text, back;
  text.kind = InputEvent::Kind::kText;
  back.kind = InputEvent::Kind::kKey;
  back.key = Key::kBackspace;
  text.text = "路等";
  std::vector<InputEvent> events{text, back};
  text.text = "灯𬱖";
  events.push_back(text);
  host->Feed(events);
  TextDraft draft(10);
  Settle(*host, TestClock(), [&](Frame& frame) { ApplyTyping(frame, draft); });
  CHECK(draft.text() == "路灯𬱖");
}

TEST_CASE("two thumbs that overlap press both keys, each where it came down") {
  TouchPage page;
  NewestFinger fingers;
  std::vector<InputEvent> events;
  fingers.Down(1, 200, 1050, events);
  fingers.Down(2, 600, 1050, events);  // the first is not yet up
  fingers.Move(1, 210, 1055, events);
  fingers.Up(1, 210, 1055, events);
  CHECK(fingers.Present());
  fingers.Up(2, 600, 1050, events);
  CHECK_FALSE(fingers.Present());
  page.Later(events);
  CHECK(page.lefts == 1);
  CHECK(page.rights == 1);
}

TEST_CASE("a press begins in one frame only, and knows everywhere the finger went in it") {
  auto host = std::move(*UiHost::Headless(1080, 1920));
  TestClock clock;
  int began = 0;
  std::size_t points = 0;
  const auto draw = [&](Frame& frame) {
    began += PressArea(frame, {100, 1000, 400, 120}, "键").began ? 1 : 0;
    points += frame.touch.Path().size();
  };
  Settle(*host, clock, draw);
  clock.Advance(ShownTargets::kRipeMs);
  host->Feed({At(kDown, 200, 1050), At(kMove, 210, 1060), At(kMove, 220, 1050)});
  Settle(*host, clock, draw);
  host->Feed({At(kUp, 220, 1050)});
  Settle(*host, clock, draw);
  CHECK(began == 1);
  CHECK(points == 4);
}
