// The pages of 我的提案.
#pragma once

#include "pages.h"

namespace studio {

std::vector<Page> ProposalPages();

}  // namespace studio
