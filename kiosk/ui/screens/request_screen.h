// 我要反映: one question a page, from the category to the receipt. The flow holds what is said;
// this holds which field is written in and where lists stand. Each page is a file of its own.
#pragma once

#include <string>

#include "app/request_flow.h"
#include "ui/paged_list.h"
#include "ui/screen.h"
#include "ui/screens/screen_parts.h"
#include "ui/text.h"

namespace studio {

class RequestScreen : public Screen {
 public:
  explicit RequestScreen(ScreenParts parts);

  std::string_view Tag() const override { return "request"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override;
  void OnReceipt(const ReceiptStatus& status) override { flow_.OnReceipt(status); }

 private:
  struct CheckLine;
  enum class Writing { kName, kRepresentatives };
  enum class Printing { kNone, kRunning, kDone, kFailed };

  // request_category.cpp, request_place.cpp, request_words.cpp, request_who.cpp,
  // request_consent.cpp, request_check.cpp, request_detours.cpp, request_receipt.cpp
  void DrawCategory(Frame& frame, Rect area);
  void DrawPlace(Frame& frame, Rect area);
  void DrawVillages(Frame& frame, const Rect& area, int columns);
  void DrawGroups(Frame& frame, Rect area, const Village& village);
  void DrawWords(Frame& frame, Rect area);
  void DrawWordTools(Frame& frame, const Rect& left, const Rect& right);
  void DrawSentences(Frame& frame, Rect area);
  void DrawWho(Frame& frame, Rect area);
  void DrawVisibility(Frame& frame, Rect& area, bool crowded);
  void DrawIdentity(Frame& frame, Rect area);
  void DrawPhonePad(Frame& frame, Rect area);
  void DrawConsent(Frame& frame, Rect area);
  void DrawCheck(Frame& frame, Rect area);
  void DrawCheckRow(Frame& frame, Rect row, const CheckLine& line);
  void DrawLongWords(Frame& frame, const Rect& area, const TextStyle& style);
  Rect LongWordsChange(Frame& frame, const Rect& column, Rect& row);
  float HelperHeight(const Frame& frame, float width) const;
  void DrawHelper(Frame& frame, Rect area);
  void DrawSaving(Frame& frame, Rect area);
  void DrawDanger(Frame& frame, Rect area);
  void DrawNotOurs(Frame& frame, Rect area);
  void DrawReceipt(Frame& frame, Rect area);
  void DrawCountdown(Frame& frame, const Rect& row);
  void DrawKept(Frame& frame, Rect& area);
  void DrawWithdrawRow(Frame& frame, Rect& area);
  void DrawSlip(Frame& frame, Rect card);
  void DrawReceiptFooter(Frame& frame, Rect footer);

  bool DrawStepHeader(Frame& frame, Rect& area);
  // Back and forward along the foot, and above them what stands in the way.
  void DrawFooter(Frame& frame, Rect& area, std::string_view next);
  void Leave();
  void StartPrinting();

  ScreenParts parts_;
  RequestFlow flow_;
  Visit visit_;
  Writing writing_ = Writing::kName;
  bool phone_pad_ = false;
  bool asking_withdraw_ = false;
  Printing printing_ = Printing::kNone;
  bool print_asked_ = false;
  ScrollState villages_scroll_, sentences_scroll_;
  std::size_t words_page_ = 0;  // of long words on the check page
};

}  // namespace studio
