// The roster as it would stand once the county has confirmed what was asked for here (待确认).
#pragma once

#include <vector>

#include "app/duty/duty_store.h"

namespace studio {

// Only what makes, changes or takes away whole shifts; leave and the like stay with their change.
// Versions stay those of the feed; a new shift's is 0.
std::vector<Shift> WithPending(std::vector<Shift> shifts,
                               const std::vector<PendingRosterChange>& pending);

}  // namespace studio
