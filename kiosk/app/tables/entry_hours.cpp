#include "app/tables/entry_hours.h"

#include "app/tables/entry_days.h"

namespace studio {

std::optional<std::vector<CellHours>> EntryHours::Of(const RosterEntry& entry,
                                                     const DaysFound& days) {
  const std::string &from = grid_.Folded(entry.from), &to = grid_.Folded(entry.to);
  if (entry.hours.none() && !from.empty() && !to.empty()) {
    const auto hours = ReadHoursCells(from, to);
    if (hours) return std::vector<CellHours>{*hours};
    telling_.Refuse(entry.from, CellFault::kBadHours, from + " " + to);
    return std::nullopt;
  }
  GridAt at = entry.hours;
  if (grid_.Folded(at).empty() && !from.empty()) at = entry.from;
  const bool part = !entry.hours_said.empty();
  const std::string& text = part ? entry.hours_said : grid_.Folded(at);
  if (text.empty() && !days.rest.empty()) return words_.Hours(days.rest).hours;
  if (text.empty() && (no_hours_ || !entry.mark.none())) return WholeDay(PlaceOf(entry));
  if (text.empty()) {
    telling_.Refuse(PlaceOf(entry), CellFault::kNoHours, {});
    return std::nullopt;
  }
  const bool heading = at.row < block_.top;
  const auto [known, added] = read_.try_emplace(text);
  if (added) known->second = words_.Hours(heading && !part ? HoursPart(text) : text);
  if (!known->second.hours.empty()) return known->second.hours;
  const std::string left = known->second.left == text ? text : known->second.left;
  const bool begins = IsBeginning(text) || IsBeginning(left);
  telling_.Refuse(at, begins ? CellFault::kNoEnd : CellFault::kBadHours,
                  left.empty() ? text : grid_.Text(at));
  return std::nullopt;
}

std::optional<std::vector<CellHours>> EntryHours::WholeDay(GridAt at) {
  const HoursCell hours = words_.Hours("全天");
  if (hours.hours.empty()) {
    telling_.Refuse(at, CellFault::kNoHours, {});
    return std::nullopt;
  }
  if (!whole_day_told_) telling_.Note(at, CellRemark::kWholeDay, {});
  whole_day_told_ = true;
  return hours.hours;
}

}  // namespace studio
