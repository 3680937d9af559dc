#include "shared/base/shown_text.h"

#include <doctest/doctest.h>

#include <string>

#include "shared/base/json.h"
#include "shared/base/utf8.h"
#include "test_support/nasty_texts.h"

using namespace studio;

TEST_CASE("what people wrote cannot steer the terminal that it is printed on") {
  CHECK(ShownText("\x1b[2J\x1b]0;t\a路") == "\\u{1b}[2J\\u{1b}]0;t\\u{7}路");
  CHECK(ShownText("一\r\n二\t三\v\f\x7f") == "一\\u{d}\\u{a}二\\u{9}三\\u{b}\\u{c}\\u{7f}");
  CHECK(ShownText(std::string_view("\0a", 2)) == "\\u{0}a");
  CHECK(ShownText("\u0085\u009b31m") == "\\u{85}\\u{9b}31m");
  CHECK(ShownText("甲\u2028乙\u2029丙") == "甲\\u{2028}乙\\u{2029}丙");
}

TEST_CASE("marks of reading direction are seen") {
  CHECK(ShownText("\u202eexe.txt\u202c") == "\\u{202e}exe.txt\\u{202c}");
  CHECK(ShownText("\u061c\u200e\u200f\u202a\u202b\u202d\u2066\u2067\u2068\u2069\u206a\u206f") ==
        "\\u{61c}\\u{200e}\\u{200f}\\u{202a}\\u{202b}\\u{202d}\\u{2066}\\u{2067}\\u{2068}\\u{2069}"
        "\\u{206a}\\u{206f}");
}

TEST_CASE("a byte that is no UTF-8 is seen as its value") {
  CHECK(ShownText("\x9b"
                  "31m\xff\xc0\x80") == "\\u{9b}31m\\u{ff}\\u{c0}\\u{80}");
  CHECK(ShownText("路\xe8\xb7") == "路\\u{e8}\\u{b7}");
  CHECK(ShownText("\xed\xa0\x80") == "\\u{ed}\\u{a0}\\u{80}");
}

TEST_CASE("words are printed as they are written") {
  const std::string words =
      "村口的路坏了，\"能修吗\"？ 𬱖·é 👨‍👩‍👧 \\u{1b} C:\\a "
      "\uFFFD\u00a0\u3000";
  CHECK(ShownText(words) == words);
  CHECK(ShownText("").empty());
}

TEST_CASE("whatever was written is one line of UTF-8, and printing it twice changes nothing more") {
  std::string all;
  for (const NastyText& nasty : kNastyTexts) all += nasty.written;
  for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
  const std::string shown = ShownText(all);
  CHECK(IsUtf8(shown));
  for (const char byte : shown) CHECK(static_cast<unsigned char>(byte) >= 0x20);
  CHECK(ShownText(shown) == shown);
}

TEST_CASE("JSON for people stays the same JSON, and shows its marks by its own escapes") {
  const nlohmann::json told = {{"words", "\x1b[2J\u009b31m\u202e路\x7f\u2028\n\u0085"}};
  for (const int indent : {-1, 1}) {
    const std::string shown = ShownJson(told.dump(indent));
    CHECK(nlohmann::json::parse(shown) == told);
    CHECK(shown.find("路") != std::string::npos);
    for (const char* mark : {"\u009b", "\u202e", "\x7f", "\u2028", "\u0085", "\x1b"}) {
      CHECK(shown.find(mark) == std::string::npos);
    }
  }
  CHECK(ShownJson("[\n 1\n]") == "[\n 1\n]");
}
