// The first half of reading a roster: what each cell says by itself. The second, roster_import,
// sets the cells against each other and against the shifts there are.
#pragma once

#include <set>
#include <utility>
#include <vector>

#include "app/cells/cell_telling.h"
#include "app/tables/roster_import.h"
#include "shared/feed/shift_hours.h"

namespace studio {

using HoursKey = std::pair<std::int64_t, std::int64_t>;  // begin and end, Unix milliseconds

inline HoursKey KeyOf(const ShiftHours& hours) { return {hours.begin_ms, hours.end_ms}; }

// What one cell of names asks for.
struct RosterWish {
  CellAt at;
  Shift shift;  // studio, date, hours, members
  HoursKey hours;
};

struct RosterRead {
  RosterPreview::Refusal refusal = RosterPreview::Refusal::kNone;
  std::vector<RosterWish> wishes;
  std::set<HoursKey> partly_refused;  // hours of which a cell could not be used
  CellsTold told;
};

RosterRead UnderstandSheets(const std::vector<Sheet>& sheets, const RosterImportInput& input);

}  // namespace studio
