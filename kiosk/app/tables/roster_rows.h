// The first half of reading a roster: what each row says by itself. The second, roster_import, sets
// the rows against each other and against the shifts there are.
#pragma once

#include <set>
#include <utility>
#include <vector>

#include "app/tables/roster_import.h"
#include "shared/feed/shift_hours.h"

namespace studio {

using HoursKey = std::pair<std::int64_t, std::int64_t>;  // begin and end, Unix milliseconds

inline HoursKey KeyOf(const ShiftHours& hours) { return {hours.begin_ms, hours.end_ms}; }

// What one row asks for.
struct RosterWish {
  int line = 0;
  Shift shift;  // studio, date, hours, members
  HoursKey hours;
};

struct RosterRows {
  RosterPreview::Refusal refusal = RosterPreview::Refusal::kNone;
  std::vector<RosterWish> wishes;
  std::set<HoursKey> partly_refused;  // hours of which a row could not be used
  std::vector<RowProblem> problems;
  std::vector<RowNote> notes;
};

RosterRows UnderstandRows(const std::vector<SheetRow>& rows, const RosterImportInput& input);

}  // namespace studio
