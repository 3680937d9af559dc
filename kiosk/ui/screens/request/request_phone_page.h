// Where the telephone number is typed. Lies over the page that asks for it, and goes back there.
#pragma once

#include "app/request/request_flow.h"
#include "ui/kit/frame.h"

namespace studio {

class RequestPhonePage {
 public:
  explicit RequestPhonePage(RequestFlow& flow) : flow_(flow) {}

  bool open() const { return open_; }
  void Open() { open_ = true; }
  void Close() { open_ = false; }
  void Draw(Frame& frame, Rect area);

 private:
  RequestFlow& flow_;
  bool open_ = false;
};

}  // namespace studio
