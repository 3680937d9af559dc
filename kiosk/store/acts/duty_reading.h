// What verdicts and rotations are computed from, read from the tables. Store thread; throws
// SQLite::Exception.
#pragma once

#include <chrono>
#include <vector>

#include "app/duty/duty_store.h"
#include "app/rules/check_in.h"
#include "app/rules/rotation.h"
#include "app/station/station.h"
#include "store/rows/tables.h"

namespace studio {

// This studio's of the day of `now_ms` and the one before.
std::vector<Attendance> AttendanceNow(Tables& tables, StudioId studio, std::int64_t now_ms);
CheckInGrounds GroundsNow(Tables& tables, const Station& station, StudioId studio,
                          std::int64_t now_ms);
// With the nights around the month. `now_ms` is left to the caller.
RotationInput MonthOf(Tables& tables, const Station& station, StudioId studio,
                      std::chrono::year_month month);
RosterNow RosterOf(Tables& tables, const Station& station);

}  // namespace studio
