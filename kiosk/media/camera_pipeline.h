// The camera, by GStreamer. Called on the main thread; opening and closing happen on a thread of
// its own, frames come on GStreamer's. Open only while watched.
#pragma once

#include <memory>
#include <mutex>

#include "app/base/main_queue.h"
#include "app/saying/attachment_files.h"
#include "app/saying/camera.h"
#include "media/camera_keeper.h"
#include "media/code_reader.h"
#include "media/frame_picture.h"
#include "media/media_sources.h"
#include "media/media_thread.h"

namespace studio {

class CameraPipeline : public Camera {
 public:
  // Both outlive it.
  CameraPipeline(CameraSource source, MainQueue& queue, AttachmentFiles& files);
  ~CameraPipeline() override;  // waits until the camera is closed

  bool Present() const override;
  void Watch(Listener listener) override;
  void Unwatch() override;
  void TakePhoto(std::function<void(Result<Photo>)> done) override;

  // Holds something else in front of the camera, or pulls it out (none).
  void SetSource(CameraSource source);

 private:
  // What passes from GStreamer's threads to the others.
  struct Newest {
    SamplePtr frame;
    PicturePtr preview;    // not taken by the main thread yet
    bool watched = false;  // frames are wanted
    int codes_for = 0;     // the watch that wants codes read; 0: none
    int width = 0, height = 0;
  };

  void OnFrame(SamplePtr frame);
  void OnTrouble(int watch, std::optional<MediaTrouble> trouble);
  void Deliver();
  void OnCodes(CodesSeen seen);
  void DeliverCodes();
  Result<Photo> MakePhoto();
  // A job for the main thread, forgotten where the camera is gone by then.
  void PostMain(std::function<void()> job);

  MainQueue& queue_;
  AttachmentFiles& files_;
  CameraSource source_;  // main thread, as the next two
  Listener listener_;
  int watch_ = 0;
  bool dark_ = false;  // as told

  std::mutex mutex_;
  Newest newest_;                        // guarded by mutex_, as the next
  std::optional<CodesSeen> seen_codes_;  // not taken by the main thread yet
  std::mutex preview_mutex_;
  FramePicture preview_;    // guarded by preview_mutex_: GStreamer's threads, one after another
  FramePicture for_photo_;  // media thread
  std::shared_ptr<int> alive_ = std::make_shared<int>(0);
  std::weak_ptr<int> still_alive_ = alive_;

  CodeReader reader_{[this](CodesSeen seen) { OnCodes(std::move(seen)); }};
  CameraKeeper keeper_;
  MediaThread thread_{"camera"};  // last: nothing runs on it any more when the rest goes
};

}  // namespace studio
