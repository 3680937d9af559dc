// What zinnia knows of a stroke: numbers and values as its models count them. A stroke is halved
// where it is farthest from its chord, again and again; each half says where it lies, how long it
// is and where it goes, and so does the way from the stroke before.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace studio {

struct ZinniaPoint {
  float x = 0, y = 0;  // 0 to 1 across the pad
};

struct ZinniaFeature {
  std::uint32_t number = 0;  // within its stroke, less than kZinniaStroke
  float value = 0;
};
using ZinniaFeatures = std::vector<ZinniaFeature>;  // in the order of their numbers

inline constexpr std::uint32_t kZinniaStroke = 1000;   // between the features of two strokes
inline constexpr std::uint32_t kZinniaWays = 100'000;  // features of ways come after these
inline constexpr std::uint32_t kZinniaCount = 2'000'000;

// At least one point.
ZinniaFeatures StrokeFeatures(std::span<const ZinniaPoint> stroke);
ZinniaFeatures WayFeatures(ZinniaPoint from, ZinniaPoint to);

}  // namespace studio
