#include "app/duty/busy_member.h"

#include <algorithm>

namespace studio {
namespace {

// A change of places that waits is in no shift yet.
bool ComesByWaiting(const MonthView& view, const Shift& shift, const std::string& member) {
  return std::any_of(view.pending().begin(), view.pending().end(), [&](const auto& one) {
    const RosterChangeBody& body = one.body;
    if (body.kind == "stand_in") return body.shift == shift.id && body.other == member;
    if (body.kind != "swap") return false;
    return (body.shift == shift.id && body.other == member) ||
           (body.other_shift == shift.id && body.member == member);
  });
}

bool Comes(const MonthView& view, const Shift& shift, const std::string& member) {
  const auto places = PlacesOf(shift);
  return std::any_of(places.begin(), places.end(),
                     [&](const DutyPlace& place) { return place.comes == member; }) ||
         ComesByWaiting(view, shift, member);
}

}  // namespace

const Shift* BusyAt(const MonthView& view, const std::string& member, const ShiftHours& hours,
                    const std::vector<std::string>& except) {
  for (const Shift& shift : view.input().shifts) {
    const auto theirs = HoursOf(shift);
    if (!theirs || !Overlap(*theirs, hours)) continue;
    if (std::find(except.begin(), except.end(), shift.id) != except.end()) continue;
    if (Comes(view, shift, member)) return &shift;
  }
  return nullptr;
}

}  // namespace studio
