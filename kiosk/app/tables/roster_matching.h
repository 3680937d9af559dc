// Which of the studio's shifts each pair of hours of a table speaks of: the one of the same hours,
// else the only one of that day which overlaps it and no other.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "app/tables/roster_reading.h"

namespace studio {

// Several where the county has more than one shift at the same hours.
using ShiftMatches = std::map<HoursKey, std::vector<const Shift*>>;

// 全天 over 上午 and 下午, or the reverse: something would take the place of half of another.
struct CrossedShifts {
  std::vector<const Shift*> shifts;  // by time
  // One pair of hours over several shifts, or several over one; neither where both are crossed.
  bool over_several = false, several_over = false;
};

struct RosterMatching {
  ShiftMatches matches;
  std::map<HoursKey, CrossedShifts> crossed;
};

// The shifts of `input` outlive what is given. `hours`: what else the table speaks of.
RosterMatching MatchShifts(const std::vector<RosterWish>& wishes, const std::set<HoursKey>& hours,
                           const RosterImportInput& input);

}  // namespace studio
