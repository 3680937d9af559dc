// The pages of the roster and of the monthly rotation.
#pragma once

#include "pages.h"

namespace studio {

extern const std::string kToRotation;  // with the manager's card and PIN

std::vector<Page> RosterPages();
// Three changes that were not applied, one for each reason.
void RefuseChanges(ScreenRig& rig);
// Two that wait for the county.
void AskChanges(ScreenRig& rig);
// By a quota that counts walk-ins and, beside duty, what is done at people's doors.
void HomeVisitsCount(ScreenRig& rig);

}  // namespace studio
