#include "media/camera_run.h"

#include <gst/app/gstappsink.h>
#include <stb_image.h>

#include <array>
#include <fstream>

namespace studio {
namespace {

constexpr const char* kShape =
    " ! videoscale ! video/x-raw,format=I420,width=[1,1600],height=[1,1600],"
    "pixel-aspect-ratio=1/1,colorimetry=(string)1:4:0:0 ";
// The newest frame, never a backlog.
constexpr const char* kSink = " ! appsink name=frames drop=true max-buffers=1 sync=";
// Cameras give 1280 × 720 at full rate as JPEG or not at all.
constexpr const char* kDeviceCaps =
    "image/jpeg,width=1280,height=720; video/x-raw,width=1280,height=720; image/jpeg; video/x-raw";

bool IsStill(const std::string& path) {
  std::array<char, 4> head{};
  std::ifstream(path, std::ios::binary).read(head.data(), head.size());
  const std::string_view start(head.data(), head.size());
  return start.substr(0, 2) == "\xFF\xD8" || start == "\x89PNG";
}

// A decoder takes memory for the whole picture before anybody can look at it: 8 bytes a pixel at
// most. Telephones take 12 megapixels unless told otherwise.
constexpr std::int64_t kMostPixels = 32'000'000;

bool IsTooLarge(int width, int height) {
  return std::int64_t{width} * std::int64_t{height} > kMostPixels;
}

Result<bool> CheckStill(const std::string& path) {
  int width = 0, height = 0, channels = 0;
  if (stbi_info(path.c_str(), &width, &height, &channels) == 0)
    return Fail(ErrorKind::kMalformed, path + " is no picture that can be read");
  if (IsTooLarge(width, height)) {
    return Fail(ErrorKind::kMalformed,
                path + " is no picture that can be read: " + std::to_string(width) + " x " +
                    std::to_string(height) + " pixels, at most " +
                    std::to_string(kMostPixels / 1'000'000) + " million are looked at");
  }
  return true;
}

std::string Turning(int degrees) {
  switch (degrees) {
    case 90:
      return " ! videoflip video-direction=90r";
    case 180:
      return " ! videoflip video-direction=180";
    case 270:
      return " ! videoflip video-direction=90l";
    default:
      return {};
  }
}

std::string Description(const CameraSource& source) {
  const std::string shape = " ! videoconvert" + Turning(source.turn) + kShape;
  if (source.kind == CameraSource::Kind::kDevice)
    return "v4l2src name=source ! capsfilter name=formats ! decodebin" + shape + kSink + "false";
  const std::string file = "filesrc name=source ! decodebin name=decoding" + shape;
  if (!IsStill(source.path)) return file + kSink + "true";
  // Scaled once, shown without end.
  return file + "! imagefreeze is-live=true ! video/x-raw,framerate=15/1" + kSink + "false";
}

}  // namespace

struct CameraRun::Calls {
  static GstFlowReturn OnSample(GstAppSink* sink, gpointer self) {
    auto& run = *static_cast<CameraRun*>(self);
    std::lock_guard lock(run.mutex_);
    const SamplePtr pulled(gst_app_sink_pull_sample(sink));
    if (!pulled) return GST_FLOW_OK;
    // The sink writes into its own sample again.
    run.listener_.on_frame(SamplePtr(gst_sample_new(
        gst_sample_get_buffer(pulled.get()), gst_sample_get_caps(pulled.get()), nullptr, nullptr)));
    return GST_FLOW_OK;
  }

  // Whether decodebin goes on with what it has found in a file. Containers and parsers tell a
  // picture's size; stills that do not are neither of the two kinds that are taken.
  static gboolean OnFound(GstElement*, GstPad*, GstCaps* caps, gpointer) {
    const GstStructure* const found = gst_caps_get_structure(caps, 0);
    int width = 0, height = 0;
    if (gst_structure_get_int(found, "width", &width) &&
        gst_structure_get_int(found, "height", &height)) {
      return IsTooLarge(width, height) ? FALSE : TRUE;
    }
    return g_str_has_prefix(gst_structure_get_name(found), "image/") ? FALSE : TRUE;
  }

  static void OnMessage(CameraRun& run, const GstMessage& message) {
    const GstMessageType type = GST_MESSAGE_TYPE(&message);
    if (type != GST_MESSAGE_ERROR && type != GST_MESSAGE_EOS) return;
    std::lock_guard lock(run.mutex_);
    type == GST_MESSAGE_ERROR ? run.listener_.on_lost() : run.listener_.on_end();
  }
};

CameraRun::CameraRun(ElementPtr pipeline, Listener listener) : pipeline_(std::move(pipeline)) {
  std::lock_guard lock(mutex_);
  listener_ = std::move(listener);
}

CameraRun::~CameraRun() {
  StopPipeline(pipeline_.get());
  std::lock_guard lock(mutex_);
}

Result<std::unique_ptr<CameraRun>> CameraRun::Open(const CameraSource& source, Listener listener) {
  const bool device = source.kind == CameraSource::Kind::kDevice;
  const bool still = !device && IsStill(source.path);
  if (still) {
    if (auto good = CheckStill(source.path); !good) return tl::unexpected(good.error());
  }
  auto pipeline = MakePipeline(Description(source));
  if (!pipeline) return tl::unexpected(pipeline.error());
  const ElementPtr input = PartOf(pipeline->get(), "source");
  g_object_set(input.get(), device ? "device" : "location", source.path.c_str(), nullptr);
  if (device) {
    const ElementPtr formats = PartOf(pipeline->get(), "formats");
    const CapsPtr caps(gst_caps_from_string(kDeviceCaps));
    g_object_set(formats.get(), "caps", caps.get(), nullptr);
  }
  if (!device && !still) {
    const ElementPtr decoding = PartOf(pipeline->get(), "decoding");
    g_signal_connect(decoding.get(), "autoplug-continue", G_CALLBACK(&Calls::OnFound), nullptr);
  }
  std::unique_ptr<CameraRun> run(new CameraRun(std::move(*pipeline), std::move(listener)));
  GstElement* const opened = run->pipeline_.get();
  const ElementPtr sink = PartOf(opened, "frames");
  GstAppSinkCallbacks callbacks{};
  callbacks.new_sample = &Calls::OnSample;
  gst_app_sink_set_callbacks(GST_APP_SINK(sink.get()), &callbacks, run.get(), nullptr);
  WatchMessages(opened,
                [run = run.get()](GstMessage& message) { Calls::OnMessage(*run, message); });
  if (gst_element_set_state(opened, GST_STATE_PLAYING) == GST_STATE_CHANGE_FAILURE)
    return Fail(ErrorKind::kUnavailable, "cannot open " + source.path);
  return run;
}

void CameraRun::Rewind() {
  constexpr auto kHow = static_cast<GstSeekFlags>(GST_SEEK_FLAG_FLUSH | GST_SEEK_FLAG_KEY_UNIT);
  gst_element_seek_simple(pipeline_.get(), GST_FORMAT_TIME, kHow, 0);
}

}  // namespace studio
