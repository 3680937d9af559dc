#include "media/code_scan.h"

#include <doctest/doctest.h>

#include <map>

#include "badge_text.h"
#include "code_picture.h"
#include "degraded_picture.h"

using namespace studio;

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

TEST_CASE("of two badges without quiet zones or on creased paper never one is told alone") {
  for (const std::string_view kind : {"quiet", "striped", "wrinkled"}) {
    for (const int strength : {4, 5, 6}) {
      CAPTURE(kind);
      CAPTURE(strength);
      const auto left = DegradedPicture(BadgeText(1), {kind, strength});
      const auto right = DegradedPicture(BadgeText(2), {kind, strength});
      std::vector<std::uint8_t> both(left.size());
      for (std::size_t at = 0; at < both.size(); ++at)
        both[at] = at % kDegradedWidth < kDegradedWidth / 2 ? left[at + kDegradedWidth / 4]
                                                            : right[at - kDegradedWidth / 4];
      CodeScan scan;
      for (int i = 0; i < 16; ++i)
        CHECK(scan.Read({both.data(), kDegradedWidth, kDegradedHeight, kDegradedWidth}).size() !=
              1);
    }
  }
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
      {"quiet", 6},    {"striped", 6},  {"small", 6},          {"covered", 5},  {"screen", 6},
      {"wrinkled", 5}, {"shadow", 6},   {"inverted screen", 6}};
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
  CHECK(all >= 102);
  CHECK(at_once >= 85);
}
