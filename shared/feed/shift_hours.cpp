#include "shared/feed/shift_hours.h"

#include <algorithm>
#include <charconv>

#include "shared/base/time_of_day.h"
#include "shared/base/time_units.h"

namespace studio {
std::optional<ShiftHours> HoursOf(const Shift& shift) {
  const auto date = ParseDate(shift.date);
  const auto from = ParseTimeOfDay(shift.from), to = ParseTimeOfDay(shift.to);
  if (!date || !from || !to) return std::nullopt;
  const std::int64_t midnight =
      std::chrono::sys_days(*date).time_since_epoch().count() * kDayMs - kChinaOffsetMs;
  ShiftHours hours{midnight + *from * kMinuteMs, midnight + *to * kMinuteMs};
  if (hours.end_ms <= hours.begin_ms) hours.end_ms += kDayMs;
  return hours;
}

const ShiftChange* ChangeOf(const Shift& shift, ShiftChange::Kind kind, const std::string& member) {
  const auto it = std::find_if(
      shift.changes.rbegin(), shift.changes.rend(),
      [&](const ShiftChange& change) { return change.kind == kind && change.member == member; });
  return it == shift.changes.rend() ? nullptr : &*it;
}

std::vector<DutyPlace> PlacesOf(const Shift& shift) {
  std::vector<DutyPlace> places;
  for (const std::string& member : shift.members) {
    DutyPlace place{member, member};
    if (ChangeOf(shift, ShiftChange::Kind::kLeave, member)) place.comes.clear();
    if (const auto* stand_in = ChangeOf(shift, ShiftChange::Kind::kStandIn, member)) {
      place.comes = stand_in->other;
    }
    places.push_back(std::move(place));
  }
  return places;
}

}  // namespace studio
