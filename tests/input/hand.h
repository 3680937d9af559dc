// A hand that writes centre lines as people do: seeded, so that it writes the same each time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>

#include "shared/record/ink.h"

namespace studio {

class Hand {
 public:
  explicit Hand(std::uint32_t seed) : random_(seed) {}

  // Slanted, squeezed and shaken a little, each stroke by itself as well; points as close as a
  // screen reports them.
  Ink Write(const Ink& centre_lines);

  // These need as many strokes, or a stroke with a corner; nothing where there are none.
  std::optional<Ink> InOneLine(const Ink& ink, std::size_t strokes);  // neighbours, in one line
  std::optional<Ink> TwoJoins(const Ink& ink);     // two pairs of neighbours, each in one line
  std::optional<Ink> CornerSplit(const Ink& ink);  // lifted at a corner
  std::optional<Ink> TwoSwaps(const Ink& ink);     // two pairs of neighbours in the other order

 private:
  double Around(double most) { return most * (2 * Unit() - 1); }
  double Unit() { return static_cast<double>(random_() % 65536) / 65536; }
  std::size_t Below(std::size_t end) { return random_() % end; }
  // Where two pairs of neighbours begin that share no stroke.
  std::optional<std::pair<std::size_t, std::size_t>> TwoPairs(std::size_t strokes);

  std::mt19937 random_;
};

}  // namespace studio
