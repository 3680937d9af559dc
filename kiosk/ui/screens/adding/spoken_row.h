// The voice message that stands beside what is written: how long it is, and the way to take it
// away, which asks first.
#pragma once

#include <cstdint>
#include <string_view>

#include "ui/kit/frame.h"

namespace studio {

class SpokenRow {
 public:
  // `note` is what there is to know of it; may be empty. True: it is to go.
  bool Draw(Frame& frame, Rect row, std::int64_t length_ms, std::string_view note = {});

 private:
  bool dropping_ = false;
};

}  // namespace studio
