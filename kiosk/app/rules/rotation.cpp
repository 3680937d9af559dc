#include "app/rules/rotation.h"

#include <algorithm>
#include <set>

#include "app/rules/duty_owed.h"
#include "shared/bodies/duty_bodies.h"
#include "shared/mechanism/duty_deeds.h"

namespace studio {
namespace {

bool InMonth(std::string_view date_text, std::chrono::year_month month) {
  const auto date = ParseDate(date_text);
  return date && date->year() / date->month() == month;
}

Standing StandingOf(const OwedDuty& owed, int to_come, int missed) {
  if (!owed.owes) return Standing::kFree;
  if (owed.met) return Standing::kDone;
  if (to_come > 0) return Standing::kToCome;
  if (owed.waits) return Standing::kWaits;
  return missed > 0 ? Standing::kMissed : Standing::kUnplanned;
}

bool Came(const DutyLineOfSheet& line) { return !line.came.empty(); }

// Who is to come for a place where nobody has yet.
const std::string& Expected(const DutyLineOfSheet& line) {
  return line.comes.empty() ? line.planned : line.comes;
}

bool StillToCome(const DutyLineOfSheet& line, const Shift& shift, std::int64_t now_ms) {
  const auto hours = HoursOf(shift);
  return !Came(line) && line.mark != DutyMark::kLeave && hours && now_ms < hours->end_ms;
}

// The mark as it speaks of whoever came or is to come.
DutyMark MarkOfOwn(const DutyLineOfSheet& line) {
  if (line.mark != DutyMark::kStandIn) return line.mark;
  return Came(line) ? DutyMark::kAttended : DutyMark::kToCome;
}

class Counting {
 public:
  Counting(const RotationInput& input, const RotationRule& rule)
      : input_(input), rule_(rule), owed_(OwedDutiesOf(input, rule)) {
    for (const Member& member : input.members) {
      index_[member.id] = out_.members.size();
      out_.members.emplace_back().member = member.id;
    }
  }

  RotationMonth Take() {
    for (const Shift& shift : input_.shifts) {
      if (InMonth(shift.date, input_.month)) CountShift(shift);
    }
    for (const Attendance& one : input_.attendance) {
      if (!one.shift.empty() || !InMonth(one.date, input_.month)) continue;
      if (one.studio == input_.studio) covered_[*ParseDate(one.date)].extra = true;
    }
    for (const Deed& deed : owed_.deeds) CountDeed(deed);
    for (MemberMonth& member : out_.members) {
      std::stable_sort(member.duties.begin(), member.duties.end(),
                       [](const MemberDuty& a, const MemberDuty& b) { return a.date < b.date; });
      const OwedDuty& owed = owed_.members[member.member];
      member.done = owed.done;
      member.standing = StandingOf(owed, member.to_come, member.missed);
    }
    CountGroups();
    JudgePlatforms();
    JudgeDays();
    out_.walk_ins = rule_.CountsWalkIns();
    out_.duty_alone = rule_.OtherKinds().empty();
    return std::move(out_);
  }

 private:
  MemberMonth* Of(const std::string& id) {
    const auto it = index_.find(id);
    return it == index_.end() ? nullptr : &out_.members[it->second];
  }

  void CountShift(const Shift& shift) {
    auto lines = SheetOf(shift, input_.attendance, rule_.punctuality, input_.now_ms);
    bool somebody_came = false, somebody_to_come = false;
    for (const DutyLineOfSheet& line : lines) {
      const bool to_come = StillToCome(line, shift, input_.now_ms);
      somebody_came |= Came(line);
      somebody_to_come |= to_come;
      if (Came(line)) {
        for_shifts_.insert(std::string(kDutyDeeds) + shift.id + "/" + line.came);
      } else if (to_come) {
        if (MemberMonth* who = Of(Expected(line))) ++who->to_come;
      } else if (line.mark == DutyMark::kAbsent) {
        if (MemberMonth* who = Of(Expected(line))) ++who->missed;
      }
      const bool own = Came(line) ? line.came == line.planned : Expected(line) == line.planned;
      // Whose place somebody else has, and who came too, is on no leave.
      const bool came_too = std::any_of(lines.begin(), lines.end(), [&](const auto& other) {
        return other.came == line.planned && other.planned == line.planned;
      });
      if (!line.beside && !came_too && (line.mark == DutyMark::kLeave || !own)) {
        if (MemberMonth* who = Of(line.planned)) {
          ++who->leave;
          who->duties.push_back({shift.date, shift.studio, DutyMark::kLeave});
        }
      }
      if (line.mark == DutyMark::kLeave) continue;
      if (MemberMonth* who = Of(Came(line) ? line.came : Expected(line))) {
        who->duties.push_back({shift.date, shift.studio, MarkOfOwn(line), !own});
      }
    }
    PlatformMonth& platform = platforms_[shift.studio];
    platform.studio = shift.studio;
    platform.done += somebody_came;
    platform.to_come += !somebody_came && somebody_to_come;
    platform_missed_[shift.studio] += !somebody_came && !somebody_to_come;
    if (shift.studio == input_.studio) {
      auto& day = by_day_[*ParseDate(shift.date)];
      day.insert(day.end(), lines.begin(), lines.end());
      Covered& covered = covered_[*ParseDate(shift.date)];
      ++covered.shifts;
      covered.came += somebody_came;
      covered.to_come += !somebody_came && somebody_to_come;
      // Everybody on leave and nobody standing in is as good as nobody planned.
      covered.empty += std::all_of(lines.begin(), lines.end(), [](const DutyLineOfSheet& line) {
        return line.mark == DutyMark::kLeave;
      });
    }
  }

