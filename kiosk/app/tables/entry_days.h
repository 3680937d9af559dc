// The days of an entry of a block. What they leave open is asked, what cannot be used is told.
#pragma once

#include <set>
#include <vector>

#include "app/cells/cell_telling.h"
#include "app/tables/block_days.h"

namespace studio {

// The cell that an entry's problems are told of.
GridAt PlaceOf(const RosterEntry& entry);

class EntryDays {
 public:
  // All outlive it.
  EntryDays(const RosterGrid& grid, const RosterBlock& block, const SheetWords& words,
            std::chrono::year_month screen, CellTelling& telling)
      : grid_(grid),
        block_(block),
        words_(words),
        screen_(screen),
        telling_(telling),
        days_(grid, block, words, screen) {}

  // Before any other; see BlockDays::Find.
  bool Find(const std::vector<RosterEntry>& entries) { return days_.Find(entries, telling_); }
  // None where a problem tells why.
  std::vector<const DaysFound*> Of(const RosterEntry& entry);

 private:
  bool StandsTwice(GridAt origin);
  void OtherMonth(GridAt at, const DaysFound& days);

  const RosterGrid& grid_;
  const RosterBlock& block_;
  const SheetWords& words_;
  const std::chrono::year_month screen_;
  CellTelling& telling_;
  BlockDays days_;
  std::set<BlockDays::Key> told_;
  std::set<std::chrono::year_month> months_told_;
};

}  // namespace studio
