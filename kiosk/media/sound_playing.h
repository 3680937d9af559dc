// One sound being heard: a recording out of memory, or a text that a synthesizer says. Made and
// destroyed on a media thread.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "media/gst_objects.h"
#include "media/media_sources.h"
#include "shared/base/bytes.h"

namespace studio {

// Where it goes, as gst-launch would write it, and the file that the part named "file" writes.
struct SoundSink {
  std::string line, file{};
};
SoundSink SinkBeside(const MicrophoneSource& source);
// number: of the sound, which names its file.
SoundSink SinkOf(const SpeechSink& sink, int number);

class SoundPlaying {
 public:
  // on_end: GStreamer's threads, none any more once this is destroyed; `whole`: played to its end.
  using OnEnd = std::function<void(bool whole)>;
  // kUnavailable: nothing to hear it by. kUnsupported: an element is missing.
  static Result<std::unique_ptr<SoundPlaying>> Ogg(const SoundSink& sink, ByteView ogg,
                                                   OnEnd on_end);
  // In standard Chinese, slowly. `text`: as SpokenForm has it, UTF-8.
  static Result<std::unique_ptr<SoundPlaying>> Said(const SoundSink& sink, const std::string& text,
                                                    OnEnd on_end);
  ~SoundPlaying();
  SoundPlaying(const SoundPlaying&) = delete;
  SoundPlaying& operator=(const SoundPlaying&) = delete;

  std::int64_t PositionMs() const;  // 0 before it sounds

 private:
  SoundPlaying(ElementPtr pipeline, OnEnd on_end);
  static Result<std::unique_ptr<SoundPlaying>> Make(const std::string& from, const SoundSink& sink,
                                                    OnEnd on_end);
  bool Start();

  ElementPtr pipeline_;
  std::mutex mutex_;  // as CameraRun's
  OnEnd on_end_;      // guarded by mutex_
};

}  // namespace studio
