// What one rule gives one member, row by row, before anything is cut.
#pragma once

#include <set>
#include <vector>

#include "shared/mechanism/deed_parts.h"

namespace studio {

// The year in which `rule` counts: `year`, or its own, which ends in it.
Days YearOf(const PointsRule& rule, const Days& year);

struct PointsScope {
  const AssessedMember& member;
  const std::vector<DeedPart>& parts;  // theirs
  Days year;
  CalendarDate today;
};

// In the order of days, then of the deeds' ids. `taken`: deeds that earlier rules gave points for.
std::vector<PointsRow> RowsOf(const PointsRule& rule, const PointsScope& scope,
                              const std::set<std::string>& taken);

}  // namespace studio
