// Where pictures and sound come from, as the command line says it. Sources without hardware let
// everything behind the driver be the real thing.
#pragma once

#include <filesystem>
#include <string>

#include "shared/base/result.h"

namespace studio {

struct CameraSource {
  enum class Kind { kNone, kDevice, kFile };
  Kind kind = Kind::kNone;
  std::string path;  // a video device or "auto", or a picture (JPEG, PNG) or video file
  int turn = 0;      // degrees clockwise that make its picture upright: 0, 90, 180 or 270
  bool operator==(const CameraSource&) const = default;
};

// "none", "device:PATH", "device:auto" for whatever camera there is, or "file:PATH". kInvalid for
// anything else.
Result<CameraSource> ParseCameraSource(const std::string& text);

struct MicrophoneSource {
  enum class Kind {
    kNone,
    kDefault,  // ALSA's default device, and its default for listening
    kTest,     // a made-up sound; listening makes no noise
  };
  Kind kind = Kind::kNone;
  int seconds = 0;    // kTest: 0 is a sound in real time without end; else so much of it at once
  bool lost = false;  // kTest: then it breaks off, as a microphone that is pulled out
  enum class Loudness { kUsual, kQuiet, kSilent };
  Loudness loudness = Loudness::kUsual;  // kTest
  bool operator==(const MicrophoneSource&) const = default;
};

// Where what is read aloud is heard.
struct SpeechSink {
  enum class Kind {
    kNone,
    kDefault,  // ALSA's default device
    kFolder,   // a file for each sentence, 0001.wav and on, and spoken.tsv: what they say
  };
  Kind kind = Kind::kNone;
  std::filesystem::path folder{};
  bool operator==(const SpeechSink&) const = default;
};

// "none", "default", or "into:FOLDER", which is there. kInvalid for anything else.
Result<SpeechSink> ParseSpeechSink(const std::string& text);

// "none", "default", "test", and for trying out long messages in no time "test:SECONDS" (the sound
// of that many seconds at once, then as though the speaker had stopped) and "lost:SECONDS" (it
// breaks off there); "quiet" and "silent", with or without seconds, sound as a low voice and as a
// muted microphone. Seconds are 1 to 600. kInvalid for anything else.
Result<MicrophoneSource> ParseMicrophoneSource(const std::string& text);

}  // namespace studio
