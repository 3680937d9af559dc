// The text of a badge, as long as a printed card's.
#pragma once

#include <cstdint>
#include <string>

namespace studio {

std::string BadgeText(std::uint8_t which = 1);

}  // namespace studio
