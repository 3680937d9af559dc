#include "app/shift_hours.h"

#include <algorithm>
#include <charconv>

namespace studio {
namespace {

constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kDayMs = 24 * 60 * kMinuteMs;
constexpr std::int64_t kUtcOffsetMs = 8 * 60 * kMinuteMs;  // Asia/Shanghai, no summer time

// "08:30" and "24:00".
std::optional<int> MinutesOf(const std::string& text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  int hour = 0, minute = 0;
  const auto read = [&](std::size_t at, int& out) {
    const char* const begin = text.data() + at;
    return std::from_chars(begin, begin + 2, out).ptr == begin + 2;
  };
  if (!read(0, hour) || !read(3, minute) || hour < 0 || minute < 0 || minute > 59 ||
      hour * 60 + minute > 24 * 60) {
    return std::nullopt;
  }
  return hour * 60 + minute;
}

}  // namespace

std::optional<ShiftHours> HoursOf(const Shift& shift) {
  const auto date = ParseDate(shift.date);
  const auto from = MinutesOf(shift.from), to = MinutesOf(shift.to);
  if (!date || !from || !to) return std::nullopt;
  const std::int64_t midnight =
      std::chrono::sys_days(*date).time_since_epoch().count() * kDayMs - kUtcOffsetMs;
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
