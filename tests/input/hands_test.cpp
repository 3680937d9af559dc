#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <functional>

#include "corpus.h"
#include "hand.h"
#include "input/ink/ink_model.h"
#include "input/words/input_data.h"

namespace studio {
namespace {

struct Rates {
  double first = 0, page = 0;  // in percent
};

using Distort = std::function<std::optional<Ink>(Hand&, const Ink&)>;

// The characters that no weight was chosen by, each in another hand.
Rates RatesOf(const InkModel& model, const char* name, const Distort& distort) {
  Rates rates;
  double asked = 0;
  std::uint32_t seed = 20'261'201;
  for (const Drawn& drawn : DrawnCharacters("ink_lines.txt")) {
    Hand hand(seed++);
    const auto ink = distort(hand, hand.Write(drawn.ink));
    if (!ink) continue;
    ++asked;
    const auto ranked = model.Rank(*ink);
    const auto found = std::find(ranked.begin(), ranked.end(), drawn.text);
    rates.first += found == ranked.begin() && !ranked.empty() ? 1 : 0;
    rates.page += found != ranked.end() ? 1 : 0;
  }
  rates = {rates.first * 100 / asked, rates.page * 100 / asked};
  std::printf("ink, %-28s %3.0f characters: first %5.1f %%  top eight %5.1f %%\n", name, asked,
              rates.first, rates.page);
  return rates;
}

}  // namespace

TEST_CASE("what a hand writes is on the page, however its strokes hang together") {
  const auto model = InkModel::Open(kInkModel, CompiledData());
  REQUIRE(model);
  const auto clean =
      RatesOf(*model, "stroke by stroke", [](Hand&, const Ink& ink) { return std::optional(ink); });
  CHECK(clean.page >= 99.5);
  CHECK(clean.first >= 90);
  CHECK(RatesOf(*model, "three strokes in one line", [](Hand& hand, const Ink& ink) {
          return hand.InOneLine(ink, 3);
        }).page >= 80);
  CHECK(RatesOf(*model, "two joins", [](Hand& hand, const Ink& ink) {
          return hand.TwoJoins(ink);
        }).page >= 90);
  CHECK(RatesOf(*model, "a corner as two strokes", [](Hand& hand, const Ink& ink) {
          return hand.CornerSplit(ink);
        }).page >= 95);
  CHECK(RatesOf(*model, "two pairs swapped", [](Hand& hand, const Ink& ink) {
          return hand.TwoSwaps(ink);
        }).page >= 95);
}

}  // namespace studio
