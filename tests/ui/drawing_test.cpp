#include <doctest/doctest.h>
#include <stb_image.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "../app/fakes/fake_request_store.h"
#include "gallery.h"
#include "ui/host/ui_host.h"
#include "ui/kit/atlas.h"
#include "ui/kit/screen_text.h"

using namespace studio;

namespace {

constexpr void (Gallery::*kPages[])(Frame&) = {&Gallery::DrawHome, &Gallery::DrawCategories,
                                               &Gallery::DrawRows, &Gallery::DrawWords};
struct Size {
  int width, height;
};
constexpr Size kSizes[] = {{1080, 1920}, {1920, 1080}};

std::unique_ptr<UiHost> Draw(Size size, void (Gallery::*page)(Frame&), ThemeChoice choice = {}) {
  auto host = std::move(*UiHost::Headless(size.width, size.height));
  host->SetTheme(choice);
  Gallery gallery;
  host->DrawFrame(TestClock(), [&](Frame& frame) { (gallery.*page)(frame); });
  return host;
}

struct Picture {
  int width = 0, height = 0;
  unsigned char* pixels = nullptr;
  explicit Picture(const std::filesystem::path& path) {
    int channels = 0;
    pixels = stbi_load(path.c_str(), &width, &height, &channels, 3);
  }
  ~Picture() { stbi_image_free(pixels); }
  Picture(const Picture&) = delete;
  Picture& operator=(const Picture&) = delete;
  Colour At(int x, int y) const {
    const unsigned char* p = pixels + (y * width + x) * 3;
    return {p[0], p[1], p[2], 255};
  }
};

std::filesystem::path ShotPath(const std::string& name) {
  const auto folder = std::filesystem::path(STUDIO_BINARY_DIR) / "gallery";
  std::filesystem::create_directories(folder);
  return folder / (name + ".png");
}

}  // namespace

TEST_CASE("no touch target is smaller than the floor, in any look and either way round") {
  for (const Size size : kSizes)
    for (const auto page : kPages)
      for (const ThemeChoice choice : {ThemeChoice{}, ThemeChoice{true, true}}) {
        const auto host = Draw(size, page, choice);
        REQUIRE_FALSE(host->Screen().Tappables().empty());
        for (const Tappable& tappable : host->Screen().Tappables()) {
          CAPTURE(tappable.label);
          CHECK(tappable.rect.w >= 80);
          CHECK(tappable.rect.h >= 80);
        }
      }
}

TEST_CASE("no text is smaller than the floor") {
  for (const ThemeChoice choice : {ThemeChoice{}, ThemeChoice{false, true}}) {
    const Sizes size = Theme::For(choice, 1080, 1920).size;
    for (const float type : {size.body, size.small, size.button, size.section_title})
      CHECK(type >= 34);
    CHECK(size.body >= 40);
  }
}

TEST_CASE("colours that carry text keep seven to one against what they lie on") {
  const auto linear = [](int value) {
    const double s = value / 255.0;
    return s <= 0.04045 ? s / 12.92 : std::pow((s + 0.055) / 1.055, 2.4);
  };
  const auto light = [&](Colour c) {
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
  };
  const auto contrast = [&](Colour a, Colour b) {
    const double high = std::max(light(a), light(b)), low = std::min(light(a), light(b));
    return (high + 0.05) / (low + 0.05);
  };
  for (const bool high : {false, true}) {
    const Palette c = Theme::For({high, false}, 1080, 1920).colour;
    CAPTURE(high);
    // Also while a finger is on it.
    for (const Colour back :
         {c.paper, c.card, c.well, c.pressed, c.keyboard_bed, c.track, c.sand_tint.back}) {
      CHECK(contrast(c.ink, back) >= 7);
      CHECK(contrast(c.soft_ink, back) >= 7);
      CHECK(contrast(c.icon, back) >= 3);
    }
    CHECK(contrast(c.ink, c.dark_key) >= 7);
    for (const Colour back : {c.red, c.red_pressed}) CHECK(contrast(c.on_red, back) >= 7);
    for (const Colour back : {c.paper, c.card, c.well}) {
      for (const Colour strong : {c.red, c.jade, c.amber}) CHECK(contrast(strong, back) >= 7);
      CHECK(contrast(c.outline, back) >= 3);
    }
    for (const Tone tone : {Tone::kSand, Tone::kJade, Tone::kAmber, Tone::kRed}) {
      const Tint& tint = c.TintOf(tone);
      CHECK(contrast(tint.ink, tint.back) >= 7);
      CHECK(contrast(c.ink, tint.back) >= 7);
      CHECK(contrast(c.Strong(tone), tint.back) >= 3);
      CHECK(contrast(tint.ink, c.card) >= 7);  // a word beside its mark
      CHECK(contrast(tint.ink, c.paper) >= 7);
    }
    CHECK(contrast(c.red_tint.ink, c.red_tint_pressed) >= 7);
  }
}

