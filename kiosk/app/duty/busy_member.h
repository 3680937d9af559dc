// Whether a member would be in two places at once.
#pragma once

#include <string>
#include <vector>

#include "app/duty/month_view.h"
#include "shared/feed/shift_hours.h"

namespace studio {

// Where the member is on duty during some of those hours, at whatever studio; null: nowhere. Who is
// on leave is free; what waits for the county counts as done. `except`: ids of shifts left out.
const Shift* BusyAt(const MonthView& view, const std::string& member, const ShiftHours& hours,
                    const std::vector<std::string>& except);

}  // namespace studio
