// A code as a camera sees it on a bad day: one frame of 1280 × 720 by kind and strength.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace studio {

struct Degraded {
  std::string_view kind;
  int strength = 0;  // 1 to kStrengths
};
inline constexpr int kStrengths = 6;
inline constexpr int kDegradedWidth = 1280, kDegradedHeight = 720;

const std::vector<std::string_view>& DegradedKinds();
// Grey, row by row. `level`: error correction as ZXing counts it, 4 is M and 6 is Q. The same every
// time.
std::vector<std::uint8_t> DegradedPicture(const std::string& text, const Degraded& how,
                                          int level = 6);

}  // namespace studio
