// The voice message and the photos of a request that members may read, as they lie on this
// terminal: to be listened to and looked at. What was opened goes with this. Main thread.
#pragma once

#include <vector>

#include "app/base/visit.h"
#include "app/saying/voice_note.h"
#include "app/saying/ways_of_saying.h"
#include "shared/bodies/request_body.h"

namespace studio {

class RequestAttachments {
 public:
  struct Photo {
    PicturePtr picture{};  // null: being opened, or gone
    bool gone = false;     // it does not lie here any more, or is damaged
  };

  // The ways outlive it.
  explicit RequestAttachments(const WaysOfSaying& ways);
  // Opens the photos of that request, once.
  void Show(const RequestBody& body);

  bool has_voice() const { return voice_.recorded() != nullptr; }
  bool voice_gone() const { return voice_.problem() == VoiceProblem::kGone; }
  VoiceNote& voice() { return voice_; }
  const VoiceNote& voice() const { return voice_; }
  const std::vector<Photo>& photos() const { return photos_; }
  int GonePhotos() const;

 private:
  const WaysOfSaying& ways_;
  VoiceNote voice_;
  std::vector<Photo> photos_;
  bool shown_ = false;
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio
