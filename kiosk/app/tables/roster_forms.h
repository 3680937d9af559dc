// What stands together in a block, by its form: for each filled place the cells that say when and
// who. Nothing is read here; headings and what does not matter are marked in the grid.
#pragma once

#include <vector>

#include "app/tables/roster_layout.h"

namespace studio {

struct RosterEntry {
  GridAt date, weekday;
  GridAt hours;     // the name of a shift or hours; none: the block has none
  GridAt from, to;  // instead of `hours`
  GridAt names;     // none: the row has no member
  GridAt sector, group, studio;
  bool date_from_above = false;
  GridAt mark;  // of a matrix: the cell that says that, or when, somebody is on duty
};

struct BlockEntries {
  std::vector<RosterEntry> entries;
  std::vector<GridAt> unknown;  // headings of columns that nobody knows and that have text
  bool no_hours = false;        // no column or heading says when
};

BlockEntries EntriesOf(RosterGrid& grid, const RosterBlock& block, const RosterNames& names,
                       const std::vector<UsualHours>& usual);

}  // namespace studio
