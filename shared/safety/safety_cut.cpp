#include "shared/safety/safety_cut.h"

#include <algorithm>
#include <array>

namespace studio {
namespace {

constexpr int kMostOfCut = 300, kLeastOfCut = -100, kStepOfCut = 10, kFarthestWithPattern = 300;
constexpr int kLeastOfParts = 200, kMostOfParts = 600, kStepOfParts = 40;

}  // namespace

bool SafetyCut::Stops(const SafetySums& sums, bool matched) const {
  return std::max(sums.whole, sums.part - parts) >= least ||
         (matched && std::max({sums.whole, sums.touching - parts, sums.unasked}) >= with_pattern);
}

SafetyCut ChooseSafetyCut(const std::vector<SafetyCase>& cases, int one_in) {
  std::array<int, 2> most{};
  for (const SafetyCase& one : cases) most[one.joined] += one.is ? 0 : 1;
  for (int& others : most) others /= one_in;
  most[1] = most[1] * 3 / 5;
  std::vector<const SafetyCase*> near;  // to what any cut stops
  for (int parts = kLeastOfParts;; parts += kStepOfParts) {
    near.clear();
    const SafetyCut widest{kLeastOfCut, kLeastOfCut - kFarthestWithPattern, parts};
    for (const SafetyCase& one : cases) {
      if (widest.Stops(one.sums, one.matched)) near.push_back(&one);
    }
    SafetyCut best{kMostOfCut, kMostOfCut, parts};
    int best_seen = -1, best_false = 0, best_joined = 0;
    for (int least = kMostOfCut; least >= kLeastOfCut; least -= kStepOfCut) {
      for (int with = least; with >= least - kFarthestWithPattern; with -= kStepOfCut) {
        const SafetyCut cut{least, with, parts};
        int seen = 0;
        std::array<int, 2> wrong{};
        for (const SafetyCase* one : near) {
          if (one->is && one->joined) continue;
          if (cut.Stops(one->sums, one->matched)) ++(one->is ? seen : wrong[one->joined]);
        }
        if (wrong[0] > most[0]) break;
        if (seen < best_seen || (seen == best_seen && wrong[0] >= best_false)) continue;
        best = cut;
        best_seen = seen;
        best_false = wrong[0];
        best_joined = wrong[1];
      }
    }
    if (best_joined <= most[1] || parts >= kMostOfParts) return best;
  }
}

}  // namespace studio
