#include "input/ink/zinnia_features.h"

#include <cmath>

namespace studio {
namespace {

constexpr std::uint32_t kMostHalves = 50;
constexpr std::uint32_t kHalf = 20;  // between the features of two halves
constexpr float kStraight = 0.001F;  // of the square of what a half is off its chord

void AddLine(ZinniaPoint from, ZinniaPoint to, std::uint32_t offset, ZinniaFeatures& features) {
  const auto add = [&](std::uint32_t number, float value) {
    features.push_back({offset + number, value});
  };
  const float fx = from.x - 0.5F, fy = from.y - 0.5F, tx = to.x - 0.5F, ty = to.y - 0.5F;
  const float dx = to.x - from.x, dy = to.y - from.y;
  add(1, 10 * std::hypot(dx, dy));
  add(2, std::atan2(dy, dx));
  add(3, 10 * fx);
  add(4, 10 * fy);
  add(5, 10 * tx);
  add(6, 10 * ty);
  add(7, std::atan2(fy, fx));
  add(8, std::atan2(ty, tx));
  add(9, 10 * std::hypot(fx, fy));
  add(10, 10 * std::hypot(tx, ty));
  add(11, 5 * dx);
  add(12, 5 * dy);
}

void AddHalves(std::span<const ZinniaPoint> piece, std::uint32_t number,
               std::vector<std::span<const ZinniaPoint>>& halves) {
  if (number > kMostHalves) return;
  if (halves.size() <= number) halves.resize(number + 1);
  halves[number] = piece;
  const ZinniaPoint first = piece.front(), last = piece.back();
  const float a = last.x - first.x, b = last.y - first.y, c = last.y * first.x - last.x * first.y;
  float farthest = -1;
  std::size_t where = 0;
  for (std::size_t i = 0; i + 1 < piece.size(); ++i) {
    const float off = std::abs(a * piece[i].y - b * piece[i].x + c);
    if (off > farthest) farthest = off, where = i;
  }
  const float chord = a * a + b * b;
  if (piece.size() < 2 || !(farthest * farthest / chord > kStraight)) return;
  AddHalves(piece.first(where + 1), 2 * number + 1, halves);
  AddHalves(piece.subspan(where), 2 * number + 2, halves);
}

}  // namespace

ZinniaFeatures StrokeFeatures(std::span<const ZinniaPoint> stroke) {
  std::vector<std::span<const ZinniaPoint>> halves;
  AddHalves(stroke, 0, halves);
  ZinniaFeatures features;
  for (std::uint32_t i = 0; i < halves.size(); ++i) {
    if (!halves[i].empty()) {
      AddLine(halves[i].front(), halves[i].back(), i * kHalf, features);
    }
  }
  return features;
}

ZinniaFeatures WayFeatures(ZinniaPoint from, ZinniaPoint to) {
  ZinniaFeatures features;
  AddLine(from, to, 0, features);
  return features;
}

}  // namespace studio
