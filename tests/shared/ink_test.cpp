#include "shared/record/ink.h"

#include <doctest/doctest.h>

using namespace studio;

TEST_CASE("ink comes back from its text as it was drawn") {
  const Ink ink = {{{0, 0}, {1000, 1000}}, {{500, 12}}};
  CHECK(ToText(ink) == "0,0 1000,1000;500,12");
  const auto back = InkFromText(ToText(ink));
  REQUIRE(back);
  CHECK(*back == ink);
}

TEST_CASE("what is no ink is refused") {
  for (const char* text : {"", ";", "1", "1,", ",1", "1,2,3", "1,2  3,4", "1,2 ", "1001,0", "-1,0",
                           "1,2;", "1.5,2", "a,b", "99999,1"}) {
    CAPTURE(text);
    CHECK_FALSE(InkFromText(text).has_value());
  }
  std::string many = "1,1";
  for (std::size_t i = 0; i < kMaxInkPoints; ++i) many += " 1,1";
  CHECK_FALSE(InkStrokeFromText(many).has_value());
}
