#include "ui/press/touch.h"

#include <algorithm>

namespace studio {

Touch::OwnerId Touch::IdOf(std::string_view label) {
  std::uint32_t hash = 2166136261u;  // FNV-1a
  for (const char c : label) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash == 0 ? 1 : hash;
}

void Touch::BeginFrame() {
  if (released_) Cancel();
  pressed_ = false;
  path_.clear();
}

bool Touch::Take(const InputEvent& event, std::int64_t now_ms) {
  switch (event.kind) {
    case InputEvent::Kind::kDown:
      if (released_) return false;
      if (down_) return true;
      down_ = pressed_ = true;
      came_ms_ = event.came_ms < 0 ? now_ms : std::min(event.came_ms, now_ms);
      x_ = origin_x_ = event.x;
      y_ = origin_y_ = event.y;
      path_.push_back({x_, y_});
      owner_ = 0;
      return true;
    case InputEvent::Kind::kMove:
    case InputEvent::Kind::kUp:
      if (!down_ || released_) return true;
      x_ = event.x;
      y_ = event.y;
      path_.push_back({x_, y_});
      released_ = event.kind == InputEvent::Kind::kUp;
      return true;
    case InputEvent::Kind::kCancel:
      Cancel();
      return true;
    default:
      return !released_;
  }
}

void Touch::Cancel() {
  down_ = pressed_ = released_ = false;
  owner_ = 0;
  path_.clear();
}

}  // namespace studio
