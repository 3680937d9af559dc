// Whoever steps back out of the first page of a flow is asked once, where something would be lost.
#pragma once

#include "ui/kit/frame.h"

namespace studio {

class LeaveAsking {
 public:
  // True: nothing would be lost, so they may go at once.
  bool MayLeave(bool something_to_lose) {
    asking_ = something_to_lose;
    return !asking_;
  }
  bool asking() const { return asking_; }
  // The page that asks; true where they leave.
  bool Draw(Frame& frame, Rect area);

 private:
  bool asking_ = false;
};

}  // namespace studio
