// A page of three buttons, which keys go over.
#pragma once

#include <doctest/doctest.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "../app/fakes/fake_request_store.h"
#include "app/saying/text_draft.h"
#include "ui/host/ui_host.h"
#include "ui/press/shown_targets.h"
#include "ui/press/typing.h"
#include "ui/press/widgets.h"

namespace studio {

inline constexpr Rect kOne{100, 200, 400, 120}, kTwo{540, 200, 400, 120},
    kThree{100, 400, 840, 120};

// Three buttons, of which the second may be off, and a text that keys are typed into.
struct KeyPage {
  std::unique_ptr<UiHost> host = std::move(*UiHost::Headless(1080, 1920));
  TestClock clock;
  bool two_works = true;
  std::string_view title = "甲页";
  TextDraft draft{100};
  std::string pressed;
  int scanned = 0;
  // Drawn instead of the buttons.
  std::function<void(Frame&)> other;

  void Draw() {
    host->Invalidate();
    while (host->WantsFrame(clock.now.monotonic_ms))
      host->DrawFrame(clock, [this](Frame& frame) {
        frame.shown.OnPage(title);
        ApplyTyping(frame, draft, true);
        scanned += frame.scanned ? 1 : 0;
        if (other) return other(frame);
        if (PressArea(frame, kThree, "三").tapped) pressed += "三";
        if (PressArea(frame, kOne, "一").tapped) pressed += "一";
        if (PressArea(frame, kTwo, "二", two_works).tapped) pressed += "二";
      });
  }
  void Look() {
    Draw();
    clock.Advance(ShownTargets::kRipeMs);
  }
  void Give(const InputEvent& event) {
    host->Feed({event});
    Draw();
  }
  void Key(studio::Key key, bool again = false) {
    InputEvent event;
    event.kind = InputEvent::Kind::kKey;
    event.key = key;
    event.again = again;
    Give(event);
  }
  void Type(std::string text, bool again = false) {
    InputEvent event;
    event.kind = InputEvent::Kind::kText;
    event.text = std::move(text);
    event.again = again;
    Give(event);
    for (int i = 0; i < 40 && host->HoldsTyping(); ++i) {
      clock.Advance(10);
      Draw();
    }
  }
  void Touch(float x, float y) {
    host->Feed({EventAt(InputEvent::Kind::kDown, x, y), EventAt(InputEvent::Kind::kUp, x, y)});
    Draw();
  }
  // What the ring stands around: empty where it waits, "-" where there is none.
  std::string Around() const {
    const auto& ring = host->Screen().TheRing();
    if (!ring) return "-";
    for (const Tappable& target : host->Screen().Tappables())
      if (target.id == ring->id && !ring->target.Empty()) return target.label;
    return {};
  }
};

}  // namespace studio
