// The month of the demo station as its manager sees it: days that were, today, and days to come.
#pragma once

#include "screen_rig.h"

namespace studio {

// Makes the rig's month of its station, and the day with that many days from today (2026-11-21) the
// page that the script begins at, opened by the member "m01".
//   -1: over, one absent     0: today      1: a leave and a removal wait
//   2: leave, stand-in, swap  3: no shifts  4: nobody yet   5: many members
void OpenDay(ScreenRig& rig, int days);

}  // namespace studio
