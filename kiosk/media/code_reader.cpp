#include "media/code_reader.h"

#include <gst/video/video.h>
#include <pthread.h>

#include <utility>

namespace studio {

CodeReader::CodeReader(std::function<void(CodesSeen)> tell)
    : tell_(std::move(tell)), thread_([this] { Run(); }) {
  pthread_setname_np(thread_.native_handle(), "codes");
}

CodeReader::~CodeReader() {
  {
    std::lock_guard lock(mutex_);
    closing_ = true;
    changed_.notify_one();
  }
  thread_.join();
}

void CodeReader::Offer(SamplePtr frame, int watch) {
  std::lock_guard lock(mutex_);
  waiting_ = std::move(frame);
  waiting_watch_ = watch;
  changed_.notify_one();
}

void CodeReader::Forget() {
  std::lock_guard lock(mutex_);
  waiting_.reset();
}

void CodeReader::Run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return closing_ || waiting_; });
    if (closing_) return;
    SamplePtr frame = std::move(waiting_);
    const int watch = waiting_watch_;
    lock.unlock();
    Look(frame.get(), watch);
    frame.reset();
    lock.lock();
  }
}

void CodeReader::Look(GstSample* frame, int watch) {
  GstVideoInfo info;
  GstVideoFrame mapped;
  if (!gst_video_info_from_caps(&info, gst_sample_get_caps(frame)) ||
      !gst_video_frame_map(&mapped, &info, gst_sample_get_buffer(frame), GST_MAP_READ))
    return;
  const GreyPicture grey{static_cast<const std::uint8_t*>(GST_VIDEO_FRAME_PLANE_DATA(&mapped, 0)),
                         GST_VIDEO_FRAME_WIDTH(&mapped), GST_VIDEO_FRAME_HEIGHT(&mapped),
                         GST_VIDEO_FRAME_PLANE_STRIDE(&mapped, 0)};
  if (std::exchange(watch_, watch) != watch) darkness_ = {};
  const bool turned = darkness_.See(MeanLight(grey));
  CodesSeen seen{watch, scan_.Read(grey), darkness_.dark()};
  gst_video_frame_unmap(&mapped);
  if (turned || !seen.texts.empty()) tell_(std::move(seen));
}

}  // namespace studio
