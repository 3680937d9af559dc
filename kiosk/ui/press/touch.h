// The one finger that counts, as widgets see it during a frame. A target belongs to whoever the
// finger came down on until it leaves the glass, so rolling, long presses and changes of the page
// in between press nothing else. Main thread.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "app/base/input_event.h"
#include "ui/kit/rect.h"

namespace studio {

class Touch {
 public:
  using OwnerId = std::uint32_t;  // 0: nobody
  static OwnerId IdOf(std::string_view label);

  void BeginFrame();
  // False where the event must wait for the next frame, because one tap is over in this one.
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
  OwnerId Owner() const { return owner_; }
  void Own(OwnerId id) { owner_ = id; }

 private:
  bool down_ = false, pressed_ = false, released_ = false;
  float x_ = 0, y_ = 0, origin_x_ = 0, origin_y_ = 0;
  std::vector<Point> path_;
  std::int64_t came_ms_ = 0;
  OwnerId owner_ = 0;
};

}  // namespace studio
