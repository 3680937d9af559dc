// A member's year at the demo county, reckoned by the rules of a place.
#pragma once

#include <string>
#include <vector>

#include "app/desk/desk_store.h"
#include "app/station/station.h"

namespace studio {

// `place`: "tieli" …; m01's, on the day of `now_ms`, with visits, duties and one that waits.
AccountPtr DemoAccount(const Station& station, std::int64_t now_ms,
                       const std::string& place = "tieli");

// Some of what is written up there.
std::vector<ActivityTemplate> DemoActivities();
// A home visit that m01 was in the middle of writing up.
ActivityBody DemoDraft(std::int64_t now_ms);

}  // namespace studio
