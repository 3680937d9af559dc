#include "ui/press/key_ring.h"

#include <algorithm>

#include "ui/kit/shapes.h"
#include "ui/press/reading_order.h"

namespace studio {
namespace {

// Dark, bright, dark: seen on whatever it lies.
constexpr Colour kDark{20, 16, 12, 255}, kBright{255, 214, 10, 255};
constexpr float kReach = 12, kThick = 20, kEdge = 5, kRadius = 24;

// By which key the ring goes on or back; 0: not by this one.
int StepOf(Key key) {
  switch (key) {
    case Key::kTab:
    case Key::kRight:
    case Key::kDown:
      return 1;
    case Key::kBackTab:
    case Key::kLeft:
    case Key::kUp:
      return -1;
    default:
      return 0;
  }
}

bool IsWriting(const ScreenText& screen) {
  return std::any_of(screen.Tappables().begin(), screen.Tappables().end(),
                     [](const Tappable& target) { return target.taps == Taps::kWriting; });
}

// Left and right are the caret's where people write, until the ring is there.
bool IsCarets(const InputEvent& event, const ScreenText& screen) {
  return (event.key == Key::kLeft || event.key == Key::kRight) && IsWriting(screen);
}

}  // namespace

void KeyRing::Forget() {
  shown_ = false;
  id_ = 0;
  at_ = 0;
  around_ = {};
}

KeyRing::Did KeyRing::Take(const InputEvent& event, const ScreenText& screen, std::int64_t now_ms) {
  const bool key = event.kind == InputEvent::Kind::kKey;
  const bool text = event.kind == InputEvent::Kind::kText;
  if (event.kind == InputEvent::Kind::kDown) Hide();
  if (!key && !text) return Did::kNothing;
  if (step_ms_ > 0) return TakeSwitch(event, now_ms);
  if (key) return TakeKey(event, screen);
  if (shown_ && event.text == " ") return Presses(event);
  Hide();
  return Did::kNothing;
}

KeyRing::Did KeyRing::TakeKey(const InputEvent& event, const ScreenText& screen) {
  if (const int by = StepOf(event.key); by != 0) {
    if (!shown_ && IsCarets(event, screen)) return Did::kNothing;
    shown_ = true;
    Step(screen, by);
    return Did::kTook;
  }
  if (shown_ && event.key == Key::kEnter) return Presses(event);
  Hide();
  return Did::kNothing;
}

KeyRing::Did KeyRing::TakeSwitch(const InputEvent& event, std::int64_t now_ms) {
  if (shown_) {
    if (!event.again) moves_at_ms_ = now_ms + step_ms_;
    return Presses(event);
  }
  shown_ = true;
  moves_at_ms_ = now_ms;
  return Did::kTook;
}

// A key that is held down presses once.
KeyRing::Did KeyRing::Presses(const InputEvent& event) const {
  return event.again || around_.Empty() ? Did::kTook : Did::kPresses;
}

void KeyRing::Step(const ScreenText& screen, int by) {
  const auto order = InReadingOrder(screen.Tappables());
  const int count = static_cast<int>(order.size());
  around_ = {};  // until it has been seen there
  if (count == 0) return;
  const auto same = std::find_if(order.begin(), order.end(),
                                 [this](const Tappable* one) { return one->id == id_; });
  // What it stood around may be gone: then what stands there now is the next.
  int to = by > 0 ? at_ : at_ - 1;
  if (same != order.end()) to = static_cast<int>(same - order.begin()) + by;
  at_ = to < 0 ? count - 1 : to < count ? to : 0;
  id_ = order[static_cast<std::size_t>(at_)]->id;
}

void KeyRing::Find(const ScreenText& screen) {
  around_ = {};
  const auto order = InReadingOrder(screen.Tappables());
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (order[i]->id != id_) continue;
    at_ = static_cast<int>(i);
    around_ = order[i]->rect;
  }
}

void KeyRing::Draw(Frame& frame, std::uint64_t page) {
  const std::int64_t now = frame.now.monotonic_ms;
  if (page_ != page) {
    page_ = page;
    id_ = 0;
    at_ = 0;
    // What was pressed brought it: there is time to read.
    if (moves_at_ms_ < now) moves_at_ms_ = now + step_ms_;
  }
  if (!shown_) return;
  if (step_ms_ > 0 && now >= moves_at_ms_) {
    Step(frame.screen_text, 1);
    moves_at_ms_ = now + step_ms_;
  }
  Find(frame.screen_text);
  ScreenText::Ring ring{id_, around_, {}, step_ms_ > 0 ? moves_at_ms_ : -1};
  if (step_ms_ > 0) frame.RequestRedrawAt(moves_at_ms_);
  if (!around_.Empty()) {
    const Theme& theme = frame.theme;
    ring.drawn = around_.Grown(theme.Px(kReach)).Intersect(frame.area);
    const float edge = theme.Px(kEdge);
    OutlineRounded(frame, ring.drawn, theme.Px(kRadius), theme.Px(kThick), kDark);
    OutlineRounded(frame, ring.drawn.Inset(edge), theme.Px(kRadius) - edge,
                   theme.Px(kThick) - 2 * edge, kBright);
  }
  frame.screen_text.SetRing(ring);
}

}  // namespace studio
