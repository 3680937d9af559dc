// A screen: one page that people see. It holds scroll, focus and animation; whatever a person is
// making lives in a flow in app/. Owned by the navigator, main thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/base/scanned_code.h"
#include "app/base/visit_timer.h"
#include "app/request/request_store.h"
#include "ui/kit/frame.h"

namespace studio {

class Screen {
 public:
  virtual ~Screen() = default;
  // Stable name for logs, tests and benchmarks: "home", "request".
  virtual std::string_view Tag() const = 0;
  virtual void OnEnter() {}  // it became the one on top
  virtual void OnLeave() {}  // it no longer is
  virtual void Draw(Frame& frame) = 0;
  // How long it waits for a touch before the shell asks whether somebody is still there.
  virtual Patience TimeOut() const { return Patience::kNormal; }
  // Whether those whom the studio is there for come here: the page can be read aloud, and shown in
  // large letters.
  virtual bool ForVillagers() const { return false; }
  // What a hand scanner read. False: it is of no use here, and the shell says so.
  virtual bool OnCode(const ScannedCode& /*code*/) { return false; }
  virtual void OnReceipt(const ReceiptStatus& /*status*/) {}  // an ack changed a receipt
  // The county moved these matters on: receipt numbers, digits.
  virtual void OnCases(const std::vector<std::string>& /*numbers*/) {}
};

}  // namespace studio
