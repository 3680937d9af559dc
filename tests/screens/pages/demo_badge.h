// Badges of the demo county, good at the time of the tests' clock.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/record/badge.h"

namespace studio {

inline constexpr std::uint32_t kDemoCounty = 990'001;
const SigningKey& DemoCountyKey();

// A printed card's text, without its secret. The same each time.
std::string DemoBadge(std::string_view member);
std::string DemoCard(std::string_view member);      // with its secret
std::string ForgedBadge(std::string_view member);   // signed by somebody else
std::string ExpiredBadge(std::string_view member);  // since a month
std::string ComingBadge(std::string_view member);   // good from in ten days on
std::string ForeignBadge(std::string_view member);  // of another county
std::string LiveBadge(std::string_view member);     // on a phone, good for 90 s

}  // namespace studio
