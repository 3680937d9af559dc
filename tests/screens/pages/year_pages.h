// The manager's pages of the year.
#pragma once

#include "pages.h"

namespace studio {

std::vector<Page> YearPages();

}  // namespace studio
