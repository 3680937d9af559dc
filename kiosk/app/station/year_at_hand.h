// Which year a studio is at work on, for its manager as for who writes their summary of it.
#pragma once

#include "app/station/station.h"
#include "shared/base/calendar_date.h"

namespace studio {

// As the county has told of it.
bool HasClosed(const Station& station, int year);
// From January to March the one before, as long as the studio has not closed it.
int YearAtHand(const Station& station, CalendarDate today);

}  // namespace studio
