// What it is about, in words: by ready sentences, by voice or by any way of writing, with photos.
#pragma once

#include "app/base/visit_timer.h"
#include "app/saying/keyboard.h"
#include "app/saying/voice_note.h"
#include "ui/press/paged_list.h"
#include "ui/screens/adding/added_row.h"
#include "ui/screens/parts/screen_parts.h"
#include "ui/screens/request/request_foot.h"
#include "ui/writing/keyboard_panel.h"
#include "ui/writing/text_area.h"

namespace studio {

class RequestWordsPage {
 public:
  RequestWordsPage(const ScreenParts& parts, RequestFlow& flow);

  // Before each frame of the screen: nobody is recorded on a page that does not show it.
  void Begin(bool shown);
  RequestTap Draw(Frame& frame, Rect area);
  Patience TimeOut() const { return voice_.Busy() ? Patience::kNever : Patience::kWriting; }
  WritingMode mode() const { return keyboard_.mode(); }  // how they write

 private:
  void DrawAdded(Frame& frame, const Rect& row);
  void DrawSentences(Frame& frame, const Rect& area);
  bool MayLeave();
  std::string_view Problem() const;  // what stands in the way, or nothing
  bool HasCamera() const;
  void AskForPhoto();

  ScreenParts parts_;
  RequestFlow& flow_;
  VoiceNote voice_;
  Keyboard keyboard_;
  KeyboardPanelState panel_;
  TextAreaState text_area_;
  ScrollState sentences_scroll_;
  AddedRow added_;
  bool camera_missing_ = false;  // it was asked for
  bool voice_unfinished_ = false;
};

}  // namespace studio
