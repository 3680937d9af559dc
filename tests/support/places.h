// The mechanisms that come with the program; `places_test` holds that these are all.
#pragma once

namespace studio {

inline constexpr const char* kPlaces[] = {"tieli", "shangyou", "kaili", "jincheng", "sishuang"};

}  // namespace studio
