// What keyboards of wood, scanners and the county's texts bring onto the pages.
#include <doctest/doctest.h>

#include "pages.h"
#include "shared/base/clean_text.h"
#include "shared/base/utf8.h"
#include "test_support/nasty_texts.h"
#include "ui/kit/fonts.h"

using namespace studio;

namespace {

// The characters drawn for a text that are neither in the face nor nothing.
std::u32string Boxes(Fonts& fonts, Weight weight, std::string_view text) {
  std::u32string boxes;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t shown = ShownAs(fonts, weight, NextCodePoint(text, at));
    if (shown != 0 && fonts.GlyphOf(FaceOf(weight), shown) == 0) boxes += shown;
  }
  return boxes;
}

}  // namespace

TEST_CASE("no text is drawn with boxes, whatever it was written with") {
  auto fonts = Fonts::Open({});
  REQUIRE(fonts);
  for (const Weight weight : {Weight::kRegular, Weight::kBold}) {
    for (const NastyText& nasty : kNastyTexts) {
      CHECK_MESSAGE(Boxes(**fonts, weight, nasty.written).find(U'\uFFFD') == std::u32string::npos,
                    nasty.written);
      CHECK_MESSAGE(Boxes(**fonts, weight, nasty.as_lines).empty(), nasty.written);
    }
    for (const std::string_view blank : kBlankTexts) CHECK(Boxes(**fonts, weight, blank).empty());
    for (const char* text :
         {"👍🏽", "❤️‍🔥", "🇨🇳", "\uE000\U000F0000", "①②", "℃", "☎"}) {
      CHECK_MESSAGE(Boxes(**fonts, weight, text).empty(), text);
    }
    CHECK(ShownAs(**fonts, weight, U'👍') == 0);
    CHECK(ShownAs(**fonts, weight, U'\uE000') == U'〓');
    CHECK(ShownAs(**fonts, weight, U'\n') == U' ');
    CHECK(AdvanceOf(**fonts, weight, 40, U'\u200B') == 0);
  }
}

TEST_CASE("nobody goes on with words or a name that nobody can see") {
  for (const std::string_view blank : {"　　", "\u200B", " \t", "👍"}) {
    ScreenRig rig({});
    rig.Run(kToWords);
    rig.Type(blank);
    rig.Rest();
    rig.Run("tap 下一步\nabsent 留姓名\n");
    rig.Type("路灯坏了");
    rig.Rest();
    rig.Run("tap 下一步\ntap 留姓名\n");
    rig.Type(blank);
    rig.Rest();
    rig.Run("tap 下一步\nexpect 留姓名\n");
    CHECK(rig.store.filed.empty());
  }
}

TEST_CASE("digits typed in any width or script fill a number") {
  for (const std::string_view typed : {"001857771", "００１８５７７７１", "٠٠١٨٥٧٧٧١"}) {
    ScreenRig rig({});
    rig.Run("tap 查进度\n");
    rig.Type(typed);
    rig.Rest();
    rig.Run("expect 001 85777 1\n");
  }
}
