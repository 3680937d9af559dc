// Nothing new is taken, for the disk is full: where else to go.
#pragma once

#include "app/station/kiosk_state.h"
#include "ui/screens/request/request_foot.h"

namespace studio {

class RequestClosedPage {
 public:
  RequestClosedPage(const KioskState& state, RequestFlow& flow) : state_(state), flow_(flow) {}
  RequestTap Draw(Frame& frame, Rect area);

 private:
  const KioskState& state_;
  RequestFlow& flow_;
};

}  // namespace studio
