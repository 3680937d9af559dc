// The manager's hub, and the pages of the county link and of the machine.
#pragma once

#include "pages.h"

namespace studio {

extern const std::string kToHub;  // with the manager's card and PIN

std::vector<Page> LinkPages();
// Some records waiting, and five that were set aside, for different reasons.
void SetSomeAside(ScreenRig& rig);
// A stick with answers, for this terminal and for another.
void PlugStickIn(ScreenRig& rig);

}  // namespace studio
