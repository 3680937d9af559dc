#include <doctest/doctest.h>

#include <algorithm>

#include "shared/base/utf8.h"
#include "ui/kit/fonts.h"

using namespace studio;

namespace {

int InkOf(const GlyphBitmap& bitmap) {
  return static_cast<int>(std::count_if(bitmap.coverage.begin(), bitmap.coverage.end(),
                                        [](std::uint8_t value) { return value > 64; }));
}

}  // namespace

TEST_CASE("characters of people's names are drawn, also beyond the basic plane") {
  auto fonts = Fonts::Open({});
  REQUIRE(fonts);
  for (const char32_t code : {U'\U0002CC56', U'㛃', U'\U0002B5AF', U'示'}) {
    for (const FaceId face : {FaceId::kRegular, FaceId::kBold}) {
      const std::uint32_t glyph = (*fonts)->GlyphOf(face, code);
      REQUIRE(glyph != 0);
      const GlyphBitmap bitmap = (*fonts)->Rasterise(face, 40, glyph);
      CHECK(InkOf(bitmap) > 100);
      CHECK(bitmap.coverage != MissingBox(**fonts, 40, code).coverage);
    }
  }
}

TEST_CASE("a character that no face has is a box with its own number") {
  auto fonts = Fonts::Open({});
  REQUIRE(fonts);
  CHECK((*fonts)->GlyphOf(FaceId::kRegular, 0xF0000) == 0);
  const GlyphBitmap box = MissingBox(**fonts, 40, 0xF0000);
  CHECK(InkOf(box) > 100);
  CHECK(box.coverage != MissingBox(**fonts, 40, 0xF0001).coverage);
  CHECK(AdvanceOf(**fonts, Weight::kRegular, 40, 0xF0000) == doctest::Approx(40));
}

TEST_CASE("icons are found by their names, and a wrong name finds none") {
  auto fonts = Fonts::Open({});
  REQUIRE(fonts);
  std::uint32_t before = 0;
  for (const char* name : {"check_circle", "alt_route", "check", "10k", "record_voice_over"}) {
    const std::uint32_t glyph = (*fonts)->IconOf(name);
    CHECK_MESSAGE(glyph != 0, name);
    CHECK(glyph != before);
    CHECK(InkOf((*fonts)->Rasterise(FaceId::kIcons, 48, glyph)) > 50);
    before = glyph;
  }
  CHECK((*fonts)->IconOf("no_such_icon_here") == 0);
  CHECK((*fonts)->IconOf("") == 0);
}

TEST_CASE("digits are equally wide, so the clock does not tremble") {
  auto fonts = Fonts::Open({});
  REQUIRE(fonts);
  for (const Weight weight : {Weight::kRegular, Weight::kBold})
    for (char32_t digit = U'1'; digit <= U'9'; ++digit)
      CHECK(AdvanceOf(**fonts, weight, 76, digit) ==
            doctest::Approx(AdvanceOf(**fonts, weight, 76, U'0')));
}

TEST_CASE("a missing font is an error that names it") {
  FontFiles files;
  files.bold = "/nowhere/bold.ttc";
  const auto fonts = Fonts::Open(files);
  REQUIRE_FALSE(fonts);
  CHECK(fonts.error().kind == ErrorKind::kNotFound);
  CHECK(fonts.error().detail.find("/nowhere/bold.ttc") != std::string::npos);
  files.bold = files.icons;
  CHECK(Fonts::Open(files).error().kind == ErrorKind::kMalformed);
}

TEST_CASE("bytes that are not UTF-8 become replacement characters, one each") {
  const auto decode = [](std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) out += NextCodePoint(text, at);
    return out;
  };
  CHECK(decode("a路\xF0\xAC\xB1\x96") == U"a路\U0002CC56");
  CHECK(decode("\xC0\x80") == U"\uFFFD\uFFFD");        // overlong
  CHECK(decode("\xED\xA0\x80").front() == U'\uFFFD');  // a surrogate
  CHECK(decode("x\xE8\xB7") == U"x\uFFFD\uFFFD");      // cut short
  CHECK(decode("\xF5z") == U"\uFFFDz");
}
