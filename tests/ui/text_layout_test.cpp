#include "ui/kit/text_layout.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "shared/base/utf8.h"

using namespace studio;

namespace {

struct TextPage {
  std::unique_ptr<Fonts> fonts = std::move(*Fonts::Open({}));

  std::vector<std::string> Lines(std::string_view text, float width, int max_lines = 0) {
    std::vector<std::string> out;
    for (const TextLine& line : BreakLines(*fonts, Weight::kRegular, 40, text, width, max_lines)) {
      CHECK(line.width <= width + 0.01f);
      out.push_back(std::string(text.substr(line.begin, line.end - line.begin)) +
                    (line.cut ? "…" : ""));
    }
    return out;
  }
};
using Wrapped = std::vector<std::string>;

}  // namespace

TEST_CASE("Chinese is an em a character and breaks anywhere") {
  TextPage page;
  CHECK(LineWidth(*page.fonts, Weight::kRegular, 40, "村口的路灯") == doctest::Approx(200));
  CHECK(page.Lines("村口的路灯坏了", 120) == Wrapped{"村口的", "路灯坏", "了"});
}

TEST_CASE("no line begins with a closing mark or ends with an opening one") {
  TextPage page;
  CHECK(page.Lines("村口的，路灯", 120) == Wrapped{"村口", "的，路", "灯"});
  CHECK(page.Lines("村口《路灯》坏", 120) == Wrapped{"村口", "《路", "灯》坏"});
  CHECK(page.Lines("真的吗？！好", 120) == Wrapped{"真的", "吗？！", "好"});
}

TEST_CASE("a space makes no closing mark begin a line, and no opening one end it") {
  TextPage page;
  CHECK(page.Lines("村口的 ，路灯", 140) == Wrapped{"村口", "的 ，路", "灯"});
  CHECK(page.Lines("村口（ 路灯坏", 140) == Wrapped{"村口", "（ 路灯", "坏"});
}

TEST_CASE("two marks in a row share the blank between them, as in print") {
  TextPage page;
  const auto ems = [&](std::string_view text) {
    return LineWidth(*page.fonts, Weight::kRegular, 100, text) / 100;
  };
  for (const char* one : {"“", "”", "‘", "’", "，", "。", "（", "）", "《", "》", "…"})
    CHECK_MESSAGE(ems(one) == doctest::Approx(1), one);
  CHECK(ems("点“上一步”说") == doctest::Approx(7));
  CHECK(ems("点“上一步”，说") == doctest::Approx(7.5));
  CHECK(ems("写着：“好。”（他）") == doctest::Approx(8.5));
  CHECK(ems("《“好”》") == doctest::Approx(4));
  CHECK(ems("……") == doctest::Approx(2));
  // Where the blank is there is no ink to run into.
  for (const FaceId face : {FaceId::kRegular, FaceId::kBold}) {
    for (const char32_t mark : std::u32string_view(U"，。、；：？！）》」』】〉〕”’")) {
      const GlyphBitmap ink = page.fonts->Rasterise(face, 100, page.fonts->GlyphOf(face, mark));
      CHECK(ink.left + ink.width <= 50);
    }
    for (const char32_t mark : std::u32string_view(U"（《「『【〈〔“‘"))
      CHECK(page.fonts->Rasterise(face, 100, page.fonts->GlyphOf(face, mark)).left >= 50);
  }
}

TEST_CASE("whatever is written and however wide: marks and pairs stay where print has them") {
  constexpr std::string_view kClosers[] = {"，", "。", "、",   "；", "：", "？", "！", "”。",
                                           "）", "》", "？！", "……", "——", "’”", "」", "%"};
  constexpr std::string_view kOpeners[] = {"“", "（", "《", "（“", "「", "‘"};
  constexpr std::string_view kWords[] = {"路灯", "村", "08:30", "A4", "138-0000", "三个小组", " "};
  constexpr std::u32string_view kNeverFirst = U"，。、；：？！）》」』”’…—%";
  constexpr std::u32string_view kNeverLast = U"“（《「‘";
  TextPage page;
  std::mt19937 random(20261130);
  const auto any = [&](const auto& of) { return of[random() % std::size(of)]; };
  for (int i = 0; i < 2000; ++i) {
    std::string text = "村";
    for (unsigned n = 5 + random() % 30; n > 0; --n) {
      text += any(kWords);
      if (random() % 3 == 0) (text += any(kOpeners)) += "口";
      if (random() % 3 == 0) text += any(kClosers);
    }
    CAPTURE(text);
    const float width = 400 + static_cast<float>(random() % 600);
    std::size_t at = 0;
    for (const TextLine& line : BreakLines(*page.fonts, Weight::kRegular, 40, text, width, 0)) {
      CHECK(line.width <= width + 0.01f);
      const std::string_view whole =
          std::string_view(text).substr(line.begin, line.end - line.begin);
      CHECK(line.width == doctest::Approx(LineWidth(*page.fonts, Weight::kRegular, 40, whole)));
      // Nothing but spaces is left out.
      CHECK(text.find_first_not_of(' ', at) >= line.begin);
      at = line.end;
      std::u32string codes;
      for (std::size_t from = 0; from < whole.size();) codes += NextCodePoint(whole, from);
      REQUIRE(!codes.empty());
      CHECK(kNeverFirst.find(codes.front()) == kNeverFirst.npos);
      CHECK(kNeverLast.find(codes.back()) == kNeverLast.npos);
    }
    CHECK(text.find_first_not_of(' ', at) == text.npos);
  }
}

TEST_CASE("words and numbers stay whole, and one that is too long is cut up all the same") {
  TextPage page;
  CHECK(page.Lines("电话 13800000000 号", 280) == Wrapped{"电话", "13800000000", "号"});
  CHECK(page.Lines("08:30 – 11:30", 130) == Wrapped{"08:30", "–", "11:30"});
  CHECK(page.Lines("aaaaaaaaaaaaaaaaaaaa", 100).size() > 3);
  CHECK(page.Lines("13800000000，", 245) == Wrapped{"1380000000", "0，"});
}

TEST_CASE("a line break starts a line, also an empty one") {
  TextPage page;
  CHECK(page.Lines("甲\n\n乙", 400) == Wrapped{"甲", "", "乙"});
  CHECK(page.Lines("", 400) == Wrapped{""});
}

TEST_CASE("the last line that is allowed says that there is more") {
  TextPage page;
  CHECK(page.Lines("村口的路灯坏了两个星期", 120, 2) == Wrapped{"村口的", "路灯…"});
  CHECK(page.Lines("村口的", 120, 1) == Wrapped{"村口的"});
}

TEST_CASE("a width that holds nothing still ends") {
  TextPage page;
  CHECK(BreakLines(*page.fonts, Weight::kRegular, 40, "路灯坏了", 10, 0).size() == 4);
}
