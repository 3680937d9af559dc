// 满意不满意: how somebody finds that their matter was handled. Lies over 查进度 and goes back
// there.
#pragma once

#include <functional>
#include <string>

#include "app/saying/keyboard.h"
#include "app/saying/voice_note.h"
#include "app/tracking/rating_flow.h"
#include "ui/host/screen.h"
#include "ui/screens/parts/leave_asking.h"
#include "ui/screens/parts/screen_parts.h"
#include "ui/writing/keyboard_panel.h"
#include "ui/writing/text_area.h"

namespace studio {

class RatingScreen : public Screen {
 public:
  // `kept` is told once it is kept; then the page below is on top again.
  RatingScreen(ScreenParts parts, std::string receipt, const CaseAnswer& answer,
               std::function<void()> kept);

  std::string_view Tag() const override { return "rating"; }
  void Draw(Frame& frame) override;
  bool ForVillagers() const override { return true; }
  Patience TimeOut() const override;

 private:
  // rating_screen.cpp
  void GoBack();
  void DrawStopPage(Frame& frame, const Rect& area);
  void DrawHow(Frame& frame, Rect area);
  void DrawWhy(Frame& frame, Rect area);
  void DrawWhatNext(Frame& frame, Rect area);
  // rating_words.cpp
  void OpenWords();
  void DrawWords(Frame& frame, Rect area);
  bool MayLeaveWords();
  // rating_check.cpp
  void DrawCheck(Frame& frame, Rect area);

  ScreenParts parts_;
  RatingFlow flow_;
  std::function<void()> kept_;
  VoiceNote voice_;
  Keyboard keyboard_;
  KeyboardPanelState panel_;
  TextAreaState words_area_;
  bool voice_unfinished_ = false;
  std::size_t words_page_ = 0;  // of long words on the check page
  LeaveAsking leave_;
};

}  // namespace studio
