// 我要反映: one question a page, from the category to the receipt. The flow holds what is said,
// each page what is its own (lists, keyboards, what is asked about); this chooses which of them is
// drawn, and where what was tapped on it leads.
#pragma once

#include "ui/host/screen.h"
#include "ui/screens/parts/leave_asking.h"
#include "ui/screens/parts/screen_parts.h"
#include "ui/screens/request/request_category_page.h"
#include "ui/screens/request/request_check_page.h"
#include "ui/screens/request/request_closed_page.h"
#include "ui/screens/request/request_consent_page.h"
#include "ui/screens/request/request_matters_page.h"
#include "ui/screens/request/request_place_page.h"
#include "ui/screens/request/request_receipt_page.h"
#include "ui/screens/request/request_sensitive_page.h"
#include "ui/screens/request/request_who_page.h"
#include "ui/screens/request/request_words_page.h"

namespace studio {

class RequestScreen : public Screen {
 public:
  // `helper`: who writes it down for somebody.
  explicit RequestScreen(ScreenParts parts, Helper helper = {});

  std::string_view Tag() const override { return "request"; }
  void Draw(Frame& frame) override;
  bool ForVillagers() const override { return true; }
  bool OnCode(const ScannedCode& code) override { return check_.OnCode(code); }
  Patience TimeOut() const override;
  void OnReceipt(const ReceiptStatus& status) override { flow_.OnReceipt(status); }

 private:
  RequestTap DrawPage(Frame& frame, const Rect& area);
  bool DrawStepHeader(Frame& frame, Rect& area);
  void DrawDanger(Frame& frame);
  void DrawNotOurs(Frame& frame, const Rect& area);
  void DrawReceipt(Frame& frame, const Rect& area);

  void Follow(RequestTap tap);
  void StepBack();  // by the header's arrow: out of what lies over a page, then to the one before
  void Back();
  void GoOn();
  void AskToLeave();
  void Leave() { parts_.navigator.GoHome(); }

  ScreenParts parts_;
  RequestFlow flow_;
  RequestCategoryPage category_;
  RequestClosedPage closed_;
  RequestPlacePage place_;
  RequestWordsPage words_;
  RequestMattersPage matters_;
  RequestWhoPage who_;
  RequestSensitivePage sensitive_;
  RequestConsentPage consent_;
  RequestCheckPage check_;
  RequestReceiptPage receipt_;
  LeaveAsking leave_;
};

}  // namespace studio
