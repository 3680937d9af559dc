#include "media/voice_playing.h"

#include <gst/app/gstappsrc.h>

#include <string>

namespace studio {
namespace {

std::string PlayingLine(const MicrophoneSource& source) {
  const std::string decode =
      "appsrc name=ogg ! oggdemux ! opusdec ! audioconvert ! audioresample ! ";
  if (source.kind != MicrophoneSource::Kind::kTest) return decode + "alsasink device=default";
  return decode + "fakesink sync=" + (source.seconds == 0 ? "true" : "false");
}

}  // namespace

VoicePlaying::VoicePlaying(ElementPtr pipeline, std::function<void(bool)> on_end)
    : pipeline_(std::move(pipeline)) {
  std::lock_guard lock(mutex_);
  on_end_ = std::move(on_end);
}

VoicePlaying::~VoicePlaying() {
  StopPipeline(pipeline_.get());
  std::lock_guard lock(mutex_);
}

Result<std::unique_ptr<VoicePlaying>> VoicePlaying::Start(const MicrophoneSource& source,
                                                          ByteView ogg,
                                                          std::function<void(bool)> on_end) {
  auto pipeline = MakePipeline(PlayingLine(source));
  if (!pipeline) return tl::unexpected(pipeline.error());
  std::unique_ptr<VoicePlaying> playing(new VoicePlaying(std::move(*pipeline), std::move(on_end)));
  GstElement* const element = playing->pipeline_.get();
  WatchMessages(element, [playing = playing.get()](GstMessage& message) {
    const GstMessageType type = GST_MESSAGE_TYPE(&message);
    if (type != GST_MESSAGE_EOS && type != GST_MESSAGE_ERROR) return;
    std::lock_guard lock(playing->mutex_);
    playing->on_end_(type == GST_MESSAGE_EOS);
  });
  const ElementPtr from = PartOf(element, "ogg");
  GstBuffer* whole = gst_buffer_new_memdup(ogg.data(), ogg.size());
  if (gst_element_set_state(element, GST_STATE_PLAYING) == GST_STATE_CHANGE_FAILURE) {
    gst_buffer_unref(whole);
    return Fail(ErrorKind::kUnavailable, "nothing to hear it by");
  }
  gst_app_src_push_buffer(GST_APP_SRC(from.get()), whole);
  gst_app_src_end_of_stream(GST_APP_SRC(from.get()));
  return playing;
}

std::int64_t VoicePlaying::PositionMs() const {
  gint64 position = 0;
  if (!gst_element_query_position(pipeline_.get(), GST_FORMAT_TIME, &position)) return 0;
  return std::max<gint64>(0, position) / GST_MSECOND;
}

}  // namespace studio
