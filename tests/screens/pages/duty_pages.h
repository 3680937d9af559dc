// Pages that show who is on duty: home for few and many, helping, and being out on visits.
#pragma once

#include "pages.h"

namespace studio {

// `count` members on duty on home, in every state in turn.
void PutOnDuty(ScreenRig& rig, int count);
// The first member of the demo station has come.
void FirstIsHere(ScreenRig& rig);

std::vector<Page> DutyPages();

}  // namespace studio
