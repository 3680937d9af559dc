// Badges of the demo county, good at the time of the tests' clock.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/badge.h"

namespace studio {

inline constexpr std::uint32_t kDemoCounty = 990'001;
const SigningKey& DemoCountyKey();

// A printed card's text, without its secret. The same each time.
std::string DemoBadge(std::string_view member);
std::string ForgedBadge(std::string_view member);   // signed by somebody else
std::string ExpiredBadge(std::string_view member);  // since a month

}  // namespace studio
