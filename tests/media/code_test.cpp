#include <doctest/doctest.h>

#include <algorithm>

#include "badge_text.h"
#include "code_picture.h"
#include "media/camera_pipeline.h"
#include "media_rig.h"

using namespace studio;

namespace {

// A camera before which the picture is held, and what it read.
struct Reading {
  Reading(MediaRig& with, const CodePicture& picture) : rig(with) {
    const auto path = rig.folder.path() / "held-up.png";
    picture.Save(path);
    camera.SetSource({CameraSource::Kind::kFile, path.string()});
    Camera::Listener listener;
    listener.on_frame = [this](PicturePtr) { ++frames; };
    listener.on_codes = [this](std::vector<std::string> now) {
      codes = std::move(now);
      std::sort(codes.begin(), codes.end());
      ++times;
    };
    listener.on_dark = [this](bool now) { dark = now; };
    camera.Watch(std::move(listener));
  }

  MediaRig& rig;
  int frames = 0, times = 0;
  std::vector<std::string> codes;
  bool dark = false;
  CameraPipeline camera{{}, rig.queue, rig.files};
};

}  // namespace

TEST_CASE("a badge before the camera is read at any distance and angle") {
  MediaRig rig;
  struct Held {
    double module, degrees;
  };
  for (const Held held : {Held{3, 0}, {5, 0}, {9, 0}, {5, 17}, {5, 90}, {5, 137}, {6, 200}}) {
    CAPTURE(held.module);
    CAPTURE(held.degrees);
    Reading reading(rig,
                    CodePicture(1280, 720).Put(BadgeText(), 640, 360, held.module, held.degrees));
    REQUIRE(rig.WaitUntil([&] { return reading.times > 0; }));
    CHECK(reading.codes == std::vector{BadgeText()});
  }
}

TEST_CASE("a picture larger than a screen is read too") {
  MediaRig rig;
  Reading reading(rig, CodePicture(4000, 3000).Put(BadgeText(), 1200, 1700, 18, 30));
  REQUIRE(rig.WaitUntil([&] { return reading.times > 0; }));
  CHECK(reading.codes == std::vector{BadgeText()});
}

TEST_CASE("codes side by side are told together") {
  MediaRig rig;
  Reading reading(
      rig,
      CodePicture(1280, 720).Put(BadgeText(1), 320, 360, 6).Put(BadgeText(2), 960, 360, 6, 10));
  CHECK(rig.WaitUntil([&] { return reading.codes.size() == 2; }));
  std::vector both{BadgeText(1), BadgeText(2)};
  std::sort(both.begin(), both.end());
  CHECK(reading.codes == both);
}

TEST_CASE("a code that is no badge is told as it is") {
  MediaRig rig;
  Reading reading(rig, CodePicture(640, 480).Put("https://example.test/委员", 320, 240, 8));
  REQUIRE(rig.WaitUntil([&] { return reading.times > 0; }));
  CHECK(reading.codes == std::vector<std::string>{"https://example.test/委员"});
}

TEST_CASE("where there is no code none is told, and it is not dark") {
  MediaRig rig;
  Reading reading(rig, CodePicture(1280, 720));
  REQUIRE(rig.WaitUntil([&] { return reading.frames > 15; }));
  CHECK(reading.times == 0);
  CHECK_FALSE(reading.dark);
}

TEST_CASE("in the dark it asks for light, and reads what little can be seen") {
  MediaRig rig;
  Reading reading(rig, CodePicture(1280, 720, 8).Put(BadgeText(), 640, 360, 5, 0, 40, 6));
  CHECK(rig.WaitUntil([&] { return reading.dark && reading.times > 0; }));
  CHECK(reading.codes == std::vector{BadgeText()});
}

TEST_CASE("nothing is read for whoever only looks, nor after the watch") {
  MediaRig rig;
  Reading reading(rig, CodePicture(640, 480).Put(BadgeText(), 320, 240, 4));
  REQUIRE(rig.WaitUntil([&] { return reading.times > 0; }));
  Camera::Listener looks;
  looks.on_frame = [&](PicturePtr) { ++reading.frames; };
  reading.camera.Watch(std::move(looks));
  const int times = reading.times, frames = reading.frames;
  REQUIRE(rig.WaitUntil([&] { return reading.frames > frames + 10; }));
  CHECK(reading.times == times);
}
