// 我有心愿: one question a page, from the wish to the receipt. The flow holds what is said; this
// holds which field is written in and where lists stand.
#pragma once

#include "app/saying/keyboard.h"
#include "app/saying/voice_note.h"
#include "app/wishes/wish_flow.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/adding/spoken_row.h"
#include "ui/screens/keys/helper_page.h"
#include "ui/screens/parts/answer_rows.h"
#include "ui/screens/parts/leave_asking.h"
#include "ui/screens/parts/receipt_page.h"
#include "ui/screens/parts/screen_parts.h"
#include "ui/writing/keyboard_panel.h"
#include "ui/writing/text_area.h"

namespace studio {

class WishPostScreen : public Screen {
 public:
  explicit WishPostScreen(ScreenParts parts);

  std::string_view Tag() const override { return "wish-post"; }
  void Draw(Frame& frame) override;
  bool ForVillagers() const override { return true; }
  bool OnCode(const ScannedCode& code) override { return helper_page_.OnCode(code); }
  Patience TimeOut() const override;
  void OnReceipt(const ReceiptStatus& status) override { flow_.OnReceipt(status); }

 private:
  // wish_post_words.cpp, wish_post_who.cpp, wish_post_check.cpp, wish_post_receipt.cpp
  void DrawWords(Frame& frame, Rect area);
  void DrawReady(Frame& frame, const Rect& area);
  void DrawSaid(Frame& frame, Rect row);  // the voice message, or what stands in the way
  bool MayLeaveWords();
  void DrawFor(Frame& frame, Rect area);
  void DrawPlace(Frame& frame, Rect area);
  void DrawContact(Frame& frame, Rect area);  // of who wishes, or of the guardian
  void DrawNamePage(Frame& frame, Rect area);
  void DrawPhonePad(Frame& frame, Rect area);
  void DrawConsent(Frame& frame, Rect area);
  void DrawCheck(Frame& frame, Rect area);
  void DrawHelper(Frame& frame, Rect area);
  void DrawHelperPage(Frame& frame, const Rect& area);
  void DrawReceipt(Frame& frame, Rect area);
  void DrawNext(Frame& frame, Rect card);

  bool DrawStepHeader(Frame& frame, Rect& area);
  // Draws the foot and does what was tapped there.
  void DrawSteps(Frame& frame, Rect& area);
  void Back();
  void DrawStopPage(Frame& frame, const Rect& area);
  std::string_view Problem() const;

  ScreenParts parts_;
  WishFlow flow_;
  VoiceNote voice_;
  Keyboard words_keyboard_, name_keyboard_;
  KeyboardPanelState panel_;
  TextAreaState words_area_, name_area_;
  bool name_page_ = false, phone_pad_ = false;
  bool voice_unfinished_ = false;
  SpokenRow spoken_row_;
  ScrollState ready_scroll_, villages_scroll_;
  AnswerRows answers_;
  HelperPage helper_page_;
  ReceiptPage receipt_page_;
  LeaveAsking leave_;
};

}  // namespace studio
