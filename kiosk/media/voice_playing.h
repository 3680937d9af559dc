// One message being listened to, out of memory. Made and destroyed on the media thread.
#pragma once

#include <functional>
#include <memory>
#include <mutex>

#include "media/gst_objects.h"
#include "media/media_sources.h"
#include "shared/base/bytes.h"

namespace studio {

class VoicePlaying {
 public:
  // on_end: GStreamer's threads, none any more once this is destroyed; `whole`: played to its end.
  // kUnavailable: nothing to hear it by. kUnsupported: an element is missing.
  static Result<std::unique_ptr<VoicePlaying>> Start(const MicrophoneSource& source, ByteView ogg,
                                                     std::function<void(bool whole)> on_end);
  ~VoicePlaying();
  VoicePlaying(const VoicePlaying&) = delete;
  VoicePlaying& operator=(const VoicePlaying&) = delete;

  std::int64_t PositionMs() const;  // 0 before it sounds

 private:
  VoicePlaying(ElementPtr pipeline, std::function<void(bool)> on_end);

  ElementPtr pipeline_;
  std::mutex mutex_;                  // as CameraRun's
  std::function<void(bool)> on_end_;  // guarded by mutex_
};

}  // namespace studio
