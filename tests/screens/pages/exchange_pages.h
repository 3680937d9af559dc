// The pages of the way into the management, and of tables that come and go.
#pragma once

#include "pages.h"

namespace studio {

std::vector<Page> ExchangePages();

}  // namespace studio
