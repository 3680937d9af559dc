#include "platform/newest_finger.h"

namespace studio {
void NewestFinger::Down(std::int64_t id, float x, float y, std::vector<InputEvent>& out) {
  if (id_) out.push_back(EventAt(InputEvent::Kind::kUp, x_, y_));
  id_ = id;
  x_ = x;
  y_ = y;
  out.push_back(EventAt(InputEvent::Kind::kDown, x, y));
}

void NewestFinger::Move(std::int64_t id, float x, float y, std::vector<InputEvent>& out) {
  if (id_ != id) return;
  x_ = x;
  y_ = y;
  out.push_back(EventAt(InputEvent::Kind::kMove, x, y));
}

void NewestFinger::Up(std::int64_t id, float x, float y, std::vector<InputEvent>& out) {
  if (id_ != id) return;
  id_.reset();
  out.push_back(EventAt(InputEvent::Kind::kUp, x, y));
}

}  // namespace studio
