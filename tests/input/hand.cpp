#include "hand.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace studio {
namespace {

struct Where {
  double x = 0, y = 0;
};

constexpr double kApart = 15;    // between points
constexpr double kCorner = 0.7;  // radians

std::vector<Where> Dense(const InkStroke& stroke) {
  std::vector<Where> dense{{static_cast<double>(stroke[0].x), static_cast<double>(stroke[0].y)}};
  for (std::size_t i = 1; i < stroke.size(); ++i) {
    const double dx = stroke[i].x - stroke[i - 1].x, dy = stroke[i].y - stroke[i - 1].y;
    const int pieces = std::max(1, static_cast<int>(std::hypot(dx, dy) / kApart));
    for (int p = 1; p <= pieces; ++p) {
      dense.push_back({stroke[i - 1].x + dx * p / pieces, stroke[i - 1].y + dy * p / pieces});
    }
  }
  return dense;
}

InkPoint OnPad(Where place) {
  const auto at = [](double v) {
    return static_cast<std::int16_t>(std::clamp(v, 0.0, static_cast<double>(kInkSide)));
  };
  return {at(place.x), at(place.y)};
}

void Join(Ink& ink, std::size_t first) {
  InkStroke& line = ink[first];
  line.insert(line.end(), ink[first + 1].begin(), ink[first + 1].end());
  ink.erase(ink.begin() + static_cast<std::ptrdiff_t>(first) + 1);
}

// How sharply a stroke turns at a point, seen from some way off; radians.
double TurnAt(const InkStroke& stroke, std::size_t at) {
  const std::size_t off = 5;
  if (at < off || at + off >= stroke.size()) return 0;
  const InkPoint a = stroke[at - off], b = stroke[at], c = stroke[at + off];
  const double in = std::atan2(b.y - a.y, b.x - a.x), out = std::atan2(c.y - b.y, c.x - b.x);
  return std::abs(std::remainder(out - in, 2 * std::numbers::pi));
}

}  // namespace

Ink Hand::Write(const Ink& centre_lines) {
  const double turn = Around(0.07), slant = Around(0.1), wide = 1 + Around(0.12);
  Ink written;
  for (const InkStroke& stroke : centre_lines) {
    const std::vector<Where> dense = Dense(stroke);
    Where middle;
    for (const Where& p : dense) {
      middle.x += p.x / static_cast<double>(dense.size());
      middle.y += p.y / static_cast<double>(dense.size());
    }
    const double own_turn = Around(0.09), own_size = 1 + Around(0.1);
    const Where moved{Around(22), Around(22)}, wave{Around(9), Around(9)};
    const double phase = Around(std::numbers::pi), waves = 1 + Unit() * 2;
    InkStroke& line = written.emplace_back();
    for (std::size_t i = 0; i < dense.size(); ++i) {
      const double along = static_cast<double>(i) / static_cast<double>(dense.size());
      const double swing = std::sin(phase + along * waves * std::numbers::pi);
      double x = (dense[i].x - middle.x) * own_size, y = (dense[i].y - middle.y) * own_size;
      const double turned = x * std::cos(own_turn) - y * std::sin(own_turn);
      y = x * std::sin(own_turn) + y * std::cos(own_turn) + middle.y + moved.y + wave.y * swing;
      x = turned + middle.x + moved.x + wave.x * swing;
      x = (x - 500) * wide * 0.8, y = (y - 500) * 0.8;
      line.push_back(OnPad({500 + x * std::cos(turn) - y * std::sin(turn) - slant * y + Around(3),
                            500 + x * std::sin(turn) + y * std::cos(turn) + Around(3)}));
    }
  }
  return written;
}

std::optional<Ink> Hand::InOneLine(const Ink& ink, std::size_t strokes) {
  if (ink.size() < strokes) return std::nullopt;
  Ink joined = ink;
  const std::size_t first = Below(ink.size() - strokes + 1);
  for (std::size_t i = 1; i < strokes; ++i) Join(joined, first);
  return joined;
}

std::optional<Ink> Hand::TwoJoins(const Ink& ink) {
  const auto pairs = TwoPairs(ink.size());
  if (!pairs) return std::nullopt;
  Ink joined = ink;
  Join(joined, pairs->second);
  Join(joined, pairs->first);
  return joined;
}

std::optional<Ink> Hand::CornerSplit(const Ink& ink) {
  struct Corner {
    std::size_t stroke = 0, point = 0;
  };
  std::vector<Corner> corners;
  for (std::size_t s = 0; s < ink.size(); ++s) {
    std::optional<std::size_t> sharpest;
    for (std::size_t i = 0; i < ink[s].size(); ++i) {
      const double turn = TurnAt(ink[s], i);
      if (turn > kCorner && (!sharpest || turn > TurnAt(ink[s], *sharpest))) sharpest = i;
    }
    // Not a hook: both halves are long.
    if (sharpest && std::min(*sharpest, ink[s].size() - *sharpest) * 5 > ink[s].size()) {
      corners.push_back({s, *sharpest});
    }
  }
  if (corners.empty()) return std::nullopt;
  const auto [stroke, point] = corners[Below(corners.size())];
  Ink split = ink;
  const auto cut = split[stroke].begin() + static_cast<std::ptrdiff_t>(point);
  InkStroke rest(cut, split[stroke].end());
  split[stroke].erase(cut + 1, split[stroke].end());
  const Where moved{Around(12), Around(12)};
  for (InkPoint& p : rest) p = OnPad({p.x + moved.x, p.y + moved.y});
  split.insert(split.begin() + static_cast<std::ptrdiff_t>(stroke) + 1, std::move(rest));
  return split;
}

std::optional<Ink> Hand::TwoSwaps(const Ink& ink) {
  const auto pairs = TwoPairs(ink.size());
  if (!pairs) return std::nullopt;
  Ink swapped = ink;
  for (const std::size_t first : {pairs->first, pairs->second}) {
    std::swap(swapped[first], swapped[first + 1]);
  }
  return swapped;
}

std::optional<std::pair<std::size_t, std::size_t>> Hand::TwoPairs(std::size_t strokes) {
  if (strokes < 4) return std::nullopt;
  for (;;) {
    std::size_t a = Below(strokes - 1), b = Below(strokes - 1);
    if (a > b) std::swap(a, b);
    if (b >= a + 2) return std::pair{a, b};
  }
}

}  // namespace studio
