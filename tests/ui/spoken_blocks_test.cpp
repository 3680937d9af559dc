#include "ui/press/spoken_blocks.h"

#include <doctest/doctest.h>

using namespace studio;

namespace {

constexpr Rect kScreen{0, 0, 1080, 1920};

std::string Spoken(const ScreenText& screen) {
  std::string out;
  for (const SpokenBlock& block : SpokenBlocks(screen)) {
    for (const std::string& sentence : block.sentences) out += sentence + ",";
    out += "|";
  }
  return out;
}

}  // namespace

TEST_CASE(
    "a page is read from the top: what stands alone, and each target with all that is on it") {
  ScreenText screen;
  screen.AddText("下一步", {700, 1800, 200, 60}, kScreen);
  screen.AddText("您要说的是哪方面的事？", {40, 200, 900, 80}, kScreen);
  // Two tiles beside each other, each of a title and a hint under it.
  screen.AddText("道路桥梁", {60, 400, 300, 50}, kScreen);
  screen.AddText("用水用电", {600, 400, 300, 50}, kScreen);
  screen.AddText("路、桥、路灯", {60, 460, 300, 40}, kScreen);
  screen.AddText("停水、停电", {600, 460, 300, 40}, kScreen);
  screen.AddTappable("道路桥梁", {40, 380, 480, 160}, true, kScreen);
  screen.AddTappable("用水用电", {560, 380, 480, 160}, true, kScreen);
  screen.AddTappable("下一步", {560, 1780, 480, 100}, false, kScreen);
  CHECK(Spoken(screen) ==
        "您要说的是哪方面的事？,|道路桥梁,路、桥、路灯,|用水用电,停水、停电,|下一步,|");
  CHECK(SpokenBlocks(screen)[1].rect.w == 480);
}

TEST_CASE("keys, candidates, what is hidden and what is a secret are not read") {
  ScreenText screen;
  screen.AddText("写一写", {40, 200, 300, 60}, kScreen);
  screen.AddText("q", {40, 1500, 50, 50}, kScreen);
  screen.AddTappable({.label = "q", .rect = {20, 1480, 90, 90}, .taps = Taps::kWriting});
  screen.AddText("村", {140, 1300, 50, 50}, kScreen);
  screen.AddTappable({.label = "村", .rect = {120, 1280, 90, 90}, .taps = Taps::kOffered});
  screen.AddText("5906 1473", {40, 600, 300, 60}, kScreen);
  screen.Quiet({0, 580, 1080, 100});
  screen.AddText("旧的", {40, 800, 300, 60}, kScreen, false, true);
  screen.AddText("看不见的", {40, 2000, 300, 60}, kScreen);
  CHECK(Spoken(screen) == "写一写,|");
}