  // What the pages' shifts do not show of somebody's comings.
  void CountDeed(const Deed& deed) {
    MemberMonth* who = Of(deed.members.front().id);
    const std::string date = ToText(deed.done);
    if (!who || !InMonth(date, input_.month) || !IsComing(deed)) return;
    const bool walked_in = deed.members.front().attendance == kWalkedIn;
    who->extra += walked_in;
    if (walked_in && !for_shifts_.contains(deed.id)) {
      who->duties.push_back({date, deed.studio, DutyMark::kAttended, false, true, deed.waiting});
    } else if (deed.waiting) {
      for (MemberDuty& duty : who->duties) {
        if (duty.date != date || duty.studio != deed.studio) continue;
        if (duty.mark == DutyMark::kAbsent) --who->missed;
        if (duty.mark != DutyMark::kLeave) duty.mark = DutyMark::kAttended;
        duty.waits = true;
      }
    }
  }

  void CountGroups() {
    for (std::size_t i = 0; i < out_.members.size(); ++i) {
      GroupMonth& group = out_.groups[input_.members[i].group];
      ++group.members;
      switch (out_.members[i].standing) {
        case Standing::kDone:
          ++group.done;
          break;
        case Standing::kToCome:
        case Standing::kWaits:
          ++group.to_come;
          break;
        case Standing::kMissed:
          ++group.missed;
          break;
        case Standing::kUnplanned:
          ++group.unplanned;
          break;
        case Standing::kFree:
          break;
      }
    }
  }

  void JudgePlatforms() {
    for (const Studio& studio : input_.studios) {
      PlatformMonth platform = platforms_[studio.id];
      platform.studio = studio.id;
      const OwedDuty& owed = owed_.studios[studio.id];
      if (rule_.ByPlatform()) platform.done = owed.done;
      platform.standing = StandingOf(owed, platform.to_come, platform_missed_[studio.id]);
      out_.platforms.push_back(platform);
    }
  }

  // With the day that each was moved from.
  std::map<CalendarDate, std::optional<CalendarDate>> OpenDays(CalendarDate first,
                                                               CalendarDate last) const {
    const auto reception = ReceptionRule::Parse(input_.reception);
    const auto rule = reception ? reception : ReceptionRule::Parse("工作日");
    std::map<CalendarDate, std::optional<CalendarDate>> open;
    for (const ReceptionDay& day : rule->Days(first, last, input_.holidays)) {
      open[day.date] = day.moved_from;
    }
    return open;
  }

  void JudgeDays() {
    const CalendarDate first = FirstOf(input_.month), last = LastOf(input_.month);
    const auto open = OpenDays(first, last);
    for (CalendarDate date = first; date <= last; date = AddDays(date, 1)) {
      DayMonth day;
      day.date = date;
      day.holiday = input_.holidays.NameOf(date);
      if (const auto it = open.find(date); it != open.end()) day.moved_from = it->second;
      day.lines = by_day_[date];
      const Covered covered = covered_[date];
      const int planned = covered.shifts - covered.empty;
      if (planned == 0) {
        day.state = open.contains(date) || covered.shifts > 0 ? DayState::kGap : DayState::kClosed;
      } else if (covered.to_come > 0) {
        day.state = DayState::kPlanned;
      } else if (covered.came == covered.shifts) {
        day.state = DayState::kAttended;
      } else {
        day.state = covered.came > 0 || covered.extra ? DayState::kPartly : DayState::kNobody;
      }
      out_.gaps += day.state == DayState::kGap;
      out_.days.push_back(std::move(day));
    }
  }

  struct Covered {
    int shifts = 0, came = 0, to_come = 0, empty = 0;
    bool extra = false;  // somebody came without being on the list
  };

  const RotationInput& input_;
  const RotationRule& rule_;
  OwedDuties owed_;
  std::set<std::string> for_shifts_;  // deeds of who stands on a shift's sheet
  RotationMonth out_;
  std::map<std::string, std::size_t> index_;
  std::map<StudioId, PlatformMonth> platforms_;
  std::map<StudioId, int> platform_missed_;
  std::map<CalendarDate, std::vector<DutyLineOfSheet>> by_day_;
  std::map<CalendarDate, Covered> covered_;
};

}  // namespace

Quota MonthlyDuty(Subject of, int at_least) {
  Quota quota;
  quota.id = kDuty;
  quota.of = of;
  quota.when.kinds = {kDuty};
  quota.when.attendance = {"present", "late", "left_early"};
  quota.per = Span::kMonth;
  quota.at_least = at_least;
  return quota;
}

std::vector<std::string> RotationRule::OtherKinds() const {
  std::vector<std::string> others;
  for (const Quota& quota : quotas) {
    for (const std::string& kind : quota.when.kinds) {
      if (kind != kDuty && !IsAmong(others, kind)) others.push_back(kind);
    }
  }
  return others;
}

bool RotationRule::CountsWalkIns() const {
  return std::any_of(quotas.begin(), quotas.end(), [](const Quota& quota) {
    return quota.when.attendance.empty() || IsAmong(quota.when.attendance, kWalkedIn);
  });
}

bool HasCheckIns(std::chrono::year_month month, CalendarDate today) {
  return AddDays(FirstOf(month), kAttendanceDays) >= today;
}

RotationMonth ComputeRotation(const RotationInput& input, const RotationRule& rule) {
  return Counting(input, rule).Take();
}

}  // namespace studio
