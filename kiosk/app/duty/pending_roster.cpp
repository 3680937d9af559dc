#include "app/duty/pending_roster.h"

#include <algorithm>

namespace studio {

std::vector<Shift> WithPending(std::vector<Shift> shifts,
                               const std::vector<PendingRosterChange>& pending) {
  for (const PendingRosterChange& change : pending) {
    const RosterChangeBody& body = change.body;
    const auto is_meant = [&](const Shift& shift) { return shift.id == body.shift; };
    if (body.kind == "remove") std::erase_if(shifts, is_meant);
    if (body.kind != "put") continue;
    auto shift = std::find_if(shifts.begin(), shifts.end(), is_meant);
    if (shift == shifts.end()) {
      shift = shifts.emplace(shifts.end());
      shift->id = body.shift;
    }
    shift->studio = body.studio;
    shift->date = body.date;
    shift->from = body.from;
    shift->to = body.to;
    shift->members = body.members;
  }
  return shifts;
}

}  // namespace studio
