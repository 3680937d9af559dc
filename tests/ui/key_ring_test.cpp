#include "ui/press/key_ring.h"

#include <doctest/doctest.h>
#include <stb_image.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "key_page.h"
#include "ui/press/reading_order.h"

using namespace studio;

TEST_CASE("Tab goes round in reading order, Shift-Tab and arrows too, past what is off") {
  KeyPage page;
  page.Look();
  CHECK(page.Around() == "-");
  std::string seen;
  for (int i = 0; i < 4; ++i) {
    page.Key(Key::kTab);
    seen += page.Around();
  }
  CHECK(seen == "一二三一");
  page.Key(Key::kBackTab);
  CHECK(page.Around() == "三");
  page.two_works = false;
  page.Draw();
  page.Key(Key::kLeft);
  CHECK(page.Around() == "一");
  page.Key(Key::kDown);
  CHECK(page.Around() == "三");
  CHECK(page.pressed.empty());
}

TEST_CASE("Enter and the space bar press the middle of what the ring stands around, once") {
  KeyPage page;
  page.Look();
  page.Key(Key::kEnter);
  CHECK(page.draft.text() == "\n");  // no ring: it is the writer's
  page.Key(Key::kTab);
  page.Key(Key::kTab);
  page.Key(Key::kEnter);
  CHECK(page.pressed == "二");
  page.Look();
  page.Type(" ");
  CHECK(page.pressed == "二二");
  page.Look();
  page.Key(Key::kEnter, true);
  page.Type(" ", true);
  CHECK(page.pressed == "二二");  // held down: not again and again
  CHECK(page.draft.text() == "\n");
}

TEST_CASE("a key presses only what has been on the screen as long as a finger needs") {
  KeyPage page;
  page.Draw();
  page.Key(Key::kTab);
  page.Key(Key::kEnter);
  CHECK(page.pressed.empty());
  page.Look();
  page.Key(Key::kEnter);
  CHECK(page.pressed == "一");
}

TEST_CASE("on another page the ring waits before the first target, so Enter presses nothing") {
  KeyPage page;
  page.Look();
  page.Key(Key::kTab);
  page.title = "乙页";
  page.Look();
  CHECK(page.Around().empty());
  page.Key(Key::kEnter);
  CHECK(page.pressed.empty());
  page.Key(Key::kTab);
  CHECK(page.Around() == "一");
}

TEST_CASE("where what the ring stood around is gone, it goes on from there") {
  KeyPage page;
  page.Look();
  page.Key(Key::kTab);
  page.Key(Key::kTab);
  page.two_works = false;
  page.Look();
  CHECK(page.Around().empty());
  page.Key(Key::kEnter);
  CHECK(page.pressed.empty());
  page.Key(Key::kTab);
  CHECK(page.Around() == "三");
}

TEST_CASE("the ring goes with a touch and with what is typed, and Enter is the writer's again") {
  KeyPage page;
  page.Look();
  page.Key(Key::kTab);
  page.Touch(1000, 1800);
  CHECK(page.Around() == "-");
  page.Key(Key::kTab);
  CHECK(page.Around() == "二");
  page.Type("路");
  CHECK(page.Around() == "-");
  page.Look();
  page.Key(Key::kEnter);
  CHECK(page.draft.text() == "路\n");
  CHECK(page.pressed.empty());
}

TEST_CASE("a hand scanner's Enter presses nothing, whatever it read and however slowly") {
  for (const std::string_view code : {"411281037", "37", "1"}) {
    for (const std::int64_t apart : {0, 50, 200}) {
      KeyPage page;
      page.Look();
      page.Key(Key::kTab);
      for (const char c : code) {
        InputEvent event;
        event.kind = InputEvent::Kind::kText;
        event.text = std::string(1, c);
        page.Give(event);
        page.clock.Advance(apart);
      }
      page.Key(Key::kEnter);
      page.Look();
      CHECK_MESSAGE(page.pressed.empty(), code);
    }
  }
}

TEST_CASE("a hand scanner that ends with Tab and Enter presses nothing either") {
  for (const std::int64_t apart : {0, 50, 120}) {
    KeyPage page;
    page.Look();
    page.Key(Key::kTab);
    for (const char c : std::string_view("37")) {
      InputEvent event;
      event.kind = InputEvent::Kind::kText;
      event.text = std::string(1, c);
      page.Give(event);
      page.clock.Advance(apart);
    }
    page.Key(Key::kTab);
    page.clock.Advance(apart);
    page.Key(Key::kEnter);
    page.Look();
    CHECK(page.Around() == "-");
    CHECK_MESSAGE(page.pressed.empty(), apart);
  }
}

