#include "app/tables/roster_matching.h"

#include <algorithm>
#include <string>

namespace studio {

RosterMatching MatchShifts(const std::vector<RosterWish>& wishes, const std::set<HoursKey>& hours,
                           const RosterImportInput& input) {
  RosterMatching out;
  std::map<std::string, std::vector<const Shift*>> free;  // by date
  std::map<HoursKey, const RosterWish*> wanted;
  for (const RosterWish& wish : wishes) wanted.emplace(wish.hours, &wish);
  for (const Shift& shift : input.shifts) {
    const auto exact = HoursOf(shift);
    if (shift.studio != input.studio || !exact) continue;
    const bool same = wanted.contains(KeyOf(*exact)) || hours.contains(KeyOf(*exact));
    (same ? out.matches[KeyOf(*exact)] : free[shift.date]).push_back(&shift);
  }
  std::map<const Shift*, int> often;
  std::map<HoursKey, std::vector<const Shift*>> over;
  for (const auto& [key, wish] : wanted) {
    if (out.matches.contains(key)) continue;
    for (const Shift* const shift : free[wish->shift.date]) {
      if (!Overlap(*HoursOf(*shift), ShiftHours{key.first, key.second})) continue;
      over[key].push_back(shift);
      ++often[shift];
    }
  }
  for (auto& [key, shifts] : over) {
    const bool alone = std::all_of(shifts.begin(), shifts.end(),
                                   [&](const Shift* shift) { return often[shift] == 1; });
    if (shifts.size() == 1 && alone) {
      out.matches[key].push_back(shifts.front());
      continue;
    }
    std::stable_sort(shifts.begin(), shifts.end(), [](const Shift* a, const Shift* b) {
      return HoursOf(*a)->begin_ms < HoursOf(*b)->begin_ms;
    });
    out.crossed[key] = {shifts, shifts.size() > 1 && alone, shifts.size() == 1};
  }
  return out;
}

}  // namespace studio
