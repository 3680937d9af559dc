#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "code_picture.h"
#include "degraded_picture.h"
#include "media/camera_pipeline.h"
#include "media/code_scan.h"
#include "media_rig.h"
#include "shared/record/badge.h"

using namespace studio;

namespace {

// As long as a printed card's.
std::string BadgeText(std::uint8_t which = 1) {
  Badge badge;
  badge.county = 990'001;
  badge.member = "m0" + std::to_string(which);
  badge.issued_s = 1'790'000'000;
  badge.expires_s = 1'820'000'000;
  badge.nonce.fill(which);
  BadgeSecret secret;
  secret.fill(0xc3);
  return SignBadge(badge, SigningKey::FromSeed({1}), secret).Text(true);
}

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

TEST_CASE("of two badges in one picture never one is told alone") {
  for (const double module : {3.0, 4.0, 5.0}) {
    for (const double degrees : {0.0, 8.0, 25.0, 45.0, 100.0}) {
      for (const int black : {30, 90, 150}) {  // of the second, in less and less light
        CAPTURE(module);
        CAPTURE(degrees);
        CAPTURE(black);
        const CodePicture picture = CodePicture(1280, 720)
                                        .Put(BadgeText(1), 320, 360, module, 3)
                                        .Put(BadgeText(2), 960, 360, module, degrees, 235, black);
        CodeScan scan;
        for (int i = 0; i < 8; ++i) {
          CHECK(scan.Read({picture.pixels().data(), 1280, 720, 1280}).size() != 1);
        }
      }
    }
  }
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

TEST_CASE("a lamp that lights up the picture does not put itself out") {
  Darkness darkness;
  const auto see = [&](int light, int pictures) {
    for (int i = 0; i < pictures; ++i) darkness.See(light);
    return darkness.dark();
  };
  CHECK_FALSE(see(20, 3));  // a hand before the lens
  CHECK_FALSE(see(90, 1));
  CHECK(see(20, 10));
  CHECK(see(100, 100));  // by its own light
  CHECK_FALSE(see(180, 10));
}

TEST_CASE("badges on a bad day are read, most of them in the first frame") {
  // Of kStrengths each; within half a second at fifteen frames a second.
  const std::map<std::string_view, int> floors = {
      {"plain", 6},    {"inverted", 6}, {"mirrored", 6},       {"both", 6},     {"rotated", 6},
      {"tilted", 3},   {"blur", 5},     {"noise", 4},          {"contrast", 5}, {"glare", 6},
      {"quiet", 4},    {"striped", 4},  {"small", 5},          {"covered", 5},  {"screen", 6},
      {"wrinkled", 3}, {"shadow", 6},   {"inverted screen", 6}};
  constexpr int kFrames = 8;
  int all = 0, at_once = 0;
  std::string table;
  for (const std::string_view kind : DegradedKinds()) {
    int read = 0;
    table += "\n" + std::string(kind) + std::string(17 - kind.size(), ' ');
    for (int strength = 1; strength <= kStrengths; ++strength) {
      const auto pixels = DegradedPicture(BadgeText(), {kind, strength});
      const GreyPicture picture{pixels.data(), kDegradedWidth, kDegradedHeight, kDegradedWidth};
      CodeScan scan;
      int frame = 1;
      while (frame <= kFrames && scan.Read(picture) != std::vector{BadgeText()}) ++frame;
      read += frame <= kFrames;
      at_once += frame == 1;
      table += frame <= kFrames ? static_cast<char>('0' + frame) : '-';
    }
    all += read;
    CAPTURE(kind);
    CHECK(read >= floors.at(kind));
  }
  MESSAGE("the frame in which each was read, from weak to strong:" << table);
  CHECK(DegradedKinds().size() * kStrengths >= 90);
  CHECK(all >= 94);
  CHECK(at_once >= 85);
}
