#include "media/sound_playing.h"

#include <gst/app/gstappsrc.h>

#include <algorithm>
#include <cstdio>

namespace studio {
namespace {

constexpr const char* kToEars = "alsasink device=default";
constexpr int kSlower = -20;  // of espeak's -100 to 100

Error NothingToHearItBy() { return {ErrorKind::kUnavailable, "nothing to hear it by"}; }

}  // namespace

SoundSink SinkBeside(const MicrophoneSource& source) {
  if (source.kind != MicrophoneSource::Kind::kTest) return {kToEars};
  return {std::string("fakesink sync=") + (source.seconds == 0 ? "true" : "false")};
}

SoundSink SinkOf(const SpeechSink& sink, int number) {
  if (sink.kind != SpeechSink::Kind::kFolder) return {kToEars};
  char name[16];
  std::snprintf(name, sizeof(name), "%04d.wav", number);
  return {"wavenc ! filesink name=file sync=false", sink.folder / name};
}

SoundPlaying::SoundPlaying(ElementPtr pipeline, OnEnd on_end) : pipeline_(std::move(pipeline)) {
  std::lock_guard lock(mutex_);
  on_end_ = std::move(on_end);
}

SoundPlaying::~SoundPlaying() {
  StopPipeline(pipeline_.get());
  std::lock_guard lock(mutex_);
}

Result<std::unique_ptr<SoundPlaying>> SoundPlaying::Make(const std::string& from,
                                                         const SoundSink& sink, OnEnd on_end) {
  auto pipeline = MakePipeline(from + " ! audioconvert ! audioresample ! " + sink.line);
  if (!pipeline) return tl::unexpected(pipeline.error());
  std::unique_ptr<SoundPlaying> playing(new SoundPlaying(std::move(*pipeline), std::move(on_end)));
  GstElement* const element = playing->pipeline_.get();
  if (!sink.file.empty())
    g_object_set(PartOf(element, "file").get(), "location", sink.file.c_str(), nullptr);
  WatchMessages(element, [playing = playing.get()](GstMessage& message) {
    const GstMessageType type = GST_MESSAGE_TYPE(&message);
    if (type != GST_MESSAGE_EOS && type != GST_MESSAGE_ERROR) return;
    std::lock_guard lock(playing->mutex_);
    playing->on_end_(type == GST_MESSAGE_EOS);
  });
  return playing;
}

bool SoundPlaying::Start() {
  return gst_element_set_state(pipeline_.get(), GST_STATE_PLAYING) != GST_STATE_CHANGE_FAILURE;
}

Result<std::unique_ptr<SoundPlaying>> SoundPlaying::Ogg(const SoundSink& sink, ByteView ogg,
                                                        OnEnd on_end) {
  auto playing = Make("appsrc name=ogg ! oggdemux ! opusdec", sink, std::move(on_end));
  if (!playing) return playing;
  const ElementPtr from = PartOf((*playing)->pipeline_.get(), "ogg");
  if (!(*playing)->Start()) return tl::unexpected(NothingToHearItBy());
  gst_app_src_push_buffer(GST_APP_SRC(from.get()), gst_buffer_new_memdup(ogg.data(), ogg.size()));
  gst_app_src_end_of_stream(GST_APP_SRC(from.get()));
  return playing;
}

Result<std::unique_ptr<SoundPlaying>> SoundPlaying::Said(const SoundSink& sink,
                                                         const std::string& text, OnEnd on_end) {
  auto playing = Make("espeak name=voice", sink, std::move(on_end));
  if (!playing) return playing;
  const ElementPtr voice = PartOf((*playing)->pipeline_.get(), "voice");
  g_object_set(voice.get(), "voice", "cmn", "rate", kSlower, "text", text.c_str(), nullptr);
  if (!(*playing)->Start()) return tl::unexpected(NothingToHearItBy());
  return playing;
}

std::int64_t SoundPlaying::PositionMs() const {
  gint64 position = 0;
  if (!gst_element_query_position(pipeline_.get(), GST_FORMAT_TIME, &position)) return 0;
  return std::max<gint64>(0, position) / GST_MSECOND;
}

}  // namespace studio
