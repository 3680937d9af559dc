// One block of a sheet, read: its days, hours and names become wishes, problems and notes, and
// every cell that had a part in them is marked.
#pragma once

#include "app/tables/roster_forms.h"
#include "app/tables/roster_reading.h"

namespace studio {

void ReadBlock(RosterGrid& grid, const RosterBlock& block, const RosterNames& names,
               const RosterImportInput& input, RosterRead& out);

}  // namespace studio
