// What stands beside the words: the voice message, the photos, and the button for another photo.
// What is tapped there is taken away, after the row has asked.
#pragma once

#include "app/request/request_flow.h"
#include "app/saying/voice_note.h"
#include "ui/kit/frame.h"

namespace studio {

class RequestAddedRow {
 public:
  RequestAddedRow(RequestFlow& flow, VoiceNote& voice) : flow_(flow), voice_(voice) {}
  // True: another photo is wanted. `camera`: there is one.
  bool Draw(Frame& frame, Rect row, bool camera);

 private:
  void DrawRemoving(Frame& frame, Rect row);

  enum class Removing { kNothing, kVoice, kPhoto };

  RequestFlow& flow_;
  VoiceNote& voice_;
  Removing removing_ = Removing::kNothing;  // what is asked about
  std::size_t removing_photo_ = 0;
};

}  // namespace studio
