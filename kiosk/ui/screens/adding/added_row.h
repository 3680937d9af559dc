// What stands beside the words: the voice message, the photos, and the button for another photo.
// What is tapped there is to be taken away, after the row has asked.
#pragma once

#include "app/saying/added_things.h"
#include "ui/kit/frame.h"

namespace studio {

class AddedRow {
 public:
  enum class Tap { kNone, kAnotherPhoto, kDropVoice, kDropPhoto };
  struct Room {
    bool camera = false;       // there is one
    bool takes_photos = true;  // the disk has room for another
  };

  Tap Draw(Frame& frame, Rect row, const AddedThings& things, const Room& room);
  std::size_t photo() const { return photo_; }  // at kDropPhoto

 private:
  Tap DrawRemoving(Frame& frame, Rect row, const AddedThings& things);

  enum class Removing { kNothing, kVoice, kPhoto };

  Removing removing_ = Removing::kNothing;  // what is asked about
  std::size_t photo_ = 0;
};

}  // namespace studio
