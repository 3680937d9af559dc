// What it is about: a tile a category. A tap chooses it and goes on.
#pragma once

#include "ui/screens/request/request_foot.h"

namespace studio {

class RequestCategoryPage {
 public:
  explicit RequestCategoryPage(RequestFlow& flow) : flow_(flow) {}
  RequestTap Draw(Frame& frame, Rect area);

 private:
  RequestFlow& flow_;
};

}  // namespace studio
