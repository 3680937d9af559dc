// One recording on its way: microphone to Ogg/Opus, each page encrypted before it reaches the disk.
// Made, finished and destroyed on the media thread.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "app/saying/attachment_files.h"
#include "app/saying/voice_recorder.h"
#include "media/gst_objects.h"
#include "media/media_sources.h"

namespace studio {

inline constexpr std::int64_t kVoiceLeastMs = 1000;  // less is a touch by mistake

class VoiceTaking {
 public:
  // Called on GStreamer's threads; none any more once the recording is destroyed.
  struct Listener {
    std::function<void(float level, std::int64_t elapsed_ms)> on_level;
    std::function<void()> on_full;  // kVoiceLimitMs are recorded
    std::function<void()> on_lost;  // the microphone is gone, or the disk takes no more
    std::function<void()> on_done;  // all there is has been written
  };
  struct Taken {
    AttachmentPtr recorded;  // as long as what reached the file; null: less than kVoiceLeastMs
    std::optional<MediaTrouble> trouble;
  };

  // kUnavailable: no microphone. kUnsupported: an element is missing.
  static Result<std::unique_ptr<VoiceTaking>> Start(const MicrophoneSource& source,
                                                    std::unique_ptr<AttachmentFiles::Writing> file,
                                                    Listener listener);
  ~VoiceTaking();  // what was not finished is gone
  VoiceTaking(const VoiceTaking&) = delete;
  VoiceTaking& operator=(const VoiceTaking&) = delete;

  void Stop();    // takes no more sound; on_done follows
  void GiveUp();  // the microphone is silent as none ever is; Finish() tells it as lost
  Taken Finish();
  std::int64_t elapsed_ms() const { return elapsed_ms_; }
  bool stopped() const { return stopped_; }

 private:
  struct Calls;  // GStreamer's way in
  VoiceTaking(ElementPtr pipeline, std::unique_ptr<AttachmentFiles::Writing> file,
              Listener listener);
  void Connect();
  void Close();
  void End();

  ElementPtr pipeline_;
  bool closed_ = false;
  bool stopped_ = false;
  std::atomic<std::int64_t> elapsed_ms_ = 0;
  // Held in every call and once more after the last, as CameraRun does. Apart, since a slow disk
  // must not keep the sound waiting; file_mutex_ is the outer one.
  std::mutex mutex_, file_mutex_;
  Listener listener_;       // guarded by mutex_, as the next two
  std::int64_t bytes_ = 0;  // of sound
  bool lost_ = false;
  std::unique_ptr<AttachmentFiles::Writing> file_;  // guarded by file_mutex_; null: it failed
  std::int64_t written_ms_ = 0;                     // as file_; of sound, in it
};

}  // namespace studio