TEST_CASE("left and right move the caret where people write, until the ring is there") {
  KeyPage page;
  page.other = [](Frame& frame) { PressArea(frame, kOne, "字", {.taps = Taps::kWriting}); };
  page.Look();
  page.Type("路灯");
  page.Key(Key::kLeft);
  CHECK(page.Around() == "-");
  page.Type("口");
  CHECK(page.draft.text() == "路口灯");
  page.Look();
  page.Key(Key::kTab);
  page.Key(Key::kLeft);
  CHECK(page.Around() == "字");
  page.Type("的");
  CHECK(page.draft.text() == "路口的灯");
}

TEST_CASE("around the text that is written keys are the writer's, and the ring goes on from it") {
  KeyPage page;
  page.other = [&](Frame& frame) {
    PressArea(frame, kOne, "字", {.taps = Taps::kWriting, .text = true});
    if (PressArea(frame, kThree, "三").tapped) page.pressed += "三";
  };
  page.Look();
  page.Key(Key::kTab);
  page.Type(" ");
  CHECK(page.draft.text() == " ");
  CHECK(page.Around() == "-");
  page.Look();
  page.Key(Key::kBackTab);
  REQUIRE(page.Around() == "三");
  page.Key(Key::kTab);
  REQUIRE(page.Around() == "字");
  page.Key(Key::kEnter);
  CHECK(page.draft.text() == " \n");
  page.Look();
  page.Key(Key::kTab);
  CHECK(page.Around() == "三");
  page.Key(Key::kUp);
  REQUIRE(page.Around() == "字");
  page.Key(Key::kLeft);
  page.Type("路");
  CHECK(page.draft.text() == " 路\n");
  CHECK(page.pressed.empty());
}

TEST_CASE("F12 shows what ImGui knows of a page in a debug build, and nothing in any other") {
  KeyPage page;
  page.Look();
  const auto path = std::filesystem::path(STUDIO_BINARY_DIR) / "metrics.png";
  const auto shot = [&] {
    REQUIRE(page.host->Shot(path));
    std::ifstream file(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
  };
  const std::string before = shot();
  page.Key(Key::kF12);
  page.Draw();
#ifdef NDEBUG
  CHECK(shot() == before);
#else
  CHECK(shot() != before);
#endif
  page.Key(Key::kF12);
  page.Draw();
  CHECK(shot() == before);
}

TEST_CASE("the ring is seen over what it stands around: dark and bright, on the drawing") {
  KeyPage page;
  page.other = [](Frame& frame) { PrimaryButton(frame, {0, 1800, 400, 120}, "下一步"); };
  page.Look();
  page.Key(Key::kTab);
  const auto path = std::filesystem::path(STUDIO_BINARY_DIR) / "ring.png";
  REQUIRE(page.host->Shot(path));
  int width = 0, height = 0, channels = 0;
  unsigned char* const pixels = stbi_load(path.c_str(), &width, &height, &channels, 3);
  REQUIRE(pixels != nullptr);
  int dark = 0, bright = 0;
  for (int y = 1780; y < 1860; ++y) {  // across its upper edge
    const unsigned char* const p = pixels + (y * width + 200) * 3;
    dark += p[0] < 40 && p[1] < 40 && p[2] < 40 ? 1 : 0;
    bright += p[0] > 200 && p[1] > 180 && p[2] < 80 ? 1 : 0;
  }
  stbi_image_free(pixels);
  CHECK(dark >= 6);
  CHECK(bright >= 6);
  const Rect drawn = page.host->Screen().TheRing()->drawn;
  CHECK(drawn.x >= 0);
  CHECK(drawn.Bottom() <= 1920);
}

TEST_CASE("what stands in rows is read in rows, what stands in columns in columns") {
  std::vector<Tappable> targets;
  const auto add = [&](std::string label, const Rect& rect) {
    targets.push_back({.label = std::move(label), .rect = rect});
  };
  add("丁", {600, 300, 300, 80});
  add("丙", {600, 100, 300, 80});
  add("己", {0, 900, 900, 80});
  add("甲", {0, 100, 500, 600});  // beside the two of them
  add("戊", {600, 620, 300, 80});
  std::string read;
  for (const Tappable* one : InReadingOrder(targets)) read += one->label;
  CHECK(read == "甲丙丁戊己");
}
