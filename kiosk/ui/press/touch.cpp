#include "ui/press/touch.h"

#include <algorithm>
#include <utility>

namespace studio {

void Touch::BeginFrame() {
  if (released_) down_ = released_ = false;
  taken_now_ = std::exchange(taken_, false);
  pressed_ = false;
  path_.clear();
}

bool Touch::Take(const InputEvent& event, std::int64_t now_ms) {
  switch (event.kind) {
    case InputEvent::Kind::kDown:
      if (released_ || taken_now_) return false;
      if (down_) return true;
      down_ = pressed_ = true;
      came_ms_ = event.came_ms < 0 ? now_ms : std::min(event.came_ms, now_ms);
      x_ = origin_x_ = event.x;
      y_ = origin_y_ = event.y;
      path_.push_back({x_, y_});
      return true;
    case InputEvent::Kind::kMove:
    case InputEvent::Kind::kUp:
      if (!down_ || released_) return true;
      if (pressed_ && event.kind == InputEvent::Kind::kUp) return false;
      x_ = event.x;
      y_ = event.y;
      path_.push_back({x_, y_});
      released_ = event.kind == InputEvent::Kind::kUp;
      return true;
    case InputEvent::Kind::kCancel:
      Cancel();
      taken_now_ = std::exchange(taken_, false);
      return true;
    default:
      return !released_;
  }
}

void Touch::Cancel() {
  taken_ |= down_;
  down_ = pressed_ = released_ = false;
  path_.clear();
}

}  // namespace studio
