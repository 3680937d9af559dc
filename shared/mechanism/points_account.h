// Somebody's points: every rule's rows, then what slots, limits and sections take away, in this
// order: the rule itself, slots, limits in the order of the file, sections, the total.
#pragma once

#include "shared/mechanism/points_rows.h"

namespace studio {

struct PointsAccount {
  std::vector<PointsRow> rows;
  std::vector<SectionSum> sections;
  Fraction total, waiting;
};

// Of the sections of members alone, or of studios alone; the total's base and ends are the
// members'.
PointsAccount AccountOf(const CountingRules& rules, const PointsScope& scope,
                        bool of_studios = false);

}  // namespace studio
