#include <doctest/doctest.h>

#include "media/media_sources.h"

using namespace studio;

TEST_CASE("a camera is named as the command line says it") {
  using Kind = CameraSource::Kind;
  CHECK(*ParseCameraSource("none") == CameraSource{});
  CHECK(*ParseCameraSource("device:/dev/video0") == CameraSource{Kind::kDevice, "/dev/video0"});
  CHECK(*ParseCameraSource("file:/tmp/a b:c.png") == CameraSource{Kind::kFile, "/tmp/a b:c.png"});
  for (const char* wrong : {"", "device", "device:", "file:", "/dev/video0", "none:1", "camera"}) {
    CAPTURE(wrong);
    const auto source = ParseCameraSource(wrong);
    REQUIRE_FALSE(source);
    CHECK(source.error().kind == ErrorKind::kInvalid);
  }
}

TEST_CASE("a microphone is named as the command line says it") {
  using Kind = MicrophoneSource::Kind;
  CHECK(*ParseMicrophoneSource("none") == MicrophoneSource{});
  CHECK(*ParseMicrophoneSource("default") == MicrophoneSource{Kind::kDefault});
  CHECK(*ParseMicrophoneSource("test") == MicrophoneSource{Kind::kTest});
  CHECK(*ParseMicrophoneSource("test:120") == MicrophoneSource{Kind::kTest, 120});
  CHECK(*ParseMicrophoneSource("lost:5") == MicrophoneSource{Kind::kTest, 5, true});
  for (const char* wrong :
       {"", "test:", "test:0", "test:601", "test:1s", "test:-1", "lost", "lost:", "alsa"}) {
    CAPTURE(wrong);
    const auto source = ParseMicrophoneSource(wrong);
    REQUIRE_FALSE(source);
    CHECK(source.error().kind == ErrorKind::kInvalid);
  }
}
