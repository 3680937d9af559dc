// The pages of what hangs on the wall: notices, the monthly notice, members, honours, rules.
#pragma once

#include "pages.h"

namespace studio {

std::vector<Page> WallPages();

}  // namespace studio
