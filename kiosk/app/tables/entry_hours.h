// The hours of an entry of a block: a cell of its own, from and to, a heading, what stands behind
// the date, or nothing.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/cells/cell_telling.h"
#include "app/tables/roster_forms.h"

namespace studio {

class EntryHours {
 public:
  // All outlive it. `no_hours`: nothing in the block says when.
  EntryHours(const RosterGrid& grid, const RosterBlock& block, const SheetWords& words,
             bool no_hours, CellTelling& telling)
      : grid_(grid), block_(block), words_(words), no_hours_(no_hours), telling_(telling) {}

  // nullopt where a problem tells why.
  std::optional<std::vector<CellHours>> Of(const RosterEntry& entry, const DaysFound& days);

 private:
  std::optional<std::vector<CellHours>> WholeDay(GridAt at);

  const RosterGrid& grid_;
  const RosterBlock& block_;
  const SheetWords& words_;
  const bool no_hours_;
  CellTelling& telling_;
  bool whole_day_told_ = false;
  std::map<std::string, HoursCell> read_;
};

}  // namespace studio
