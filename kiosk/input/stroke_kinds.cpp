#include "input/stroke_kinds.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "input/stroke_kind_weights.h"

namespace studio {
namespace {

constexpr float kSmooth = 0.045F;  // of the side: what a hand shakes
constexpr std::size_t kMaxCorners = 9;
constexpr float kPi = 3.14159265F;
constexpr float kDearest = 7;  // nothing is less likely than that

using Corners = std::vector<std::size_t>;  // points of a stroke that its shape needs

float Distance(InkPoint a, InkPoint b) {
  return std::hypot(static_cast<float>(b.x - a.x), static_cast<float>(b.y - a.y));
}

float FromLine(InkPoint p, InkPoint a, InkPoint b) {
  const float length = Distance(a, b);
  if (length < 1) return Distance(p, a);
  const float dx = static_cast<float>(b.x - a.x), dy = static_cast<float>(b.y - a.y);
  const float px = static_cast<float>(p.x - a.x), py = static_cast<float>(p.y - a.y);
  const float along = std::clamp((px * dx + py * dy) / (length * length), 0.0F, 1.0F);
  return std::hypot(px - along * dx, py - along * dy);
}

// Douglas and Peucker, without recursion: the worst point becomes a corner until none is far.
Corners CornersOf(const InkStroke& stroke, float tolerance) {
  Corners corners{0};
  if (stroke.size() > 1) corners.push_back(stroke.size() - 1);
  while (corners.size() < kMaxCorners) {
    float worst = tolerance;
    std::size_t where = 0, before = 0;
    for (std::size_t c = 0; c + 1 < corners.size(); ++c) {
      for (std::size_t i = corners[c] + 1; i < corners[c + 1]; ++i) {
        const float off = FromLine(stroke[i], stroke[corners[c]], stroke[corners[c + 1]]);
        if (off > worst) worst = off, where = i, before = c;
      }
    }
    if (where == 0) break;
    corners.insert(corners.begin() + static_cast<std::ptrdiff_t>(before) + 1, where);
  }
  return corners;
}

// The shape of the corners first to last.
StrokeShape Shape(const InkStroke& stroke, const Corners& corners, std::size_t first,
                  std::size_t last, float side) {
  struct Way {
    float x = 0, y = 0, length = 0;
  };
  const auto way = [&](std::size_t a, std::size_t b) {
    const InkPoint from = stroke[corners[a]], to = stroke[corners[b]];
    const float length = Distance(from, to);
    if (length < 1) return Way{};
    return Way{static_cast<float>(to.x - from.x) / length,
               static_cast<float>(to.y - from.y) / length, length};
  };
  const Way chord = way(first, last);
  Way start, end;
  float path = 0, turned = 0, signed_turn = 0, sharpest = 0, sharp = 0;
  for (std::size_t c = first; c < last; ++c) {
    const Way step = way(c, c + 1);
    path += step.length;
    if (c == first) start = step;
    if (c > first) {
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

KindCosts Costs(const StrokeShape& shape) {
  KindCosts costs{};
  float most = -std::numeric_limits<float>::max();
  for (std::size_t kind = 0; kind < kStrokeKinds; ++kind) {
    for (std::size_t i = 0; i < kShapeFeatures; ++i) {
      costs[kind] += kStrokeKindWeights[kind][i] * shape[i];
    }
    most = std::max(most, costs[kind]);
  }
  float sum = 0;
  for (const float cost : costs) sum += std::exp(cost - most);
  for (float& cost : costs) cost = std::min(most + std::log(sum) - cost, kDearest);
  return costs;
}

}  // namespace

DrawnStroke JudgeStroke(const InkStroke& stroke, float side) {
  const Corners corners = CornersOf(stroke, kSmooth * side);
  const std::size_t last = corners.size() - 1;
  DrawnStroke drawn;
  drawn.one = Costs(Shape(stroke, corners, 0, last, side));
  for (auto& row : drawn.two) row.fill({2 * kDearest, 0, 0});
  // The finger goes on from the corner, or draws the way to the next stroke as well.
  for (std::size_t end = 1; end < last; ++end) {
    const KindCosts first = Costs(Shape(stroke, corners, 0, end, side));
    for (std::size_t begin = end; begin < std::min(end + 2, last); ++begin) {
      const KindCosts second = Costs(Shape(stroke, corners, begin, last, side));
      for (std::size_t a = 0; a < kStrokeKinds; ++a) {
        for (std::size_t b = 0; b < kStrokeKinds; ++b) {
          const float cost = first[a] + second[b];
          if (cost < drawn.two[a][b].cost) {
            drawn.two[a][b] = {cost, corners[end], corners[begin]};
          }
        }
      }
    }
  }
  return drawn;
}

StrokeShape ShapeOf(const InkStroke& stroke, float side) {
  const Corners corners = CornersOf(stroke, kSmooth * side);
  return Shape(stroke, corners, 0, corners.size() - 1, side);
}

float SideOf(const Ink& ink) {
  int left = kInkSide, top = kInkSide, right = 0, bottom = 0;
  for (const InkStroke& stroke : ink) {
    for (const InkPoint& point : stroke) {
      left = std::min<int>(left, point.x);
      right = std::max<int>(right, point.x);
      top = std::min<int>(top, point.y);
      bottom = std::max<int>(bottom, point.y);
    }
  }
  return static_cast<float>(std::max({right - left, bottom - top, 1}));
}

}  // namespace studio
