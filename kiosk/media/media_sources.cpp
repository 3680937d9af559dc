#include "media/media_sources.h"

#include <charconv>

namespace studio {
namespace {

constexpr int kMostSeconds = 600;

// What follows "word:", or nothing.
std::string_view After(std::string_view text, std::string_view word) {
  if (text.size() <= word.size() + 1 || text.substr(0, word.size()) != word) return {};
  return text[word.size()] == ':' ? text.substr(word.size() + 1) : std::string_view();
}

}  // namespace

Result<CameraSource> ParseCameraSource(const std::string& text) {
  if (text == "none") return CameraSource{};
  if (const auto path = After(text, "device"); !path.empty())
    return CameraSource{CameraSource::Kind::kDevice, std::string(path)};
  if (const auto path = After(text, "file"); !path.empty())
    return CameraSource{CameraSource::Kind::kFile, std::string(path)};
  return Fail(ErrorKind::kInvalid,
              "a camera is none, device:PATH, device:auto or file:PATH, not \"" + text + "\"");
}

Result<MicrophoneSource> ParseMicrophoneSource(const std::string& text) {
  using Kind = MicrophoneSource::Kind;
  if (text == "none") return MicrophoneSource{};
  if (text == "default") return MicrophoneSource{Kind::kDefault};
  using Loudness = MicrophoneSource::Loudness;
  constexpr struct {
    std::string_view word;
    Loudness loudness;
    bool lost;
  } kMadeUp[] = {{"test", Loudness::kUsual, false},
                 {"quiet", Loudness::kQuiet, false},
                 {"silent", Loudness::kSilent, false},
                 {"lost", Loudness::kUsual, true}};
  for (const auto& made_up : kMadeUp) {
    if (text == made_up.word && !made_up.lost)
      return MicrophoneSource{Kind::kTest, 0, false, made_up.loudness};
    const std::string_view number = After(text, made_up.word);
    int seconds = 0;
    const auto [end, error] =
        std::from_chars(number.data(), number.data() + number.size(), seconds);
    if (!number.empty() && error == std::errc() && end == number.data() + number.size() &&
        seconds >= 1 && seconds <= kMostSeconds)
      return MicrophoneSource{Kind::kTest, seconds, made_up.lost, made_up.loudness};
  }
  return Fail(
      ErrorKind::kInvalid,
      "a microphone is none, default, test, quiet, silent (each with :SECONDS or without) or "
      "lost:SECONDS, not \"" +
          text + "\"");
}

Result<SpeechSink> ParseSpeechSink(const std::string& text) {
  using Kind = SpeechSink::Kind;
  if (text == "none") return SpeechSink{};
  if (text == "default") return SpeechSink{Kind::kDefault};
  if (const auto folder = After(text, "into"); !folder.empty())
    return SpeechSink{Kind::kFolder, folder};
  return Fail(ErrorKind::kInvalid,
              "what is read aloud goes none, default or into:FOLDER, not \"" + text + "\"");
}

}  // namespace studio
