// The ring of those who cannot touch: it stands around one target and goes on in reading order.
// Tab, Shift-Tab and arrows move it, Enter and the space bar press what it stands around. With one
// switch it moves by itself, and any key presses. It appears with the first key of that kind and
// goes with the next touch, and with anything that is typed: Enter is the writer's then, or a hand
// scanner's. Around the text that is written, Enter, the space bar, left and right are the writer's
// too. On another page it waits before the first target, so a key pressed once too often presses
// nothing there. With one switch a key counts once the ring has stood there as long as a target
// must be seen (ShownTargets::kRipeMs, half a step at most) and none came meanwhile: one that was
// meant for what the ring has just left, or a hand that trembles, presses nothing. Owned by UiHost,
// main thread.
#pragma once

#include <cstdint>

#include "app/base/input_event.h"
#include "ui/kit/frame.h"
#include "ui/kit/screen_text.h"

namespace studio {

class KeyRing {
 public:
  // Moves by itself so often, milliseconds; 0: by keys.
  void SetSwitch(std::int64_t step_ms) { step_ms_ = step_ms; }
  bool Shown() const { return shown_; }
  void Hide() { shown_ = false; }
  // Likewise, and the next key begins before the first target.
  void Forget();

  enum class Did { kNothing, kTook, kPresses };
  // What it does with an event, by the frame before: kNothing leaves it to the page; kPresses: a
  // finger is to press where Presses() says.
  Did Take(const InputEvent& event, const ScreenText& screen, std::int64_t now_ms);
  struct Place {
    float x, y;
  };
  // The middle of what it stands around; of a text its end, where who writes goes on.
  Place Presses(const ScreenText& screen) const;
  // With one switch: once around that page, and as long again as two targets take; else 0.
  std::int64_t RoundMs(const ScreenText& screen) const;

  // The page, by its hash, has been drawn: draws the ring over it and tells `frame.screen_text`.
  void Draw(Frame& frame, std::uint64_t page);

 private:
  Did TakeKey(const InputEvent& event, const ScreenText& screen, std::int64_t now_ms);
  Did TakeText(const InputEvent& event, const ScreenText& screen, std::int64_t now_ms);
  Did TakeSwitch(const InputEvent& event, std::int64_t now_ms);
  Did PressOnce(const InputEvent& event) const;
  bool AroundText(const ScreenText& screen) const;
  std::int64_t CountsFromMs() const;
  void Step(const ScreenText& screen, int by);
  void Find(const ScreenText& screen);

  std::int64_t step_ms_ = 0, moves_at_ms_ = 0;
  std::int64_t still_ms_ = 0;   // since when it stands there and no key came
  std::int64_t typed_ms_ = -1;  // when something was last typed; -1: not yet
  bool shown_ = false;
  std::uint64_t page_ = 0;
  std::uint32_t id_ = 0;  // of what it stands around, or stood; 0: it waits before the one at_
  int at_ = 0;            // in reading order
  Rect around_;           // as it was last seen
};

}  // namespace studio
