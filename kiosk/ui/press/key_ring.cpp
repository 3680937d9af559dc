#include "ui/press/key_ring.h"

#include <algorithm>

#include "app/base/scanner_input.h"
#include "ui/kit/shapes.h"
#include "ui/press/reading_order.h"
#include "ui/press/shown_targets.h"

namespace studio {
namespace {

// Dark, bright, dark: seen on whatever it lies.
constexpr Colour kDark{20, 16, 12, 255}, kBright{255, 214, 10, 255};
// Beside the target, whose words may begin near its edge.
constexpr float kReach = 12, kThick = 12, kEdge = 3, kRadius = 24;

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

// Where people write, until the ring is there.
bool MovesCaret(Key key) { return key == Key::kLeft || key == Key::kRight; }

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
  return key ? TakeKey(event, screen, now_ms) : TakeText(event, screen, now_ms);
}

KeyRing::Did KeyRing::TakeKey(const InputEvent& event, const ScreenText& screen,
                              std::int64_t now_ms) {
  const bool writers = shown_ ? AroundText(screen) : IsWriting(screen);
  if (const int by = StepOf(event.key); by != 0 && !(writers && MovesCaret(event.key))) {
    // A hand scanner that was too slow to be known for one ends with Tab.
    const bool ends = typed_ms_ >= 0 && now_ms - typed_ms_ <= ScannerInput::kStartPauseMs;
    if (!shown_ && ends) return Did::kNothing;
    shown_ = true;
    Step(screen, by);
    return Did::kTook;
  }
  if (shown_ && !writers && event.key == Key::kEnter) return PressOnce(event);
  Hide();
  return Did::kNothing;
}

KeyRing::Did KeyRing::TakeText(const InputEvent& event, const ScreenText& screen,
                               std::int64_t now_ms) {
  if (shown_ && event.text == " " && !AroundText(screen)) return PressOnce(event);
  typed_ms_ = now_ms;
  Hide();
  return Did::kNothing;
}

KeyRing::Did KeyRing::TakeSwitch(const InputEvent& event, std::int64_t now_ms) {
  if (!shown_) {
    shown_ = true;
    moves_at_ms_ = now_ms;
    return Did::kTook;
  }
  if (event.again) return Did::kTook;
  const std::int64_t came_ms = event.came_ms < 0 ? now_ms : event.came_ms;
  const bool seen = came_ms >= CountsFromMs();
  still_ms_ = came_ms;
  moves_at_ms_ = now_ms + step_ms_;
  return seen ? PressOnce(event) : Did::kTook;
}

// A key that is held down presses once.
KeyRing::Did KeyRing::PressOnce(const InputEvent& event) const {
  return event.again || around_.Empty() ? Did::kTook : Did::kPresses;
}

std::int64_t KeyRing::CountsFromMs() const {
  return still_ms_ + std::min(ShownTargets::kRipeMs, step_ms_ / 2);
}

bool KeyRing::AroundText(const ScreenText& screen) const {
  return std::any_of(screen.Tappables().begin(), screen.Tappables().end(),
                     [this](const Tappable& target) { return target.text && target.id == id_; });
}

KeyRing::Place KeyRing::Presses(const ScreenText& screen) const {
  if (AroundText(screen)) return {around_.Right() - 1, around_.Bottom() - 1};
  return {around_.CentreX(), around_.CentreY()};
}

std::int64_t KeyRing::RoundMs(const ScreenText& screen) const {
  if (!shown_ || step_ms_ == 0) return 0;
  const auto targets = static_cast<std::int64_t>(screen.Tappables().size());
  return (targets + 2) * step_ms_;
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
    still_ms_ = now;
    // What was pressed brought it: there is time to read.
    if (moves_at_ms_ < now) moves_at_ms_ = now + step_ms_;
  }
  if (!shown_) return;
  if (step_ms_ > 0 && now >= moves_at_ms_) {
    Step(frame.screen_text, 1);
    moves_at_ms_ = now + step_ms_;
    still_ms_ = now;
  }
  Find(frame.screen_text);
  ScreenText::Ring ring{id_, around_};
  if (step_ms_ > 0) {
    ring.moves_at_ms = moves_at_ms_;
    ring.counts_from_ms = CountsFromMs();
    frame.RequestRedrawAt(moves_at_ms_);
  }
  if (!around_.Empty()) {
    const Theme& theme = frame.theme;
    ring.drawn = around_.Grown(theme.Px(kReach)).Intersect(frame.area);
    ring.free = ring.drawn.Inset(theme.Px(kThick));
    const float edge = theme.Px(kEdge);
    OutlineRounded(frame, ring.drawn, theme.Px(kRadius), theme.Px(kThick), kDark);
    OutlineRounded(frame, ring.drawn.Inset(edge), theme.Px(kRadius) - edge,
                   theme.Px(kThick) - 2 * edge, kBright);
  }
  frame.screen_text.SetRing(ring);
}

}  // namespace studio
