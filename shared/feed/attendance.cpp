#include "shared/feed/attendance.h"

#include <algorithm>

#include "shared/base/calendar_date.h"
#include "shared/base/time_units.h"

namespace studio {
namespace {

// Where the check-in has not arrived, when they went.
std::int64_t FirstSeenMs(const Attendance& one) { return one.in_ms != 0 ? one.in_ms : one.out_ms; }

// Everybody who came for the shift, once each, in the order of coming. Who went and came again was
// there from the first coming to the last going.
std::vector<Attendance> ComersOf(const Shift& shift, const std::vector<Attendance>& attendance) {
  std::vector<Attendance> comers;
  for (const Attendance& one : attendance) {
    if (one.shift != shift.id) continue;
    const auto known = std::find_if(comers.begin(), comers.end(), [&](const Attendance& other) {
      return other.member == one.member;
    });
    if (known == comers.end()) {
      comers.push_back(one);
      continue;
    }
    const bool open = known->out_ms == 0 || one.out_ms == 0;
    if (known->in_ms == 0 || (one.in_ms != 0 && one.in_ms < known->in_ms)) known->in_ms = one.in_ms;
    known->out_ms = open ? 0 : std::max(known->out_ms, one.out_ms);
    known->visit_ms = std::max(known->visit_ms, one.visit_ms);
    known->back_ms = std::max(known->back_ms, one.back_ms);
    if (known->stand_in_for.empty()) known->stand_in_for = one.stand_in_for;
    known->unproven = known->unproven && one.unproven;
  }
  std::stable_sort(comers.begin(), comers.end(), [](const Attendance& a, const Attendance& b) {
    return FirstSeenMs(a) < FirstSeenMs(b);
  });
  return comers;
}

// Its own member, the stand-in that was planned, or whoever said at check-in for whom they came.
bool CameFor(const Attendance& one, const DutyPlace& place) {
  if (!one.stand_in_for.empty()) return one.stand_in_for == place.planned;
  return one.member == place.planned || one.member == place.comes;
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

class ShiftSheet {
 public:
  ShiftSheet(const Shift& shift, const ShiftHours& hours, const PunctualityRule& rule,
             std::int64_t now_ms)
      : shift_(shift), hours_(hours), rule_(rule), now_ms_(now_ms) {}

  DutyLineOfSheet LineOf(const DutyPlace& place) const {
    DutyLineOfSheet line;
    line.shift = shift_.id;
    line.planned = place.planned;
    line.comes = place.comes;
    line.swapped = ChangeOf(shift_, ShiftChange::Kind::kSwap, place.planned) != nullptr;
    line.mark = WithoutCheckIn(place, hours_, now_ms_);
    return line;
  }

  DutyLineOfSheet LineOf(const DutyPlace& place, const Attendance& came) const {
    DutyLineOfSheet line = LineOf(place);
    line.came = came.member;
    line.in_ms = came.in_ms;
    line.out_ms = came.out_ms;
    line.unproven = came.unproven;
    if (came.in_ms != 0) {
      line.late_minutes = MinutesBeyond(came.in_ms - hours_.begin_ms, rule_.late_after_minutes);
    }
    if (came.out_ms != 0) {
      line.early_minutes = MinutesBeyond(hours_.end_ms - came.out_ms, rule_.early_before_minutes);
    }
    const bool over = came.out_ms != 0 || now_ms_ >= hours_.end_ms;
    line.presence = over              ? DutyPresence::kGone
                    : came.Visiting() ? DutyPresence::kVisiting
                                      : DutyPresence::kHere;
    line.mark = line.came != line.planned ? DutyMark::kStandIn
                : over                    ? DutyMark::kAttended
                                          : DutyMark::kOnDuty;
    return line;
  }

 private:
  const Shift& shift_;
  const ShiftHours& hours_;
  const PunctualityRule& rule_;
  std::int64_t now_ms_;
};

}  // namespace

Attendance AttendanceOf(const AttendanceLine& line) {
  return {line.shift,  line.member,       line.studio,   line.date,    line.in_ms,
          line.out_ms, line.stand_in_for, line.visit_ms, line.back_ms, line.unproven};
}

const std::string& WhoOf(const DutyLineOfSheet& line) {
  if (!line.came.empty()) return line.came;
  return line.comes.empty() ? line.planned : line.comes;
}

PublicDuty PublicOf(const DutyLineOfSheet& line) {
  switch (line.presence) {
    case DutyPresence::kHere:
      return PublicDuty::kHere;
    case DutyPresence::kVisiting:
      return PublicDuty::kVisiting;
    case DutyPresence::kGone:
      return PublicDuty::kCame;
    case DutyPresence::kNotCome:
      break;
  }
  if (line.mark == DutyMark::kLeave) return PublicDuty::kLeave;
  if (line.mark == DutyMark::kNotIn) return PublicDuty::kExpected;
  return line.swapped ? PublicDuty::kSwapped : PublicDuty::kPlanned;
}

std::vector<DutyLineOfSheet> SheetOf(const Shift& shift, const std::vector<Attendance>& attendance,
                                     const PunctualityRule& rule, std::int64_t now_ms) {
  std::vector<DutyLineOfSheet> lines;
  const auto hours = HoursOf(shift);
  if (!hours) return lines;
  const ShiftSheet sheet(shift, *hours, rule, now_ms);
  const auto comers = ComersOf(shift, attendance);
  std::vector<bool> listed(comers.size(), false);
  for (const DutyPlace& place : PlacesOf(shift)) {
    bool taken = false;
    for (std::size_t i = 0; i < comers.size(); ++i) {
      if (!CameFor(comers[i], place)) continue;
      // Who stands in for two has both places, and stands beside nobody twice.
      if (taken && listed[i]) continue;
      lines.push_back(sheet.LineOf(place, comers[i]));
      lines.back().beside = taken;
      taken = listed[i] = true;
    }
    if (!taken) lines.push_back(sheet.LineOf(place));
  }
  for (std::size_t i = 0; i < comers.size(); ++i) {
    if (listed[i]) continue;
    const std::string& planned =
        comers[i].stand_in_for.empty() ? comers[i].member : comers[i].stand_in_for;
    lines.push_back(sheet.LineOf({planned, planned}, comers[i]));
    lines.back().beside = true;
  }
  return lines;
}

DutyPresence PresenceOfExtra(const Attendance& one, std::int64_t now_ms) {
  using namespace std::chrono;
  const CalendarDate today =
      floor<days>(sys_time<milliseconds>(milliseconds(now_ms + kChinaOffsetMs)));
  if (one.out_ms != 0 || one.date != ToText(today)) return DutyPresence::kGone;
  return one.Visiting() ? DutyPresence::kVisiting : DutyPresence::kHere;
}

}  // namespace studio
