// One block of a sheet, read: its days, hours and names become wishes, problems and notes, and
// every cell that had a part in them is marked.
#pragma once

#include <set>

#include "app/tables/roster_forms.h"
#include "app/tables/roster_reading.h"

namespace studio {

// What is true of the whole sheet. `groups`: those that a cell named, by their label.
struct SheetContext {
  const RosterNames& names;
  const SheetWords& words;
  const RosterImportInput& input;
  std::set<GridAt>& groups;
};

void ReadBlock(RosterGrid& grid, const RosterBlock& block, const SheetContext& sheet,
               RosterRead& out);

}  // namespace studio
