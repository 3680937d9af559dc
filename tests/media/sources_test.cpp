#include <doctest/doctest.h>

#include <fstream>

#include "../support/temp_folder.h"
#include "media/camera_finding.h"
#include "media/media_sources.h"

using namespace studio;

TEST_CASE("a camera is named as the command line says it") {
  using Kind = CameraSource::Kind;
  CHECK(*ParseCameraSource("none") == CameraSource{});
  CHECK(*ParseCameraSource("device:/dev/video0") == CameraSource{Kind::kDevice, "/dev/video0"});
  CHECK(*ParseCameraSource("file:/tmp/a b:c.png") == CameraSource{Kind::kFile, "/tmp/a b:c.png"});
  CHECK(*ParseCameraSource("device:auto") == CameraSource{Kind::kDevice, "auto"});
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
  using Loudness = MicrophoneSource::Loudness;
  CHECK(*ParseMicrophoneSource("quiet:3") ==
        MicrophoneSource{Kind::kTest, 3, false, Loudness::kQuiet});
  CHECK(*ParseMicrophoneSource("silent") ==
        MicrophoneSource{Kind::kTest, 0, false, Loudness::kSilent});
  for (const char* wrong :
       {"", "test:", "test:0", "test:601", "test:1s", "test:-1", "lost", "lost:", "alsa"}) {
    CAPTURE(wrong);
    const auto source = ParseMicrophoneSource(wrong);
    REQUIRE_FALSE(source);
    CHECK(source.error().kind == ErrorKind::kInvalid);
  }
}

TEST_CASE("a camera that was plugged in anew is found by its name, and an only one without any") {
  namespace fs = std::filesystem;
  const TempFolder folder;
  const fs::path dev = fs::canonical(folder.path());
  fs::create_directories(dev / "v4l/by-id");
  const auto plug = [&](int number, const std::string& name) {
    std::ofstream(dev / ("video" + std::to_string(number)));
    fs::create_symlink("../../video" + std::to_string(number),
                       dev / "v4l/by-id" / (name + "-video-index0"));
  };
  const auto unplug = [&](int number, const std::string& name) {
    fs::remove(dev / ("video" + std::to_string(number)));
    fs::remove(dev / "v4l/by-id" / (name + "-video-index0"));
  };
  const std::string first = dev / "video0", second = dev / "video1";
  CameraFinding finding(dev), by_itself(dev);
  CHECK(finding.Node(first).empty());
  plug(0, "usb-Camera_A");
  CHECK(finding.Node(first) == first);
  CHECK(by_itself.Node("auto") == first);
  unplug(0, "usb-Camera_A");
  CHECK(finding.Node(first).empty());
  plug(0, "usb-Other_B");
  plug(1, "usb-Camera_A");
  CHECK(finding.Node(first) == second);  // the number is another's now
  CHECK(by_itself.Node("auto") == second);
  CHECK(CameraFinding(dev).Node("auto").empty());  // which of the two, nobody said
  unplug(0, "usb-Other_B");
  CHECK(CameraFinding(dev).Node(first) == second);  // the machine was started after it moved
}
