// The members of an entry of a block. A name that may be one of several is asked.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/cells/cell_telling.h"
#include "app/tables/roster_forms.h"
#include "app/tables/roster_import.h"

namespace studio {

class EntryMembers {
 public:
  // All outlive it. `groups` takes those that a cell named, by their label.
  EntryMembers(RosterGrid& grid, const RosterNames& names, const SheetWords& words,
               const RosterImportInput& input, std::set<GridAt>& groups, CellTelling& telling);

  // Adds their ids. False: a problem tells of somebody who is left out.
  bool Of(const RosterEntry& entry, std::vector<std::string>& members);

 private:
  bool In(const std::string& said, const RosterEntry& entry, std::vector<std::string>& members);
  bool OfGroup(const RosterNames::Found& name, const RosterEntry& entry,
               std::vector<std::string>& members, bool& good);
  bool SaysMore(const std::string& text, const std::string& id) const;
  std::optional<std::string> Choose(GridAt at, RosterNames::Found name);
  bool TakeBeside(GridAt at, const std::string& note, std::vector<std::string>& members);
  void Take(GridAt at, const std::string& text, const std::string& id,
            std::vector<std::string>& members);

  RosterGrid& grid_;
  const RosterNames& names_;
  const SheetWords& words_;
  const StudioId studio_;
  std::set<GridAt>& groups_;
  CellTelling& telling_;
  std::map<std::string, const Member*> members_;
  std::map<std::array<std::string, 3>, RosterNames::Names> read_;  // by cell, sector, group
};

}  // namespace studio
