#include "shared/mechanism/fraction.h"

#include <doctest/doctest.h>

#include <random>
#include <stdexcept>

using studio::Fraction;

TEST_CASE("what people write as points is read exactly, and nothing else is") {
  CHECK(Fraction::Parse("7") == Fraction(7));
  CHECK(Fraction::Parse("-2") == Fraction(-2));
  CHECK(Fraction::Parse("7.5") == Fraction(15, 2));
  CHECK(Fraction::Parse("-0.25") == Fraction(-1, 4));
  CHECK(Fraction::Parse("1/3") == Fraction(1, 3));
  CHECK(Fraction::Parse("2/6") == Fraction(1, 3));
  for (const char* text : {"", "-", "1/0", "1/", "/3", ".5", "5.", "1e3", "1 2", "--1", "1/-3",
                           "+1", "１", "12345678901", "0x10", "1.2.3"}) {
    CAPTURE(text);
    CHECK_FALSE(Fraction::Parse(text));
  }
}

TEST_CASE("points are shown as people write them") {
  CHECK(Fraction(15, 2).Text() == "7.5");
  CHECK(Fraction(-15, 2).Text() == "-7.5");
  CHECK(Fraction(-1, 2).Text() == "-0.5");
  CHECK(Fraction(3).Text() == "3");
  CHECK(Fraction(1, 3).Text() == "1/3");
  CHECK(Fraction(7, 3).Text() == "2+1/3");
  CHECK(Fraction(1001, 1000).Text() == "1.001");
  CHECK(Fraction(7, 3).ExactText() == "7/3");
}

TEST_CASE("rounding is the one that people do by hand") {
  CHECK(RoundHalfUp(Fraction(5, 2), 1) == 3);
  CHECK(RoundHalfUp(Fraction(-5, 2), 1) == -3);
  CHECK(RoundHalfUp(Fraction(7, 3), Fraction(1, 2)) == Fraction(5, 2));
  CHECK(RoundHalfUp(Fraction(12, 5), 1) == 2);
  CHECK(RoundDown(Fraction(29, 10), 1) == 2);
  CHECK(RoundDown(Fraction(-1, 2), 1) == -1);
}

TEST_CASE("sums are exact in every order") {
  std::mt19937 random(7);
  const auto any = [&] {
    return Fraction(static_cast<std::int64_t>(random() % 2001) - 1000,
                    static_cast<std::int64_t>(random() % 12) + 1);
  };
  for (int i = 0; i < 20'000; ++i) {
    const Fraction a = any(), b = any(), c = any();
    REQUIRE((a + b) + c == a + (c + b));
    REQUIRE(a - b + b == a);
    REQUIRE(a * (b + c) == a * b + a * c);
    REQUIRE((b == 0 || a / b * b == a));
    REQUIRE((a < b) == (b - a > 0));
    REQUIRE(Fraction::Parse(a.ExactText()) == a);
  }
}

TEST_CASE("a figure that is too large is told and not cut") {
  const Fraction large(std::int64_t{1} << 62);
  CHECK_THROWS_AS(large + large, std::overflow_error);
  CHECK_THROWS_AS(large * large, std::overflow_error);
}
