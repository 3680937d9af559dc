// What kind of stroke a drawn line is: the five of the stroke dictionary, and as one line that runs
// through two strokes. Weighed by its simplified shape: directions, turns, size.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "shared/record/ink.h"

namespace studio {

// 横 (and 提), 竖 (and 竖钩), 撇, 点 or 捺, 折; in the dictionary h s p n z.
inline constexpr std::size_t kStrokeKinds = 5;

inline constexpr std::size_t kShapeFeatures = 24;
using StrokeShape = std::array<float, kShapeFeatures>;

// -log of how likely the line is that stroke: 0 is certain.
using KindCosts = std::array<float, kStrokeKinds>;

struct DrawnStroke {
  KindCosts one{};
  // As two strokes drawn without lifting the finger, and which point ends the first and which one
  // begins the second.
  struct Joint {
    float cost = 0;
    std::size_t end = 0, begin = 0;
  };
  std::array<std::array<Joint, kStrokeKinds>, kStrokeKinds> two{};
};

// `side`: the longer side of what holds the whole ink, 1 at least.
DrawnStroke JudgeStroke(const InkStroke& stroke, float side);
// The judgement of one line and what it is made from; for fitting the weights.
StrokeShape ShapeOf(const InkStroke& stroke, float side);

// The longer side of the box around an ink, 1 at least.
float SideOf(const Ink& ink);

}  // namespace studio
