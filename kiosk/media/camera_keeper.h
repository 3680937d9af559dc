// Keeps the camera running while somebody watches: opens it, notices when it is gone, and tries
// again until it is back. Everything on the media thread, but for what it tells.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/saying/camera.h"
#include "media/camera_finding.h"
#include "media/camera_run.h"
#include "media/media_thread.h"

namespace studio {

class CameraKeeper {
 public:
  struct Listener {
    std::function<void(SamplePtr)> on_frame;  // GStreamer's threads, one call at a time
    // Media thread. kAbsent where this watch has not seen a picture yet, else kLost; nullopt: back.
    std::function<void(int watch, std::optional<MediaTrouble>)> on_trouble;
  };

  // `thread` runs what is posted here; it is joined before the keeper goes.
  CameraKeeper(MediaThread& thread, Listener listener)
      : thread_(thread), listener_(std::move(listener)) {}

  void SetSource(CameraSource source);  // at once, also while watched
  void Watch(int watch);
  void Unwatch();  // the camera is let go
  // Any thread: GStreamer has not what it takes.
  bool Unusable() const { return unusable_; }

 private:
  void Open();
  void Lose();
  void Tell(std::optional<MediaTrouble> trouble);
  void OnFirstFrame(int run);
  void Tick(int ticking);
  bool Gone() const;
  bool Seen() const { return frames_ != frames_before_; }

  MediaThread& thread_;
  Listener listener_;
  CameraSource source_;
  CameraFinding finding_;
  std::string open_path_;  // of the run
  std::optional<int> watch_;
  std::unique_ptr<CameraRun> run_;
  int runs_ = 0;     // number of the run, so that the word of an earlier one is not heeded
  int ticking_ = 0;  // likewise of the watch
  std::optional<MediaTrouble> told_;
  MediaThread::Time retry_at_, alive_at_;
  int alive_frames_ = 0;
  int frames_at_open_ = 0;
  int frames_before_ = 0;  // this watch
  std::atomic<int> frames_ = 0;
  std::atomic<bool> unusable_ = false;
};

}  // namespace studio
