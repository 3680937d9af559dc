// A member holds a badge before the camera: how long until the verdict is on the screen. The real
// camera pipeline plays videos of 1280 × 720 at 30 frames a second in which a badge comes into
// view; its picture is shown on the real check-in page all the while, 1080 × 1920. The store
// answers at once: what it takes to keep a record is bench_confirm's.
#include <gst/app/gstappsink.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <filesystem>
#include <stdexcept>

#include "../media/code_picture.h"
#include "../media/fake_attachment_files.h"
#include "demo_terminal.h"
#include "figures.h"
#include "media/camera_pipeline.h"
#include "media/gst_objects.h"

namespace {

using namespace studio;
using namespace studio::bench;

constexpr int kVisits = 80;
constexpr double kPatienceMs = 60'000;
constexpr int kDarkest = 110;  // of the pixels in the badge's middle; paper has 200

// Tells when a frame with a badge in it was given to the camera's readers, by the pixels that pass
// into the pipeline's last element: a frame is due when its time has come, not when it is decoded.
class FrameWatch {
 public:
  FrameWatch() {
    if (!GstReady()) throw std::runtime_error("no GStreamer");
    g_type_class_ref(GST_TYPE_BIN);
    g_signal_add_emission_hook(g_signal_lookup("element-added", GST_TYPE_BIN), 0, &OnElement, this,
                               nullptr);
  }
  void Forget() { shown_ns_ = 0; }
  // Of the system's monotonic clock; 0: none yet.
  std::int64_t ShownNs() const { return shown_ns_; }

 private:
  static gboolean OnElement(GSignalInvocationHint*, guint, const GValue* values, gpointer self) {
    auto* element = static_cast<GstElement*>(g_value_get_object(&values[1]));
    if (!GST_IS_APP_SINK(element)) return TRUE;
    GstPad* pad = gst_element_get_static_pad(element, "sink");
    gst_pad_add_probe(pad, GST_PAD_PROBE_TYPE_BUFFER, &OnBuffer, self, nullptr);
    gst_object_unref(pad);
    return TRUE;
  }

  static GstPadProbeReturn OnBuffer(GstPad* pad, GstPadProbeInfo* info, gpointer self) {
    GstBuffer* buffer = GST_PAD_PROBE_INFO_BUFFER(info);
    auto& shown = static_cast<FrameWatch*>(self)->shown_ns_;
    if (shown == 0 && HasBadge(buffer)) shown = DueNs(pad, buffer);
    return GST_PAD_PROBE_OK;
  }

  static bool HasBadge(GstBuffer* buffer) {
    GstMapInfo map;
    if (!gst_buffer_map(buffer, &map, GST_MAP_READ)) return false;
    const auto* row = map.data + std::ptrdiff_t{1280} * 360 + 540;
    const bool badge = *std::min_element(row, row + 200) < kDarkest;
    gst_buffer_unmap(buffer, &map);
    return badge;
  }

  static std::int64_t DueNs(GstPad* pad, GstBuffer* buffer) {
    GstElement* sink = gst_pad_get_parent_element(pad);
    GstClock* clock = gst_element_get_clock(sink);
    GstEvent* event = gst_pad_get_sticky_event(pad, GST_EVENT_SEGMENT, 0);
    const GstSegment* segment = nullptr;
    gst_event_parse_segment(event, &segment);
    const auto due = gst_element_get_base_time(sink) +
                     gst_segment_to_running_time(segment, GST_FORMAT_TIME, GST_BUFFER_PTS(buffer));
    const auto now = gst_clock_get_time(clock);
    gst_event_unref(event);
    gst_object_unref(clock);
    gst_object_unref(sink);
    return static_cast<std::int64_t>(std::max(due, now));
  }

