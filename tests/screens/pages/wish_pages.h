// The pages of 微心愿.
#pragma once

#include "pages.h"

namespace studio {

std::vector<Page> WishPages();

}  // namespace studio
