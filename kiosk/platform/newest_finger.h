// Of several fingers on the glass the newest counts: where it comes down, the touch before it ends
// at the place it had reached. So two thumbs that type in turn press every key, though one is not
// yet up when the other comes down. Main thread.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "app/base/input_event.h"

namespace studio {

class NewestFinger {
 public:
  // What happened to the finger with that id, as the one touch that there is.
  void Down(std::int64_t id, float x, float y, std::vector<InputEvent>& out);
  void Move(std::int64_t id, float x, float y, std::vector<InputEvent>& out);
  void Up(std::int64_t id, float x, float y, std::vector<InputEvent>& out);
  bool Present() const { return id_.has_value(); }
  void Forget() { id_.reset(); }

 private:
  std::optional<std::int64_t> id_;
  float x_ = 0, y_ = 0;
};

}  // namespace studio
