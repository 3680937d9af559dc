// The sensitive parts of what was said, each with its own yes and no: who says no files the rest,
// and is told how else to say it.
#pragma once

#include "ui/press/paged_list.h"
#include "ui/screens/request/request_foot.h"

namespace studio {

class RequestSensitivePage {
 public:
  explicit RequestSensitivePage(RequestFlow& flow) : flow_(flow) {}
  RequestTap Draw(Frame& frame, Rect area);

 private:
  void DrawPart(Frame& frame, const Rect& card, const SensitivePart& part);

  RequestFlow& flow_;
  ScrollState scroll_;
};

}  // namespace studio
