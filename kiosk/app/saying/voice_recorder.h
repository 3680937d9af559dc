// Records what somebody says and plays it again. Implemented by kiosk/media; every completion runs
// on the main thread. One recording or playing at a time; starting another ends the one before.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "app/saying/attachment.h"
#include "shared/base/result.h"

namespace studio {

// Why a microphone or camera cannot be used now.
enum class MediaTrouble {
  kAbsent,     // none is set up, or none is there
  kLost,       // it stopped while in use
  kCannotSave  // the disk takes no more
};

inline constexpr std::int64_t kVoiceLimitMs = 3 * 60 * 1000;

class VoiceRecorder {
 public:
  struct Listener {
    // 0 to 1, ten a second, the loudest since the last; 0: no voice is so low.
    std::function<void(float level, std::int64_t elapsed_ms)> on_level;
    // Stopped, full, or broken off; what was recorded up to a loss is kept (with its trouble).
    std::function<void(AttachmentPtr recorded, std::optional<MediaTrouble> trouble)> on_recorded;
    std::function<void(std::int64_t elapsed_ms)> on_playing;
    // To its end or stopped. kLost: the message does not lie here any more, or is damaged;
    // kAbsent: nothing to hear it by.
    std::function<void(std::optional<MediaTrouble> trouble)> on_played;
  };

  virtual ~VoiceRecorder() = default;
  virtual bool Present() const = 0;
  virtual void Record(Listener listener) = 0;
  virtual void Play(AttachmentPtr recorded, Listener listener) = 0;
  virtual void Stop() = 0;    // the recording is kept and told; playing ends
  virtual void Forget() = 0;  // whatever runs ends, nothing is kept or told any more
};

}  // namespace studio
