// Which form a block has. Each form says how much of what stands below its headings looks as it
// should; the surest is taken, and those that are near it are named.
#pragma once

#include <optional>

#include "app/cells/sheet_words.h"
#include "app/tables/roster_block.h"

namespace studio {

class FormChoice {
 public:
  FormChoice(const RosterGrid& grid, const RosterNames& names, const SheetWords& words)
      : grid_(grid), names_(names), words_(words) {}

  // Reads columns without a heading by what stands in them. False: it has no form.
  bool Choose(RosterBlock& block) const;
  // The whole sheet, where nothing is a heading; nullopt: it is no roster.
  std::optional<RosterBlock> Guess() const;

 private:
  struct Shares {
    int filled = 0;
    // `bare`: numbers alone, days or the numbers of a list.
    double dates = 0, bare = 0, weekdays = 0, hours = 0, names = 0;
  };
  Shares SharesOf(int column, int top, int bottom) const;
  void FillUnknown(RosterBlock& block) const;
  void GroupsAsMembers(RosterBlock& block) const;
  double SureOf(const RosterBlock& block, RosterColumn is) const;

  const RosterGrid& grid_;
  const RosterNames& names_;
  const SheetWords& words_;
};

}  // namespace studio
