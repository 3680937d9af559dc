// Topics, wishes, honours, rules and monthly notices of the demo county, dated from one day.
#pragma once

#include <cstdint>

#include "app/station/station.h"

namespace studio {

// Adds them to the station.
void AddCommonMatters(Station& station, std::int64_t today_ms);

}  // namespace studio
