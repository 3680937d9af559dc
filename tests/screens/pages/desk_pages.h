// The pages of a member's desk.
#pragma once

#include "pages.h"

namespace studio {

extern const std::string kToDesk;

std::vector<Page> DeskPages();

}  // namespace studio
