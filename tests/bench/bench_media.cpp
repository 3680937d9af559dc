// Camera and microphone: how soon the picture is there, what showing it costs, how long reading a
// badge takes, how much a photo and a voice message weigh. A picture of 1280 × 720 is held before
// the camera, 15 times a second.
#include <sys/resource.h>
#include <unistd.h>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <functional>
#include <stdexcept>

#include "../media/code_picture.h"
#include "../media/fake_attachment_files.h"
#include "app/base/main_queue.h"
#include "figures.h"
#include "media/camera_pipeline.h"
#include "media/code_scan.h"
#include "media/gst_objects.h"
#include "media/voice_pipeline.h"
#include "platform/system_clock.h"
#include "ui/host/ui_host.h"
#include "ui/kit/shapes.h"
#include "ui/screens/parts/photo_thumb.h"

namespace {

using namespace studio;
using namespace studio::bench;

constexpr int kFrames = 60;
constexpr double kPatienceMs = 60'000;

void WaitUntil(MainQueue& queue, const std::function<bool()>& holds) {
  const Stopwatch watch;
  while (!holds()) {
    if (watch.Ms() > kPatienceMs) throw std::runtime_error("nothing came");
    if (!queue.RunAll()) ::usleep(500);
  }
}

double ProcessMs() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const auto ms = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) * 1000 + static_cast<double>(t.tv_usec) / 1000;
  };
  return ms(used.ru_utime) + ms(used.ru_stime);
}

void HoldUpPicture(const std::string& path) {
  auto pipeline = MakePipeline(
      "videotestsrc num-buffers=1 pattern=smpte ! video/x-raw,format=RGB,width=1280,height=720 ! "
      "videoconvert ! video/x-raw,format=I420,colorimetry=(string)1:4:0:0 ! jpegenc ! "
      "filesink location=" +
      path);
  if (!pipeline) throw std::runtime_error(pipeline.error().detail);
  gst_element_set_state(pipeline->get(), GST_STATE_PLAYING);
  GstBus* bus = gst_element_get_bus(pipeline->get());
  gst_message_unref(gst_bus_timed_pop_filtered(
      bus, GST_CLOCK_TIME_NONE, static_cast<GstMessageType>(GST_MESSAGE_EOS | GST_MESSAGE_ERROR)));
  gst_object_unref(bus);
  StopPipeline(pipeline->get());
}

void MeasureCamera(const std::string& picture, MainQueue& queue, AttachmentFiles& files) {
  PrintHeading("camera, 1280x720, shown at 984 wide on 1080x1920");
  auto host = UiHost::Headless(1080, 1920);
  if (!host) throw std::runtime_error(host.error().detail);
  CameraPipeline camera({CameraSource::Kind::kFile, picture}, queue, files);
  PicturePtr seen;
  const SystemClock clock;
  Samples drawn;
  const auto draw = [&] {
    const ThreadStopwatch watch;
    (*host)->DrawFrame(clock, [&](Frame& frame) {
      FillRect(frame, frame.area, frame.theme.colour.paper);
      DrawPictureSheet(frame, {48, 300, 984, 738}, seen, frame.theme.colour.paper);
    });
    drawn.Add(watch.Ms());
  };
  const Stopwatch opening;
  Camera::Listener listener;
  listener.width = 984;
  listener.height = 738;
  listener.on_frame = [&](PicturePtr now) { seen = std::move(now); };
  camera.Watch(std::move(listener));
  WaitUntil(queue, [&] { return seen != nullptr; });
  PrintValue("first watch to first frame", opening.Ms(), "ms");
  const Stopwatch wall;
  const double before = ProcessMs();
  for (int i = 0; i < kFrames; ++i) {
    seen.reset();
    WaitUntil(queue, [&] { return seen != nullptr; });
    draw();
  }
  PrintValue("processor while watching", (ProcessMs() - before) / wall.Ms() * 100, "%");
  PrintRow("a frame with the camera's picture", drawn, "ms", HeldTo("16", drawn.Median() < 16));

  const Stopwatch taking;
  Result<Photo> photo = Fail(ErrorKind::kNotFound, "");
  bool taken = false;
  camera.TakePhoto([&](Result<Photo> now) {
    photo = std::move(now);
    taken = true;
  });
  WaitUntil(queue, [&] { return taken; });
  if (!photo) throw std::runtime_error(photo.error().detail);
  PrintValue("a photo taken and kept", taking.Ms(), "ms");
  PrintValue("its size", static_cast<double>(photo->file->ref().bytes) / 1024, "KB");
}

