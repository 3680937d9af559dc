// Times of the day as people and records write them: "08:30". "24:00" is the end of the day that
// it is named with.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace studio {

inline constexpr int kDayMinutes = 24 * 60;

// Minutes from midnight, up to kDayMinutes. nullopt: something else.
std::optional<int> ParseTimeOfDay(std::string_view text);
std::string TimeOfDay(int minutes);

// A span's ends: one that begins at "24:00" is nobody's.
bool AreHours(std::string_view from, std::string_view to);

}  // namespace studio
