#include "media_rig.h"

#include <doctest/doctest.h>

#include "media/gst_objects.h"

namespace studio {
namespace {

// Threads that GStreamer keeps for later end before leaks are looked for: one that ends meanwhile
// brings the search down.
struct EndOfGStreamer {
  ~EndOfGStreamer() {
    if (!gst_is_initialized()) return;
    gst_deinit();
    g_thread_pool_stop_unused_threads();
  }
} end_of_gstreamer;

}  // namespace

void RunToEnd(const std::string& description) {
  auto pipeline = MakePipeline(description);
  REQUIRE_MESSAGE(pipeline, description);
  gst_element_set_state(pipeline->get(), GST_STATE_PLAYING);
  GstBus* bus = gst_element_get_bus(pipeline->get());
  GstMessage* message = gst_bus_timed_pop_filtered(
      bus, 60 * GST_SECOND, static_cast<GstMessageType>(GST_MESSAGE_EOS | GST_MESSAGE_ERROR));
  const bool ended = message != nullptr && GST_MESSAGE_TYPE(message) == GST_MESSAGE_EOS;
  if (message != nullptr) gst_message_unref(message);
  gst_object_unref(bus);
  StopPipeline(pipeline->get());
  REQUIRE_MESSAGE(ended, description);
}

void MakePicture(const std::filesystem::path& path, const std::string& pattern, int width,
                 int height) {
  const std::string encoder = path.extension() == ".png"
                                  ? "pngenc"
                                  // As JPEG has it: the full range.
                                  : "video/x-raw,format=I420,colorimetry=(string)1:4:0:0 ! "
                                    "jpegenc quality=95";
  RunToEnd("videotestsrc num-buffers=1 pattern=" + pattern + " ! video/x-raw,format=RGB,width=" +
           std::to_string(width) + ",height=" + std::to_string(height) + " ! videoconvert ! " +
           encoder + " ! filesink location=" + path.string());
}

MediaRig::MediaRig() {
  queue.SetWake([this] {
    std::lock_guard lock(mutex_);
    wake_ = true;
    woken_.notify_one();
  });
}

bool MediaRig::WaitUntil(const std::function<bool()>& holds, std::chrono::seconds deadline) {
  const auto end = std::chrono::steady_clock::now() + deadline;
  for (;;) {
    queue.RunAll();
    if (holds()) return true;
    std::unique_lock lock(mutex_);
    if (!woken_.wait_until(lock, end, [this] { return wake_; })) return false;
    wake_ = false;
  }
}

}  // namespace studio
