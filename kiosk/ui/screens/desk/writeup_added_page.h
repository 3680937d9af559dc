// Where a voice message and photos are added to a write-up: spoken, taken, heard, seen and taken
// away again.
#pragma once

#include "app/desk/writeup_flow.h"
#include "app/saying/voice_note.h"
#include "shared/bodies/readers.h"
#include "ui/kit/frame.h"
#include "ui/screens/adding/added_row.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class WriteupAddedPage {
 public:
  // Opens the photos that were kept with the draft.
  WriteupAddedPage(const ScreenParts& parts, WriteupFlow& flow);

  // Before each frame of the screen: nobody is recorded on a page that does not show it.
  void Begin(bool shown);
  // True: they are done here.
  bool Draw(Frame& frame, Rect area);
  bool Busy() const { return voice_.Busy(); }
  void Stop();   // speaking or listening; what was said is kept
  void Reset();  // the next write-up has none of it

 private:
  void DrawPhotos(Frame& frame, const Rect& row);
  std::string_view Problem() const;  // what stands in the way, or nothing
  bool HasCamera() const;
  void AskForPhoto();
  SenderChoice Choice() const;

  ScreenParts parts_;
  WriteupFlow& flow_;
  VoiceNote voice_;
  AddedRow added_;
  bool camera_missing_ = false;  // it was asked for
  bool voice_unfinished_ = false;
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio
