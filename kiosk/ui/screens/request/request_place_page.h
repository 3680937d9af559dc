// In which village, and in which group of it.
#pragma once

#include "ui/press/paged_list.h"
#include "ui/screens/request/request_foot.h"

namespace studio {

class RequestPlacePage {
 public:
  explicit RequestPlacePage(RequestFlow& flow) : flow_(flow) {}
  RequestTap Draw(Frame& frame, Rect area);

 private:
  void DrawVillages(Frame& frame, const Rect& area, int columns);
  void DrawGroups(Frame& frame, Rect area, const Village& village);

  RequestFlow& flow_;
  ScrollState scroll_;  // of the villages
};

}  // namespace studio
