// The slip of what has just been filed, and what comes of it.
#pragma once

#include "app/request/request_flow.h"
#include "ui/screens/parts/receipt_page.h"

namespace studio {

class RequestReceiptPage {
 public:
  RequestReceiptPage(const ScreenParts& parts, RequestFlow& flow)
      : state_(parts.state), flow_(flow), page_(parts) {}
  ReceiptPage::Tap Draw(Frame& frame, const Rect& area);
  Patience TimeOut() const { return page_.TimeOut(*flow_.receipt()); }

 private:
  const KioskState& state_;
  RequestFlow& flow_;
  ReceiptPage page_;
};

}  // namespace studio
