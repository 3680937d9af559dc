#include "ui/kit/text_layout.h"

#include <doctest/doctest.h>

#include <string>

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

TEST_CASE("words and numbers stay whole, and one that is too long is cut up all the same") {
  TextPage page;
  CHECK(page.Lines("电话 13800000000 号", 280) == Wrapped{"电话", "13800000000", "号"});
  CHECK(page.Lines("08:30 – 11:30", 130) == Wrapped{"08:30", "–", "11:30"});
  CHECK(page.Lines("aaaaaaaaaaaaaaaaaaaa", 100).size() > 3);
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
