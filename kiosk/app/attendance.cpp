#include "app/attendance.h"

#include <algorithm>

namespace studio {
namespace {

constexpr std::int64_t kMinuteMs = 60'000;

// Who came for that place: its own member, the stand-in that was planned, or whoever said at
// check-in for whom they came.
const Attendance* CameFor(const DutyPlace& place, const Shift& shift,
                          const std::vector<Attendance>& attendance) {
  const auto find = [&](const auto& fits) -> const Attendance* {
    const auto it = std::find_if(attendance.begin(), attendance.end(), [&](const Attendance& one) {
      return one.shift == shift.id && fits(one);
    });
    return it == attendance.end() ? nullptr : &*it;
  };
  if (const auto* own = find([&](const Attendance& one) {
        return one.member == place.planned && one.stand_in_for.empty();
      })) {
    return own;
  }
  if (const auto* other =
          find([&](const Attendance& one) { return one.stand_in_for == place.planned; })) {
    return other;
  }
  if (place.comes.empty() || place.comes == place.planned) return nullptr;
  return find(
      [&](const Attendance& one) { return one.member == place.comes && one.stand_in_for.empty(); });
}

// Whole minutes beyond what is allowed for; 0: in time.
int MinutesBeyond(std::int64_t ms, int allowed) {
  const std::int64_t minutes = ms / kMinuteMs;
  return minutes >= allowed ? static_cast<int>(minutes) : 0;
}

DutyMark WithoutCheckIn(const DutyPlace& place, const ShiftHours& hours, std::int64_t now_ms) {
  if (place.comes.empty()) return DutyMark::kLeave;
  if (now_ms < hours.begin_ms) {
    return place.comes == place.planned ? DutyMark::kToCome : DutyMark::kStandIn;
  }
  return now_ms < hours.end_ms ? DutyMark::kNotIn : DutyMark::kAbsent;
}

}  // namespace

std::vector<DutyLineOfSheet> SheetOf(const Shift& shift, const std::vector<Attendance>& attendance,
                                     const PunctualityRule& rule, std::int64_t now_ms) {
  std::vector<DutyLineOfSheet> lines;
  const auto hours = HoursOf(shift);
  if (!hours) return lines;
  for (const DutyPlace& place : PlacesOf(shift)) {
    DutyLineOfSheet line;
    line.shift = shift.id;
    line.planned = place.planned;
    const Attendance* came = CameFor(place, shift, attendance);
    if (!came) {
      line.mark = WithoutCheckIn(place, *hours, now_ms);
      lines.push_back(std::move(line));
      continue;
    }
    line.came = came->member;
    line.in_ms = came->in_ms;
    line.out_ms = came->out_ms;
    line.late_minutes = MinutesBeyond(came->in_ms - hours->begin_ms, rule.late_after_minutes);
    if (came->out_ms != 0) {
      line.early_minutes = MinutesBeyond(hours->end_ms - came->out_ms, rule.early_before_minutes);
    }
    line.mark = line.came != line.planned                     ? DutyMark::kStandIn
                : came->out_ms == 0 && now_ms < hours->end_ms ? DutyMark::kOnDuty
                                                              : DutyMark::kAttended;
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace studio