  std::atomic<std::int64_t> shown_ns_ = 0;
};

std::int64_t NowNs() {
  GstClock* clock = gst_system_clock_obtain();
  const GstClockTime now = gst_clock_get_time(clock);
  gst_object_unref(clock);
  return static_cast<std::int64_t>(now);
}

void RunToEnd(const std::string& description) {
  auto pipeline = MakePipeline(description);
  if (!pipeline) throw std::runtime_error(pipeline.error().detail);
  gst_element_set_state(pipeline->get(), GST_STATE_PLAYING);
  GstBus* bus = gst_element_get_bus(pipeline->get());
  gst_message_unref(gst_bus_timed_pop_filtered(
      bus, GST_CLOCK_TIME_NONE, static_cast<GstMessageType>(GST_MESSAGE_EOS | GST_MESSAGE_ERROR)));
  gst_object_unref(bus);
  StopPipeline(pipeline->get());
}

// So many frames of the table's top, then a badge is held there for three seconds.
void MakeVideo(const std::filesystem::path& path, int before, const CodePicture& badge) {
  const std::string empty_png = path.string() + ".empty.png", badge_png = path.string() + ".png";
  CodePicture(1280, 720).Save(empty_png);
  badge.Save(badge_png);
  const auto still = [](const std::string& png, int frames) {
    return " filesrc location=" + png +
           " ! pngdec ! videoconvert ! imagefreeze num-buffers=" + std::to_string(frames) +
           " ! video/x-raw,framerate=30/1 ! frames. ";
  };
  RunToEnd(
      "concat name=frames ! videoconvert ! "
      "video/x-raw,format=I420,colorimetry=(string)1:4:0:0 ! jpegenc ! avimux ! "
      "filesink location=" +
      path.string() + still(empty_png, before) + still(badge_png, 90));
}

// Of the member whose shift has begun.
std::string Card(const SigningKey& key, const CheckInGrounds& grounds) {
  Badge badge;
  badge.county = grounds.county;
  badge.member = grounds.shifts.at(0).members.at(0);
  badge.issued_s = grounds.now_ms / 1000 - 86'400;
  badge.expires_s = badge.issued_s + 300 * 86'400;
  return SignBadge(badge, key, BadgeSecret{7}).Text(true);
}

void Measure(const std::filesystem::path& folder) {
  FrameWatch frames;
  DemoTerminal terminal(1080, 1920);
  const SigningKey key = SigningKey::FromSeed({1});
  const std::string card = Card(key, terminal.OpenGrounds(key.Public()));
  const CodePicture poses[] = {CodePicture(1280, 720).Put(card, 640, 360, 6),
                               CodePicture(1280, 720).Put(card, 640, 360, 7, 12),
                               CodePicture(1280, 720).Put(card, 600, 350, 5, 33),
                               CodePicture(1280, 720).Put(card, 660, 380, 4, -8)};
  std::vector<std::string> videos;
  for (int i = 0; i < 4; ++i) {
    videos.push_back((folder / ("badge" + std::to_string(i) + ".avi")).string());
    MakeVideo(videos.back(), 15 + 2 * i, poses[i]);
  }

  PrintHeading("a badge comes into view, 1280x720 at 30 a second");
  FakeAttachmentFiles files(folder / "attachments");
  CameraPipeline camera({}, terminal.queue(), files);
  terminal.SetCamera(&camera);
  Samples verdict, drawn;
  for (int i = 0; i < kVisits; ++i) {
    frames.Forget();
    camera.SetSource({CameraSource::Kind::kFile, videos[static_cast<std::size_t>(i) % 4]});
    terminal.Run("tap 委员签到\n");
    const Stopwatch watch;
    while (!terminal.Screen().Shows("已签到，迟到")) {
      if (watch.Ms() > kPatienceMs) throw std::runtime_error("no verdict came");
      if (terminal.queue().RunAll()) {
        drawn.Add(terminal.DrawFrame());
      } else {
        ::usleep(500);
      }
    }
    verdict.Add(static_cast<double>(NowNs() - frames.ShownNs()) / 1e6);
    terminal.Run("tap 完成\n");
    terminal.OpenGrounds(key.Public());
  }
  PrintRow("badge in view to its verdict drawn", verdict, "ms",
           HeldTo("p95 300", verdict.Quantile(0.95) < 300));
  PrintValue("  p95", verdict.Quantile(0.95), "ms");
  PrintRow("a frame of the page meanwhile", drawn, "ms");
}

}  // namespace

int main() {
  const auto folder =
      std::filesystem::temp_directory_path() / ("bench-check-in." + std::to_string(::getpid()));
  int status = 0;
  try {
    std::filesystem::create_directories(folder / "attachments");
    Measure(folder);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_check_in: %s\n", error.what());
    status = 1;
  }
  std::filesystem::remove_all(folder);
  return status;
}
