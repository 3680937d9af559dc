#include "ui/press/shown_targets.h"

#include <doctest/doctest.h>

#include "../app/fakes/fake_request_store.h"
#include "ui/host/ui_host.h"
#include "ui/press/widgets.h"

using namespace studio;

namespace {

constexpr std::int64_t kRipe = ShownTargets::kRipeMs;
constexpr Rect kFoot{100, 1000, 400, 120};

InputEvent At(InputEvent::Kind kind, const Rect& rect) {
  InputEvent event;
  event.kind = kind;
  event.x = rect.CentreX();
  event.y = rect.CentreY();
  return event;
}

// A machine that shows whatever a test draws.
struct Machine {
  std::unique_ptr<UiHost> host = std::move(*UiHost::Headless(1080, 1920));
  TestClock clock;
  std::function<void(Frame&)> page;

  void Draw() {
    host->Invalidate();
    while (host->WantsFrame(clock.now.monotonic_ms)) host->DrawFrame(clock, page);
  }
  void Look() {
    Draw();
    clock.Advance(kRipe);
  }
  void Tap(const Rect& rect) {
    host->Feed({At(InputEvent::Kind::kDown, rect), At(InputEvent::Kind::kUp, rect)});
    Draw();
  }
};

}  // namespace

TEST_CASE("a button takes taps once it has been on the screen for four tenths of a second") {
  Machine machine;
  int tapped = 0;
  machine.page = [&](Frame& frame) { tapped += PrimaryButton(frame, kFoot, "下一步") ? 1 : 0; };
  machine.Draw();
  machine.clock.Advance(kRipe - 1);
  machine.Tap(kFoot);
  CHECK(tapped == 0);
  machine.clock.Advance(1);
  machine.Tap(kFoot);
  CHECK(tapped == 1);
}

TEST_CASE("a tap that came too early shows nothing, does nothing and is not kept for later") {
  Machine machine;
  int tapped = 0;
  bool down = false;
  machine.page = [&](Frame& frame) {
    const Press press = PressArea(frame, kFoot, "下一步");
    down |= press.down;
    tapped += press.tapped ? 1 : 0;
  };
  machine.Draw();
  machine.host->Feed({At(InputEvent::Kind::kDown, kFoot)});
  machine.Draw();
  machine.clock.Advance(kRipe);
  machine.host->Feed({At(InputEvent::Kind::kUp, kFoot)});
  machine.Look();
  CHECK_FALSE(down);
  CHECK(tapped == 0);
}

TEST_CASE("several quick taps go on by one page, whatever stands at their place on the next ones") {
  for (const bool same_label : {true, false}) {
    Machine machine;
    int page = 0;
    machine.page = [&](Frame& frame) {
      Rect area{0, 0, 1080, 400};
      Header(frame, area, "第 " + std::to_string(page) + " 页");
      if (PrimaryButton(frame, kFoot, same_label ? "下一步" : "往前 " + std::to_string(page)))
        ++page;
    };
    machine.Look();
    machine.host->Feed({At(InputEvent::Kind::kDown, kFoot), At(InputEvent::Kind::kUp, kFoot),
                        At(InputEvent::Kind::kDown, kFoot), At(InputEvent::Kind::kUp, kFoot),
                        At(InputEvent::Kind::kDown, kFoot), At(InputEvent::Kind::kUp, kFoot)});
    machine.Draw();
    machine.clock.Advance(kRipe - 1);
    machine.Tap(kFoot);
    CHECK(page == 1);
    machine.clock.Advance(kRipe);
    machine.Tap(kFoot);
    CHECK(page == 2);
  }
}

TEST_CASE(
    "a page that another one replaces by itself takes no tap that was meant for the old one") {
  Machine machine;
  bool answered = false;
  int tapped = 0;
  machine.page = [&](Frame& frame) {
    Rect area{0, 0, 1080, 400};
    Header(frame, area, answered ? "办理情况" : "正在查");
    tapped += SecondaryButton(frame, kFoot, "上一步") ? 1 : 0;
  };
  machine.Look();
  answered = true;
  machine.Draw();
  machine.Tap(kFoot);
  CHECK(tapped == 0);
}

TEST_CASE("what moved, was disabled, or lay under something, has to be looked at again") {
  Machine machine;
  Rect place = kFoot;
  bool enabled = true, covered = false;
  int tapped = 0;
  machine.page = [&](Frame& frame) {
    frame.touch_enabled = !covered;
    tapped += PrimaryButton(frame, place, "登记", {.enabled = enabled}) ? 1 : 0;
  };
  const auto changed = [&](const std::function<void()>& change) {
    machine.Look();
    change();
    machine.Draw();
    machine.Tap(place);
  };
  changed([&] { place.y += 100; });
  changed([&] { enabled = false; });
  changed([&] { enabled = true; });
  changed([&] { covered = true; });
  changed([&] { covered = false; });
  CHECK(tapped == 0);
  changed([&] { place.y += 2; });  // not enough to miss it
  CHECK(tapped == 1);
}

