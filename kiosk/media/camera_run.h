// One opened camera: a GStreamer pipeline from the source to its newest frame, an I420 picture
// (full range, so that its first plane is the grey one) of at most 1600 pixels either way. Made and
// destroyed on the media thread.
#pragma once

#include <functional>
#include <memory>
#include <mutex>

#include "media/gst_objects.h"
#include "media/media_sources.h"

namespace studio {

class CameraRun {
 public:
  // Called on GStreamer's threads, one call at a time; none any more once the run is destroyed.
  struct Listener {
    std::function<void(SamplePtr)> on_frame;
    std::function<void()> on_lost;  // it goes on no more
    std::function<void()> on_end;   // of a video file
  };

  // kUnavailable: not there, or not to be opened. kUnsupported: an element is missing.
  static Result<std::unique_ptr<CameraRun>> Open(const CameraSource& source, Listener listener);
  ~CameraRun();
  CameraRun(const CameraRun&) = delete;
  CameraRun& operator=(const CameraRun&) = delete;

  void Rewind();  // a video file: from its beginning

 private:
  struct Calls;  // GStreamer's way in
  CameraRun(ElementPtr pipeline, Listener listener);

  ElementPtr pipeline_;
  // Held in every call, and once more after the last: what GStreamer's own locks order is then
  // ordered for whoever watches over ours.
  std::mutex mutex_;
  Listener listener_;  // guarded by mutex_
};

}  // namespace studio
