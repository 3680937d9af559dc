// Where in a sheet the roster stands and which form it has. Each form says how much of what stands
// below its headings looks as it should; the surest is taken, and two that are near each other are
// left for somebody to choose.
#pragma once

#include <vector>

#include "app/cells/sheet_words.h"
#include "app/tables/roster_block.h"

namespace studio {

struct RosterLayout {
  // Why there is no block.
  enum class Missing { kNothing, kHeading, kDate, kMember, kRows };
  Missing missing = Missing::kNothing;
  std::vector<RosterBlock> blocks;
  std::vector<int> titles;  // rows above and between the blocks
};

RosterLayout FindLayout(const RosterGrid& grid, const std::string& sheet_name,
                        const RosterNames& names, const SheetWords& words);

}  // namespace studio
