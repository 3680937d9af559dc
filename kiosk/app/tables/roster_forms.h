// What stands together in a block, by its form: for each filled place the cells that say when and
// who. Nothing is read here; headings and what does not matter are marked in the grid.
#pragma once

#include <string>
#include <vector>

#include "app/tables/roster_layout.h"

namespace studio {

struct RosterEntry {
  GridAt date, weekday;
  GridAt hours;     // the name of a shift or hours; none: the block has none
  GridAt from, to;  // instead of `hours`
  GridAt names;     // none: the row has no member
  GridAt sector, group, studio, place;
  bool date_from_above = false;
  GridAt mark;  // of a matrix: the cell that says that, or when, somebody is on duty
  // Where a cell says more than one thing: the part of it that is meant; empty: all of it.
  std::string date_said, hours_said, names_said;
};

struct BlockEntries {
  std::vector<RosterEntry> entries;
  std::vector<GridAt> unknown;  // headings of columns that nobody knows and that have text
  std::vector<GridAt> passed;   // what stands at the left of rows that are none of the roster
  bool no_hours = false;        // no column or heading says when
};

// A row that is none of the roster: one line of text, 合计, 值班电话, 制表人.
bool IsRemarkRow(const RosterGrid& grid, int row, const RosterNames& names);

BlockEntries EntriesOf(RosterGrid& grid, const RosterBlock& block, const RosterNames& names,
                       const SheetWords& words);

}  // namespace studio
