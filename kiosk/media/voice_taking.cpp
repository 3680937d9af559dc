#include "media/voice_taking.h"

#include <gst/app/gstappsink.h>

#include <algorithm>
#include <string>

namespace studio {
namespace {

constexpr std::int64_t kBytesPerMs = 48 * 2;  // 48 kHz, one channel of 16 bits
constexpr std::int64_t kLastPageMs = 1000;    // oggmux closes a page every half second
// In decibels below the loudest there is, over a tenth of a second. Above the first somebody may be
// speaking: a whisper at arm's length reaches -50, the room before an open microphone -60, while
// what a muted one leaves is below -70 (its amplifier) or -90 (nothing but rounding).
constexpr double kSilentDb = -60, kLoudDb = -12;

// The queue lets a slow disk fall behind without the microphone losing a word. The sink waits for
// no preroll: a microphone that is lost before it would leave the pipeline paused for good.
constexpr const char* kFromSound =
    " ! audioconvert ! audioresample ! audio/x-raw,format=S16LE,rate=48000,channels=1"
    " ! level name=level interval=100000000"
    " ! queue name=sound max-size-buffers=0 max-size-time=0 max-size-bytes=4194304"
    " ! opusenc audio-type=voice bitrate=24000 bitrate-type=vbr ! oggmux"
    " ! appsink name=pages sync=false async=false";

std::string TakingLine(const MicrophoneSource& source) {
  if (source.kind == MicrophoneSource::Kind::kDefault)
    return std::string("alsasrc device=default") + kFromSound;
  // A hundred milliseconds a buffer.
  std::string sound = "audiotestsrc wave=pink-noise samplesperbuffer=4410 volume=" +
                      std::string(source.loudness == MicrophoneSource::Loudness::kSilent  ? "0"
                                  : source.loudness == MicrophoneSource::Loudness::kQuiet ? "0.01"
                                                                                          : "0.3");
  if (source.seconds == 0) return sound + " is-live=true" + kFromSound;
  const std::string buffers = std::to_string(source.seconds * 10);
  if (source.lost)
    return sound + " ! audio/x-raw,rate=44100 ! identity error-after=" + buffers + kFromSound;
  return sound + " num-buffers=" + buffers + " ! audio/x-raw,rate=44100" + kFromSound;
}

float LevelOf(const GstStructure& level) {
  const GValue* value = gst_structure_get_value(&level, "rms");
  const auto* channels =
      value == nullptr ? nullptr : static_cast<const GValueArray*>(g_value_get_boxed(value));
  if (channels == nullptr || channels->n_values == 0) return 0;
  const double db = g_value_get_double(&channels->values[0]);
  return static_cast<float>(std::clamp((db - kSilentDb) / (kLoudDb - kSilentDb), 0.0, 1.0));
}

// Of an Ogg page: its granule position, bytes 6 to 13, the lowest first, in samples of 48 kHz
// (RFC 3533, section 6; RFC 7845, section 4); -1 where no packet ends in it.
std::int64_t EndOfPage(ByteView page) {
  if (page.size() < 14) return 0;
  std::uint64_t position = 0;
  for (std::size_t i = 14; i-- > 6;) position = position << 8 | page[i];
  return static_cast<std::int64_t>(position) / 48;
}

}  // namespace

struct VoiceTaking::Calls {
  static VoiceTaking& Of(gpointer self) { return *static_cast<VoiceTaking*>(self); }

  static GstPadProbeReturn OnSound(GstPad*, GstPadProbeInfo* info, gpointer self) {
    VoiceTaking& taking = Of(self);
    std::lock_guard lock(taking.mutex_);
    const bool full = taking.elapsed_ms_ >= kVoiceLimitMs;
    if (full) return GST_PAD_PROBE_DROP;
    taking.bytes_ +=
        static_cast<std::int64_t>(gst_buffer_get_size(GST_PAD_PROBE_INFO_BUFFER(info)));
    taking.elapsed_ms_ = std::min(taking.bytes_ / kBytesPerMs, kVoiceLimitMs);
    if (taking.elapsed_ms_ >= kVoiceLimitMs) taking.listener_.on_full();
    return GST_PAD_PROBE_OK;
  }

  static GstFlowReturn OnPage(GstAppSink* sink, gpointer self) {
    VoiceTaking& taking = Of(self);
    std::lock_guard lock(taking.file_mutex_);
    const SamplePtr page(gst_app_sink_pull_sample(sink));
    GstMapInfo map;
    if (!page || !taking.file_ ||
        !gst_buffer_map(gst_sample_get_buffer(page.get()), &map, GST_MAP_READ))
      return GST_FLOW_ERROR;
    const bool written = taking.file_->Add({map.data, map.size}).has_value();
    taking.written_ms_ = std::max(taking.written_ms_, EndOfPage({map.data, map.size}));
    gst_buffer_unmap(gst_sample_get_buffer(page.get()), &map);
    if (written) return GST_FLOW_OK;
    taking.file_.reset();
    taking.End();
    return GST_FLOW_ERROR;
  }

