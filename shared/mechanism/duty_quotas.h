// The quotas by which a month's rotation goes.
#pragma once

#include <vector>

#include "shared/mechanism/mechanism.h"

namespace studio {

// Those that count duty by the month: the members' or, where they have none, the studios' and
// platforms'. In the order of the file; empty: the mechanism asks for no duty a month.
std::vector<Quota> DutyQuotas(const CountingRules& rules);
// "duty" among its kinds.
bool CountsDuty(const Quota& quota);

}  // namespace studio
