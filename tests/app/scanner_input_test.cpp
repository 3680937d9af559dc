#include "app/scanner_input.h"

#include <doctest/doctest.h>

using namespace studio;

namespace {

const std::string kCode = "MS1:6BFOXN*TS0BI$ZD";

// Typed character by character, so many milliseconds apart, Enter at the end.
std::optional<std::string> Typed(ScannerInput& scanner, const std::string& text, std::int64_t apart,
                                 std::int64_t& now, Key end = Key::kEnter) {
  std::optional<std::string> out;
  for (const char letter : text) {
    now += apart;
    out = scanner.Take(std::string(1, letter), {}, now);
    CHECK_FALSE(out);
  }
  now += apart;
  return scanner.Take("", {end}, now);
}

}  // namespace

TEST_CASE("what a hand scanner types is a code, one after another") {
  ScannerInput scanner;
  std::int64_t now = 5000;
  for (const std::int64_t apart : {1, 8, 25}) CHECK(Typed(scanner, kCode, apart, now) == kCode);
  CHECK(Typed(scanner, "https://example.test/", 2, now) == "https://example.test/");
}

TEST_CASE("a code that came within one frame is one, also with its Enter") {
  ScannerInput scanner;
  CHECK(scanner.Take(kCode, {Key::kEnter}, 5000) == kCode);
}

TEST_CASE("a page that is slow to draw breaks no code") {
  ScannerInput scanner;
  CHECK_FALSE(scanner.Take(kCode.substr(0, 2), {}, 5000));
  CHECK_FALSE(scanner.Take(kCode.substr(2, 5), {}, 5120));
  CHECK_FALSE(scanner.Take(kCode.substr(7), {}, 5240));
  CHECK(scanner.Take("", {Key::kEnter}, 5260) == kCode);
}

TEST_CASE("what somebody types by hand is none") {
  ScannerInput scanner;
  std::int64_t now = 5000;
  CHECK_FALSE(Typed(scanner, "13800000000", 90, now));
  CHECK_FALSE(Typed(scanner, "138000", 300, now));
}

TEST_CASE("nor what Enter does not end, or hardly begins") {
  ScannerInput scanner;
  std::int64_t now = 5000;
  CHECK_FALSE(Typed(scanner, kCode, 2, now, Key::kTab));
  CHECK_FALSE(Typed(scanner, "12", 2, now));
  CHECK_FALSE(Typed(scanner, "", 2, now));
  CHECK_FALSE(scanner.Take(std::string(3000, 'A'), {Key::kEnter}, now));
  CHECK(Typed(scanner, kCode, 2, now) == kCode);
}

TEST_CASE("what was typed before a pause is not part of the code") {
  ScannerInput scanner;
  CHECK_FALSE(scanner.Take("abc", {}, 5000));
  std::int64_t now = 6000;
  CHECK(Typed(scanner, kCode, 2, now) == kCode);
}
