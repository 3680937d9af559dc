// A believable November at the demo station, seen from its 21st, a Saturday morning: two shifts a
// working day, with a day nobody came to, one nobody is planned for, leave, stand-ins, somebody
// late and somebody missing. Some days of October and December lie around it, the national
// holiday among them.
#pragma once

#include "app/rules/rotation.h"
#include "app/station/station.h"

namespace studio {

// What the store would answer for `month`, of the station's own members.
RotationInput DemoMonth(const Station& station, std::int64_t now_ms);

// Ids of shifts that pages and tests speak of.
inline constexpr const char* kShiftToCome = "11-24 am";  // on the 24th
inline constexpr const char* kShiftAbsent = "11-09 pm";

}  // namespace studio
