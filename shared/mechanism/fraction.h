// Points as people reckon them: halves, quarters and thirds, exactly. A value.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace studio {

// Always reduced, with a positive denominator. What does not fit 64 bits throws
// std::overflow_error.
class Fraction {
 public:
  constexpr Fraction() = default;
  constexpr Fraction(std::int64_t whole) : over_(whole) {}  // NOLINT: a number is a fraction
  Fraction(std::int64_t over, std::int64_t under);          // `under` is not 0

  // "7", "-2", "7.5", "1/3"; up to nine digits on a side. nullopt: anything else.
  static std::optional<Fraction> Parse(std::string_view text);

  std::int64_t over() const { return over_; }
  std::int64_t under() const { return under_; }
  bool IsWhole() const { return under_ == 1; }
  // "7.5" where a few decimals say it exactly, else "1/3" or "2+1/3".
  std::string Text() const;
  // What Parse reads back, whatever the figure: "15/2".
  std::string ExactText() const;

  Fraction operator-() const { return {-over_, under_}; }
  friend Fraction operator+(const Fraction& a, const Fraction& b);
  friend Fraction operator-(const Fraction& a, const Fraction& b) { return a + -b; }
  friend Fraction operator*(const Fraction& a, const Fraction& b);
  friend Fraction operator/(const Fraction& a, const Fraction& b);  // `b` is not 0
  Fraction& operator+=(const Fraction& other) { return *this = *this + other; }
  Fraction& operator-=(const Fraction& other) { return *this = *this - other; }
  friend bool operator==(const Fraction&, const Fraction&) = default;
  friend std::strong_ordering operator<=>(const Fraction& a, const Fraction& b);

 private:
  std::int64_t over_ = 0, under_ = 1;
};

// For bars: how much of what is owed is done, 0 to 1; where nothing is owed, 1.
float ShareDone(const Fraction& done, const Fraction& owed);

// To the nearest multiple of `step` (> 0): a half goes away from zero, as people round.
Fraction RoundHalfUp(const Fraction& value, const Fraction& step);
// To the next multiple of `step` that is not above.
Fraction RoundDown(const Fraction& value, const Fraction& step);

}  // namespace studio
