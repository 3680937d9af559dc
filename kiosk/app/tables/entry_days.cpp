#include "app/tables/entry_days.h"

#include <utility>

namespace studio {

GridAt PlaceOf(const RosterEntry& entry) {
  if (!entry.mark.none()) return entry.mark;
  if (!entry.names.none()) return entry.names;
  return entry.hours.none() ? entry.date : entry.hours;
}

std::vector<const DaysFound*> EntryDays::Of(const RosterEntry& entry) {
  if (entry.date.none()) {
    telling_.Refuse(PlaceOf(entry), CellFault::kNoDate, grid_.Text(PlaceOf(entry)));
    return {};
  }
  const GridAt origin = grid_.Origin(entry.date);
  const bool first = told_.insert(days_.KeyOf(entry)).second;
  if (StandsTwice(origin)) return {};
  std::vector<const DaysFound*> out;
  for (const BlockDays::Piece& piece : days_.Of(entry)) {
    const DaysFound& days = piece.found;
    const bool rest = days.fault == DayFault::kNone && !days.rest.empty() &&
                      words_.Hours(days.rest).hours.empty();
    if (days.fault == DayFault::kNone && !rest) {
      out.push_back(&days);
      continue;
    }
    const std::string& text = piece.text.empty() ? grid_.Text(origin) : piece.text;
    if (first && (rest || days.ways.empty())) {
      telling_.Refuse(origin, rest ? CellFault::kBadDate : FaultOf(days.fault),
                      rest ? days.rest : text);
    }
    if (!first && entry.date_from_above && !rest) {
      telling_.Refuse(PlaceOf(entry), CellFault::kNoDate, grid_.Text(PlaceOf(entry)));
    }
  }
  if (out.empty()) return out;
  if (entry.date_from_above) {
    telling_.Note(PlaceOf(entry), CellRemark::kDateFromAbove, ToText(out.front()->days.front()));
  }
  if (first) OtherMonth(origin, *out.front());
  return out;
}

// And the second of the two is not to be taken.
bool EntryDays::StandsTwice(GridAt origin) {
  const GridAt twice = days_.TwiceWith(origin);
  if (twice.none()) return false;
  CellProblem problem = telling_.About(origin, CellFault::kDayTwice, grid_.Text(origin));
  problem.other = grid_.PlaceOf(twice);
  problem.ways = {""};
  return !telling_.Ask(origin, std::move(problem));
}

void EntryDays::OtherMonth(GridAt at, const DaysFound& days) {
  const auto month = days.days.front().year() / days.days.front().month();
  const bool titled = block_.title.month == static_cast<int>(static_cast<unsigned>(month.month()));
  if (month == screen_ || titled || !months_told_.insert(month).second) return;
  telling_.Note(at, CellRemark::kOtherMonth, ToText(days.days.front()));
}

}  // namespace studio
