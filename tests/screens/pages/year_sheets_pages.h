// The pages of a year's sheets, to which no tap leads yet.
#pragma once

#include <vector>

#include "pages.h"

namespace studio {

std::vector<Page> YearSheetsPages();

}  // namespace studio
