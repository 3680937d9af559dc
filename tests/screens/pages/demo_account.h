// A member's year at the demo county, reckoned by the rules of a place.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/desk/desk_store.h"
#include "app/manage/year_store.h"
#include "app/station/station.h"

namespace studio {

// `place`: "tieli" …; m01's, on the day of `now_ms`, with visits, duties and one that waits.
AccountPtr DemoAccount(const Station& station, std::int64_t now_ms,
                       const std::string& place = "tieli");

// The studio's year as its manager sees it, on the day of `now_ms`, with eleven that wait, one of
// them m01's own.
StudioAccountPtr DemoStudioAccount(const Station& station, std::int64_t now_ms,
                                   const std::string& place = "tieli");
// What was written with some of those, by record.
std::map<std::string, Writeup> DemoWriteups();

// Some of what is written up there.
std::vector<ActivityTemplate> DemoActivities();
// A home visit that m01 was in the middle of writing up.
ActivityBody DemoDraft(std::int64_t now_ms);

}  // namespace studio
