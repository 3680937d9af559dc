// The looks of the ledger at a member's desk.
#pragma once

#include <vector>

#include "pages.h"

namespace studio {

std::vector<Page> LedgerPages();

}  // namespace studio