  static void OnEnd(GstAppSink*, gpointer self) { Of(self).End(); }

  static void OnMessage(VoiceTaking& taking, GstMessage& message) {
    if (GST_MESSAGE_TYPE(&message) == GST_MESSAGE_ERROR) {
      std::lock_guard lock(taking.mutex_);
      taking.lost_ = true;
      taking.listener_.on_lost();
    } else if (GST_MESSAGE_TYPE(&message) == GST_MESSAGE_ELEMENT) {
      std::lock_guard lock(taking.mutex_);
      taking.listener_.on_level(LevelOf(*gst_message_get_structure(&message)), taking.elapsed_ms_);
    }
  }
};

VoiceTaking::VoiceTaking(ElementPtr pipeline, std::unique_ptr<AttachmentFiles::Writing> file,
                         Listener listener)
    : pipeline_(std::move(pipeline)) {
  std::scoped_lock lock(file_mutex_, mutex_);
  file_ = std::move(file);
  listener_ = std::move(listener);
}

VoiceTaking::~VoiceTaking() { Close(); }

void VoiceTaking::Close() {
  if (!closed_) StopPipeline(pipeline_.get());
  closed_ = true;
  std::scoped_lock lock(file_mutex_, mutex_);
}

void VoiceTaking::End() {
  std::lock_guard lock(mutex_);
  listener_.on_done();
}

Result<std::unique_ptr<VoiceTaking>> VoiceTaking::Start(
    const MicrophoneSource& source, std::unique_ptr<AttachmentFiles::Writing> file,
    Listener listener) {
  auto pipeline = MakePipeline(TakingLine(source));
  if (!pipeline) return tl::unexpected(pipeline.error());
  std::unique_ptr<VoiceTaking> taking(
      new VoiceTaking(std::move(*pipeline), std::move(file), std::move(listener)));
  taking->Connect();
  if (gst_element_set_state(taking->pipeline_.get(), GST_STATE_PLAYING) == GST_STATE_CHANGE_FAILURE)
    return Fail(ErrorKind::kUnavailable, "the microphone cannot be opened");
  return taking;
}

void VoiceTaking::Connect() {
  GstElement* const pipeline = pipeline_.get();
  const ElementPtr sound = PartOf(pipeline, "sound"), pages = PartOf(pipeline, "pages");
  GstPad* pad = gst_element_get_static_pad(sound.get(), "sink");
  gst_pad_add_probe(pad, GST_PAD_PROBE_TYPE_BUFFER, &Calls::OnSound, this, nullptr);
  gst_object_unref(pad);
  GstAppSinkCallbacks callbacks{};
  callbacks.new_sample = &Calls::OnPage;
  callbacks.eos = &Calls::OnEnd;
  gst_app_sink_set_callbacks(GST_APP_SINK(pages.get()), &callbacks, this, nullptr);
  WatchMessages(pipeline, [this](GstMessage& message) { Calls::OnMessage(*this, message); });
}

void VoiceTaking::Stop() {
  stopped_ = true;
  gst_element_send_event(pipeline_.get(), gst_event_new_eos());
}

void VoiceTaking::GiveUp() {
  std::lock_guard lock(mutex_);
  lost_ = true;
}

VoiceTaking::Taken VoiceTaking::Finish() {
  Close();
  std::scoped_lock lock(file_mutex_, mutex_);
  if (!file_) return {nullptr, MediaTrouble::kCannotSave};
  std::optional<MediaTrouble> trouble;
  if (lost_) trouble = bytes_ > 0 ? MediaTrouble::kLost : MediaTrouble::kAbsent;
  if (elapsed_ms_ < kVoiceLeastMs) return {nullptr, trouble};
  if (!lost_ && written_ms_ < elapsed_ms_ - kLastPageMs)
    return {nullptr, MediaTrouble::kCannotSave};
  const std::int64_t kept_ms = std::min<std::int64_t>(elapsed_ms_, written_ms_);
  if (kept_ms < kVoiceLeastMs) return {nullptr, trouble};
  auto kept = std::exchange(file_, nullptr)->Keep("audio/ogg", kept_ms);
  if (!kept) return {nullptr, MediaTrouble::kCannotSave};
  return {std::move(*kept), trouble};
}

}  // namespace studio