TEST_CASE("a shot is the page: paper at the edge, a red card with white writing on it") {
  const auto host = Draw(kSizes[0], &Gallery::DrawHome);
  const auto path = ShotPath("home");
  REQUIRE(host->Shot(path));
  const Picture picture(path);
  REQUIRE(picture.pixels != nullptr);
  CHECK(picture.width == 1080);
  CHECK(picture.height == 1920);
  CHECK(picture.At(5, 5) == Colour::Hex(0xFBF7EF));
  CHECK(picture.At(950, 620) == Colour::Hex(0xA3201C));
  int white = 0;
  for (int x = 310; x < 640; ++x) white += picture.At(x, 690) == Colour::Hex(0xFFFFFF) ? 1 : 0;
  CHECK(white > 20);
  CHECK(host->Shot("/nowhere/at/all.png").error().kind == ErrorKind::kStorage);
}

TEST_CASE("the same page drawn twice is the same picture") {
  const auto shot = [](const char* name) {
    const auto path = ShotPath(name);
    REQUIRE(Draw(kSizes[1], &Gallery::DrawRows)->Shot(path));
    std::ifstream file(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
  };
  CHECK(shot("once") == shot("twice"));
}

TEST_CASE("every text on the page can be found, whole, though it is wrapped or cut") {
  const auto host = Draw(kSizes[0], &Gallery::DrawRows);
  CHECK(host->Screen().Shows("村里和委员都看不到您的名字，只有县政协的经办人能看到。"));
  CHECK_FALSE(host->Screen().Shows("示例村##"));
  CHECK(host->Screen().Print().find("登记单") < host->Screen().Print().find("登记号"));
}

TEST_CASE("more glyphs than the pages hold are drawn all the same, now and later") {
  auto host = std::move(*UiHost::Headless(1080, 1920));
  // 3,000 characters of 60 pixels are more than the atlas keeps.
  for (int round = 0; round < 6; ++round)
    host->DrawFrame(TestClock(), [&](Frame& frame) {
      std::string text;
      for (int i = 0; i < 500; ++i) {
        const int code = 0x4E00 + round * 500 + i;
        text += static_cast<char>(0xE0 | code >> 12);
        text += static_cast<char>(0x80 | (code >> 6 & 0x3F));
        text += static_cast<char>(0x80 | (code & 0x3F));
      }
      DrawWrapped(frame, frame.area.Inset(20), text, TextStyle::Of(60));
    });
  Gallery gallery;
  host->DrawFrame(TestClock(), [&](Frame& frame) { gallery.DrawHome(frame); });
  REQUIRE(host->Shot(ShotPath("after-many")));
  REQUIRE(Draw(kSizes[0], &Gallery::DrawHome)->Shot(ShotPath("fresh")));
  const Picture after(ShotPath("after-many")), fresh(ShotPath("fresh"));
  CHECK(std::equal(after.pixels, after.pixels + 1080 * 1920 * 3, fresh.pixels));
}
