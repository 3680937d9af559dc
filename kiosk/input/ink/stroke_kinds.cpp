#include "input/ink/stroke_kinds.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "input/ink/ink_path.h"
#include "input/ink/stroke_kind_weights.h"

namespace studio {
namespace {

constexpr float kPi = 3.14159265F;
constexpr float kDearest = 5;  // nothing is less likely than that

struct Way {
  float x = 0, y = 0, length = 0;
};

Way WayOf(InkPoint from, InkPoint to) {
  const float length = Distance(from, to);
  if (length < 1) return {};
  return {static_cast<float>(to.x - from.x) / length, static_cast<float>(to.y - from.y) / length,
          length};
}

template <std::size_t N>
float Weighed(const std::array<float, N>& weights, const std::array<float, N>& features) {
  return std::inner_product(weights.begin(), weights.end(), features.begin(), 0.0F);
}

}  // namespace

StrokeShape ShapeOf(std::span<const InkPoint> corners, float side) {
  const Way chord = WayOf(corners.front(), corners.back());
  Way start, end;
  float path = 0, turned = 0, signed_turn = 0, sharpest = 0, sharp = 0;
  for (std::size_t c = 0; c + 1 < corners.size(); ++c) {
    const Way step = WayOf(corners[c], corners[c + 1]);
    path += step.length;
    if (c == 0) start = step;
    if (c > 0) {
      const float turn =
          std::atan2(end.x * step.y - end.y * step.x, end.x * step.x + end.y * step.y) / kPi;
      turned += std::abs(turn);
      signed_turn += turn;
      sharpest = std::max(sharpest, std::abs(turn));
      if (std::abs(turn) > 0.28F) ++sharp;
    }
    end = step;
  }
  const float size = std::min(chord.length / side, 1.0F);
  const float bent = path > 0 ? 1 - chord.length / path : 0;
  const float c = chord.x, s = chord.y;
  return {1,
          c,
          s,
          2 * c * c - 1,
          2 * s * c,
          4 * c * c * c - 3 * c,
          3 * s - 4 * s * s * s,
          size,
          size * c,
          size * s,
          bent,
          std::min(turned, 3.0F),
          std::clamp(signed_turn, -2.0F, 2.0F),
          sharpest,
          std::min(sharp, 3.0F),
          start.x,
          start.y,
          end.x,
          end.y,
          path > 0 ? end.length / path : 0,
          start.x * end.y,
          start.y * end.x,
          4 * std::max(0.0F, 0.25F - path / side),
          std::min(path / side, 2.0F)};
}

KindCosts KindsOf(std::span<const InkPoint> corners, float side) {
  const StrokeShape shape = ShapeOf(corners, side);
  std::array<float, kHidden + 1> hidden{};
  for (std::size_t h = 0; h < kHidden; ++h)
    hidden[h] = std::tanh(Weighed(kHiddenWeights[h], shape));
  hidden[kHidden] = 1;
  KindCosts costs{};
  for (std::size_t kind = 0; kind < kStrokeKinds; ++kind) {
    costs[kind] = Weighed(kKindsOfShape[kind], shape) + Weighed(kKindsOfHidden[kind], hidden);
  }
  const float most = *std::max_element(costs.begin(), costs.end());
  float sum = 0;
  for (const float cost : costs) sum += std::exp(cost - most);
  for (float& cost : costs) cost = std::min(most + std::log(sum) - cost, kDearest);
  return costs;
}

}  // namespace studio
