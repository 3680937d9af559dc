#include "input/ink/ink_path.h"

#include <algorithm>
#include <cmath>

namespace studio {
namespace {

constexpr float kSmooth = 0.045F;          // of the side: what a hand shakes
constexpr std::size_t kMaxCorners = 32;    // of a line
constexpr std::size_t kMostCorners = 100;  // of an ink; a tangle has more

float FromLine(InkPoint p, InkPoint a, InkPoint b) {
  const float length = Distance(a, b);
  if (length < 1) return Distance(p, a);
  const float dx = static_cast<float>(b.x - a.x), dy = static_cast<float>(b.y - a.y);
  const float px = static_cast<float>(p.x - a.x), py = static_cast<float>(p.y - a.y);
  const float along = std::clamp((px * dx + py * dy) / (length * length), 0.0F, 1.0F);
  return std::hypot(px - along * dx, py - along * dy);
}

// Douglas and Peucker, without recursion: the worst point becomes a corner until none is far.
std::vector<std::size_t> CornersOf(const InkStroke& line, float tolerance) {
  struct Piece {
    float off = 0;
    std::size_t worst = 0;
  };
  const auto look = [&](std::size_t from, std::size_t to) {
    Piece piece;
    for (std::size_t i = from + 1; i < to; ++i) {
      const float off = FromLine(line[i], line[from], line[to]);
      if (off > piece.off) piece = {off, i};
    }
    return piece;
  };
  std::vector<std::size_t> corners{0};
  if (line.size() < 2) return corners;
  corners.push_back(line.size() - 1);
  std::vector<Piece> pieces{look(0, line.size() - 1)};  // after each corner but the last
  while (corners.size() < kMaxCorners) {
    const auto worst = std::max_element(pieces.begin(), pieces.end(),
                                        [](auto& a, auto& b) { return a.off < b.off; });
    if (worst->off <= tolerance) break;
    const auto c = worst - pieces.begin();
    const std::size_t middle = worst->worst;
    corners.insert(corners.begin() + c + 1, middle);
    pieces[static_cast<std::size_t>(c)] = look(corners[static_cast<std::size_t>(c)], middle);
    pieces.insert(pieces.begin() + c + 1, look(middle, corners[static_cast<std::size_t>(c) + 2]));
  }
  return corners;
}

}  // namespace

InkPath PathOf(const Ink& ink) {
  InkPath path;
  const InkBox box = BoxOf(ink);
  path.side = static_cast<float>(std::max({box.right - box.left, box.bottom - box.top, 1}));
  for (float smooth = kSmooth; smooth < 2; smooth *= 2) {
    path.corners.clear();
    for (std::size_t i = 0; i < ink.size(); ++i) {
      for (const std::size_t corner : CornersOf(ink[i], smooth * path.side)) {
        path.corners.push_back({ink[i][corner], static_cast<std::uint16_t>(i),
                                static_cast<std::uint16_t>(corner), corner + 1 == ink[i].size()});
      }
    }
    if (path.corners.size() <= kMostCorners) break;
  }
  return path;
}

InkBox BoxOf(const Ink& ink) {
  InkBox box;
  for (const InkStroke& stroke : ink) {
    for (const InkPoint& point : stroke) {
      box.left = std::min<int>(box.left, point.x);
      box.right = std::max<int>(box.right, point.x);
      box.top = std::min<int>(box.top, point.y);
      box.bottom = std::max<int>(box.bottom, point.y);
    }
  }
  return box;
}

std::vector<InkPoint> Straightened(const std::vector<InkPoint>& points, float side) {
  std::vector<InkPoint> kept;
  for (const std::size_t corner : CornersOf(points, kSmooth * side)) kept.push_back(points[corner]);
  return kept;
}

float Distance(InkPoint a, InkPoint b) {
  return std::hypot(static_cast<float>(b.x - a.x), static_cast<float>(b.y - a.y));
}

}  // namespace studio
