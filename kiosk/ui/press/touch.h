// The one finger that counts, as widgets see it during a frame. It belongs to the target that it
// came down on until it leaves the glass (press_items.h), so rolling, long presses and changes of
// the page in between press nothing else. Main thread.
#pragma once

#include <cstdint>
#include <vector>

#include "app/base/input_event.h"
#include "ui/kit/rect.h"

namespace studio {

class Touch {
 public:
  void BeginFrame();
  // False where the event must wait for the next frame: a finger comes down, or leaves the glass,
  // at most once in one, and one that was taken away has left it for a whole frame.
  bool Take(const InputEvent& event, std::int64_t now_ms);
  void Cancel();

  bool Down() const { return down_; }          // on the glass, or was within this frame
  bool Pressed() const { return pressed_; }    // came down within this frame
  bool Released() const { return released_; }  // left the glass within this frame
  float X() const { return x_; }
  float Y() const { return y_; }
  std::int64_t CameMs() const { return came_ms_; }  // when it came down, monotonic
  float OriginX() const { return origin_x_; }       // where it came down
  float OriginY() const { return origin_y_; }
  // Everywhere it was within this frame, in order: what is drawn with it must not lose a bend.
  struct Point {
    float x, y;
  };
  const std::vector<Point>& Path() const { return path_; }

 private:
  bool down_ = false, pressed_ = false, released_ = false;
  float x_ = 0, y_ = 0, origin_x_ = 0, origin_y_ = 0;
  std::vector<Point> path_;
  std::int64_t came_ms_ = 0;
  bool taken_ = false, taken_now_ = false;  // since the last frame, within this one
};

}  // namespace studio
