// 我要反映: one question a page, from the category to the receipt. The flow holds what is said;
// this holds which field is written in and where lists stand. Each page is a file of its own.
#pragma once

#include <string>

#include "app/request/request_flow.h"
#include "app/saying/keyboard.h"
#include "app/saying/voice_note.h"
#include "ui/host/screen.h"
#include "ui/kit/text.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/helper_page.h"
#include "ui/screens/parts/leave_asking.h"
#include "ui/screens/parts/receipt_page.h"
#include "ui/screens/parts/screen_parts.h"
#include "ui/writing/keyboard_panel.h"
#include "ui/writing/text_area.h"

namespace studio {

class RequestScreen : public Screen {
 public:
  explicit RequestScreen(ScreenParts parts);

  std::string_view Tag() const override { return "request"; }
  void Draw(Frame& frame) override;
  bool OnCode(const ScannedCode& code) override { return helper_page_.OnCode(code); }
  Patience TimeOut() const override;
  void OnReceipt(const ReceiptStatus& status) override { flow_.OnReceipt(status); }

 private:
  struct CheckLine;
  enum class Writing { kName, kRepresentatives };

  // request_category.cpp, request_closed.cpp, request_place.cpp, request_words.cpp,
  // request_added.cpp,
  // request_who.cpp, request_name.cpp, request_sensitive.cpp, request_consent.cpp,
  // request_check.cpp,
  // request_detours.cpp, request_matters.cpp, request_receipt.cpp
  void DrawCategory(Frame& frame, Rect area);
  void DrawClosed(Frame& frame, Rect area);  // nothing new is taken: where else to go
  void DrawPlace(Frame& frame, Rect area);
  void DrawVillages(Frame& frame, const Rect& area, int columns);
  void DrawGroups(Frame& frame, Rect area, const Village& village);
  void DrawWords(Frame& frame, Rect area);
  void DrawSentences(Frame& frame, Rect area);
  bool MayLeaveWords();
  std::string_view WordsProblem() const;  // what stands in the way there, or nothing
  // Voice message and photos beside the button for another one.
  void DrawAdded(Frame& frame, Rect row);
  void DrawRemoving(Frame& frame, Rect row);
  void AskForPhoto();
  void DrawWho(Frame& frame, Rect area);
  void DrawVisibility(Frame& frame, Rect& area, bool crowded);
  void DrawWhoReads(Frame& frame, Rect& area, bool crowded);
  void DrawIdentity(Frame& frame, Rect area);
  void OpenNamePage(Writing which);
  void DrawNamePage(Frame& frame, Rect area);
  void DrawRepresentatives(Frame& frame, const Rect& row);
  void DrawNameInkRow(Frame& frame, Rect row);
  void DrawPhonePad(Frame& frame, Rect area);
  void DrawConsent(Frame& frame, Rect area);
  void DrawSensitive(Frame& frame, Rect area);
  void DrawSensitivePart(Frame& frame, const Rect& card, const SensitivePart& part);
  void DrawCheck(Frame& frame, Rect area);
  void DrawCheckRow(Frame& frame, Rect row, const CheckLine& line);
  void DrawLongWords(Frame& frame, const Rect& area, std::string_view words,
                     const TextStyle& style);
  Rect LongWordsChange(Frame& frame, const Rect& column, Rect& row);
  float HelperHeight(const Frame& frame, float width) const;
  void DrawHelper(Frame& frame, Rect area);
  void DrawHelperPage(Frame& frame, const Rect& area);
  void DrawSaving(Frame& frame, Rect area);
  void DrawDanger(Frame& frame);
  void DrawNotOurs(Frame& frame, Rect area);
  void DrawMatters(Frame& frame, Rect area);
  float JoinedHeight(const Frame& frame, float width) const;  // on the check page, with its gap
  void DrawJoined(Frame& frame, Rect& area);
  void DrawReceipt(Frame& frame, Rect area);

  bool DrawStepHeader(Frame& frame, Rect& area);
  // Back and forward along the foot, and above them what stands in the way.
  void DrawFooter(Frame& frame, Rect& area, std::string_view next);
  void DrawFooterButtons(Frame& frame, const Rect& back, const Rect& on, std::string_view next);
  void AskToLeave();
  void Leave();

  ScreenParts parts_;
  RequestFlow flow_;
  VoiceNote voice_;
  Keyboard words_keyboard_, name_keyboard_;
  KeyboardPanelState panel_;
  TextAreaState words_area_, name_area_;
  // What is asked about before it is taken away.
  enum class Removing { kNothing, kVoice, kPhoto };
  Removing removing_ = Removing::kNothing;
  std::size_t removing_photo_ = 0;
  bool camera_missing_ = false;  // it was asked for
  bool voice_unfinished_ = false;
  Writing writing_ = Writing::kName;
  bool name_page_ = false;
  bool phone_pad_ = false;
  HelperPage helper_page_;
  LeaveAsking leave_;
  ReceiptPage receipt_page_;
  ScrollState villages_scroll_, sentences_scroll_, matters_scroll_, sensitive_scroll_;
  std::size_t words_page_ = 0;  // of long words on the check page
};

}  // namespace studio
