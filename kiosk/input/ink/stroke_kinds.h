// What kind of stroke a piece of a drawn path is, of the five of the stroke dictionary. Weighed by
// its simplified shape: directions, turns, size.
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "shared/record/ink.h"

namespace studio {

// 横 (and 提), 竖 (and 竖钩), 撇, 点 or 捺, 折; in the dictionary h s p n z.
inline constexpr std::size_t kStrokeKinds = 5;

inline constexpr std::size_t kShapeFeatures = 24;
using StrokeShape = std::array<float, kShapeFeatures>;

// -log of how likely the line is that stroke: 0 is certain.
using KindCosts = std::array<float, kStrokeKinds>;

// `corners` of the piece, one at least; `side`: the longer side of what holds the whole ink.
KindCosts KindsOf(std::span<const InkPoint> corners, float side);
// What the judgement is made from; for fitting the weights.
StrokeShape ShapeOf(std::span<const InkPoint> corners, float side);

}  // namespace studio