TEST_CASE("what a tap changed in place has to be read before it is tapped") {
  Machine machine;
  bool asking = false;
  int deleted = 0;
  machine.page = [&](Frame& frame) {
    if (!SecondaryButton(frame, kFoot, asking ? "撤回，删掉" : "撤回")) return;
    deleted += asking ? 1 : 0;
    asking = true;
  };
  machine.Look();
  machine.Tap(kFoot);
  machine.clock.Advance(kRipe - 1);
  machine.Tap(kFoot);
  CHECK(asking);
  CHECK(deleted == 0);
}

TEST_CASE("after a choice that changes nothing else, the button beside it is pressed at once") {
  Machine machine;
  bool chosen = false;
  int on = 0, turned = 0;
  const Rect choice{100, 400, 400, 120};
  machine.page = [&](Frame& frame) {
    if (Option(frame, choice, "示例村", {"", chosen})) {
      chosen = !chosen;
      ++turned;
    }
    on += PrimaryButton(frame, kFoot, "下一步") ? 1 : 0;
  };
  machine.Look();
  machine.Tap(choice);
  machine.Tap(choice);
  CHECK(turned == 1);  // twice quickly is not there and back again
  machine.Tap(kFoot);
  CHECK(on == 1);
}

TEST_CASE("pages of a list are turned as quickly as one taps, and nothing else is pressed so") {
  Machine machine;
  int turned = 0, row = 0;
  const Rect above{100, 400, 400, 120};
  machine.page = [&](Frame& frame) {
    row += SecondaryButton(frame, above, "第 " + std::to_string(turned) + " 行") ? 1 : 0;
    turned += SecondaryButton(frame, kFoot, "往下翻", {.taps = Taps::kAgain}) ? 1 : 0;
  };
  machine.Look();
  for (int i = 0; i < 5; ++i) machine.Tap(kFoot);
  CHECK(turned == 5);
  machine.Tap(above);
  CHECK(row == 0);
}

TEST_CASE("keys are pressed as quickly as one types, and the rest of the page stays as it was") {
  Machine machine;
  std::string written;
  int on = 0;
  const Rect second{600, 1000, 200, 120}, offered{100, 400, 400, 120}, next{100, 1500, 400, 120};
  machine.page = [&](Frame& frame) {
    DrawText(frame, {100, 100, 800, 80}, written, TextStyle::Of(60));
    for (const auto& [rect, letter] : {std::pair(kFoot, 'a'), std::pair(second, 'b')}) {
      if (PressArea(frame, rect, std::string(1, letter), {.taps = Taps::kWriting}).began)
        written += letter;
    }
    const std::string candidate = "字" + written;
    if (PressArea(frame, offered, candidate, {.taps = Taps::kOffered}).began) written += "字";
    on += PrimaryButton(frame, next, "下一步") ? 1 : 0;
  };
  machine.Look();
  for (const Rect& key : {kFoot, second, kFoot, kFoot, offered}) machine.Tap(key);
  CHECK(written == "abaa字");
  machine.Tap(offered);  // one that nobody can have read
  CHECK(written == "abaa字");
  machine.Tap(next);
  CHECK(on == 1);
}

TEST_CASE("keys that have just come take no tap that was meant for what was there before") {
  Machine machine;
  bool writing = false;
  std::string written;
  machine.page = [&](Frame& frame) {
    if (!writing) {
      writing = Field(frame, kFoot, "姓名", written);
    } else if (PressArea(frame, kFoot, "a", {.taps = Taps::kWriting}).began) {
      written += 'a';
    }
  };
  machine.Look();
  machine.Tap(kFoot);
  machine.Tap(kFoot);
  CHECK(writing);
  CHECK(written.empty());
}

TEST_CASE("time on the screen begins when a frame is out, however long it took to draw") {
  Machine machine;
  int tapped = 0;
  bool slow = true;
  machine.page = [&](Frame& frame) {
    if (slow) machine.clock.Advance(5000);
    slow = false;
    tapped += PrimaryButton(frame, kFoot, "下一步") ? 1 : 0;
  };
  machine.host->DrawFrame(machine.clock, machine.page);
  machine.Tap(kFoot);
  CHECK(tapped == 0);
}

TEST_CASE("a finger that came down while the program was busy has seen nothing that came after") {
  Machine machine;
  int tapped = 0;
  machine.page = [&](Frame& frame) { tapped += PrimaryButton(frame, kFoot, "下一步") ? 1 : 0; };
  machine.Draw();
  InputEvent down = At(InputEvent::Kind::kDown, kFoot);
  down.came_ms = machine.clock.now.monotonic_ms;
  machine.clock.Advance(5000);
  machine.host->Feed({down, At(InputEvent::Kind::kUp, kFoot)});
  machine.Draw();
  CHECK(tapped == 0);
}