// As long as a printed card's text.
const std::string kBadge = "MS1:" + std::string(230, 'A');

void MeasureDecoding(const char* name, const CodePicture& picture) {
  CodeScan scan;
  const GreyPicture grey{picture.pixels().data(), picture.width(), picture.height(),
                         picture.width()};
  Samples read;
  int found = 0;
  for (int i = 0; i < kFrames; ++i) {
    const ThreadStopwatch watch;
    found += static_cast<int>(scan.Read(grey).size());
    read.Add(watch.Ms());
  }
  PrintRow(name, read, "ms", HeldTo("15", read.Quantile(0.95) < 15));
  PrintValue("  of 100 pictures, a code in", found * 100.0 / kFrames, "");
}

// From a badge held up, with the picture shown all the while, to its text on the main thread.
void MeasureCodeInView(const std::filesystem::path& folder, MainQueue& queue,
                       AttachmentFiles& files) {
  const std::string empty = folder / "empty.png", badge = folder / "badge.png";
  CodePicture(1280, 720).Save(empty);
  CodePicture(1280, 720).Put(kBadge, 640, 360, 6, 12).Save(badge);
  CameraPipeline camera({CameraSource::Kind::kFile, empty}, queue, files);
  int frames = 0, codes = 0;
  Camera::Listener listener;
  listener.on_frame = [&](const PicturePtr&) { ++frames; };
  listener.on_codes = [&](const std::vector<std::string>&) { ++codes; };
  camera.Watch(std::move(listener));
  Samples told;
  for (int i = 0; i < 20; ++i) {
    camera.SetSource({CameraSource::Kind::kFile, empty});
    const int before = frames;
    WaitUntil(queue, [&] { return frames > before + 3; });
    codes = 0;
    const Stopwatch watch;
    camera.SetSource({CameraSource::Kind::kFile, badge});
    WaitUntil(queue, [&] { return codes > 0; });
    told.Add(watch.Ms());
  }
  PrintRow("held up (and opened) to its text here", told, "ms",
           HeldTo("p95 300", told.Quantile(0.95) < 300));
}

void MeasureCodes(const std::filesystem::path& folder, MainQueue& queue, AttachmentFiles& files) {
  PrintHeading("reading a badge, 1280x720");
  MeasureDecoding("a badge, straight", CodePicture(1280, 720).Put(kBadge, 640, 360, 6));
  MeasureDecoding("a badge, turned", CodePicture(1280, 720).Put(kBadge, 500, 330, 5, 33));
  MeasureDecoding("no code", CodePicture(1280, 720));
  MeasureDecoding("a badge in 1600x1200", CodePicture(1600, 1200).Put(kBadge, 700, 600, 9, 5));
  MeasureCodeInView(folder, queue, files);
}

void MeasureVoice(MainQueue& queue, AttachmentFiles& files) {
  PrintHeading("voice message of two minutes");
  VoicePipeline voice(*ParseMicrophoneSource("test:120"), queue, files);
  AttachmentPtr recorded;
  VoiceRecorder::Listener listener;
  listener.on_recorded = [&](AttachmentPtr what, auto) { recorded = std::move(what); };
  const Stopwatch watch;
  const double before = ProcessMs();
  voice.Record(std::move(listener));
  WaitUntil(queue, [&] { return recorded != nullptr; });
  PrintValue("encoded, encrypted and kept", watch.Ms(), "ms");
  PrintValue("processor, of real time", (ProcessMs() - before) / 120'000 * 100, "%");
  PrintValue("its size", static_cast<double>(recorded->ref().bytes) / 1024, "KB");
}

}  // namespace

int main() {
  const auto folder =
      std::filesystem::temp_directory_path() / ("bench-media." + std::to_string(::getpid()));
  try {
    std::filesystem::create_directories(folder / "attachments");
    const std::string picture = folder / "held-up.jpg";
    HoldUpPicture(picture);
    MainQueue queue;
    FakeAttachmentFiles files(folder / "attachments");
    MeasureCamera(picture, queue, files);
    MeasureCodes(folder, queue, files);
    MeasureVoice(queue, files);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_media: %s\n", error.what());
    return 1;
  }
  std::filesystem::remove_all(folder);
  return 0;
}
