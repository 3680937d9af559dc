// 有人反映过: what others of the village have said of the same kind. kOn: it is none of these.
#pragma once

#include "ui/press/paged_list.h"
#include "ui/screens/request/request_foot.h"

namespace studio {

class RequestMattersPage {
 public:
  explicit RequestMattersPage(RequestFlow& flow) : flow_(flow) {}
  RequestTap Draw(Frame& frame, Rect area);

 private:
  RequestFlow& flow_;
  ScrollState scroll_;
};

}  // namespace studio
