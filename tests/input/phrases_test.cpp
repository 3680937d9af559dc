#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>

#include "corpus.h"
#include "input/rime_engine.h"

namespace studio {
namespace {

struct Rates {
  double first = 0, page = 0;  // in percent
};

Rates Measure(RimeEngine& engine, const char* file, Spelling spelling,
              std::string Phrase::*spelled) {
  engine.SetSpelling(spelling);
  const auto phrases = PhrasesOf(file);
  Rates rates;
  for (const Phrase& phrase : phrases) {
    const auto offered = Offered(engine, PhraseMode::kPinyin, phrase.*spelled);
    const auto found = std::find(offered.begin(), offered.end(), phrase.text);
    if (found == offered.begin() && !offered.empty()) rates.first += 1;
    if (found != offered.end()) rates.page += 1;
  }
  const double percent = 100.0 / static_cast<double>(phrases.size());
  rates = {rates.first * percent, rates.page * percent};
  std::printf("%-18s %-9s %-9s first %5.1f %%  top eight %5.1f %%\n", file,
              spelled == &Phrase::exact ? "exact" : "accented",
              spelling == Spelling::kStandard   ? "standard"
              : spelling == Spelling::kSouthern ? "southern"
                                                : "wide",
              rates.first, rates.page);
  return rates;
}

}  // namespace

TEST_CASE("what villagers say is among the first eight, spelled exactly or with an accent") {
  const auto engine = RimeEngine::Open(CompiledData());
  for (const char* file : {"phrases_open.tsv", "phrases_aside.tsv"}) {
    CHECK(Measure(*engine, file, Spelling::kStandard, &Phrase::exact).page >= 95);
    CHECK(Measure(*engine, file, Spelling::kSouthern, &Phrase::exact).page >= 95);
    CHECK(Measure(*engine, file, Spelling::kSouthern, &Phrase::accented).page >= 90);
    CHECK(Measure(*engine, file, Spelling::kWide, &Phrase::accented).page >= 90);
  }
}

TEST_CASE("a spelling that a studio did not choose is not taken") {
  const auto engine = RimeEngine::Open(CompiledData());
  const auto offers = [&](Spelling spelling, const char* keys, const char* text) {
    engine->SetSpelling(spelling);
    const auto offered = Offered(*engine, PhraseMode::kPinyin, keys);
    return std::find(offered.begin(), offered.end(), text) != offered.end();
  };
  CHECK_FALSE(offers(Spelling::kStandard, "cencun", "城村"));
  CHECK_FALSE(offers(Spelling::kStandard, "zaijidi", "宅基地"));
  CHECK(offers(Spelling::kSouthern, "zaijidi", "宅基地"));
  CHECK_FALSE(offers(Spelling::kSouthern, "fafei", "化肥"));
  CHECK(offers(Spelling::kWide, "fafei", "化肥"));
}

}  // namespace studio
