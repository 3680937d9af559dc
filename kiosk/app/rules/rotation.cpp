#include "app/rules/rotation.h"

#include <algorithm>

namespace studio {
namespace {

bool InMonth(std::string_view date_text, std::chrono::year_month month) {
  const auto date = ParseDate(date_text);
  return date && date->year() / date->month() == month;
}

Standing StandingOf(int done, int to_come, int missed, int at_least) {
  if (done >= at_least) return Standing::kDone;
  if (done + to_come >= at_least || to_come > 0) return Standing::kToCome;
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
  Counting(const RotationInput& input, const RotationRule& rule) : input_(input), rule_(rule) {
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
      if (MemberMonth* member = Of(one.member)) ++member->extra;
      if (one.studio == input_.studio) covered_[*ParseDate(one.date)].extra = true;
    }
    for (MemberMonth& member : out_.members) {
      std::stable_sort(member.duties.begin(), member.duties.end(),
                       [](const MemberDuty& a, const MemberDuty& b) { return a.date < b.date; });
      member.standing = StandingOf(member.done, member.to_come, member.missed, rule_.at_least);
    }
    CountGroups();
    JudgePlatforms();
    JudgeDays();
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
        if (MemberMonth* who = Of(line.came)) ++who->done;
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
          who->duties.push_back({shift.date, shift.studio, DutyMark::kLeave, false});
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

  void CountGroups() {
    for (std::size_t i = 0; i < out_.members.size(); ++i) {
      GroupMonth& group = out_.groups[input_.members[i].group];
      ++group.members;
      switch (out_.members[i].standing) {
        case Standing::kDone:
          ++group.done;
          break;
        case Standing::kToCome:
          ++group.to_come;
          break;
        case Standing::kMissed:
          ++group.missed;
          break;
        case Standing::kUnplanned:
          ++group.unplanned;
          break;
      }
    }
  }

  void JudgePlatforms() {
    for (const Studio& studio : input_.studios) {
      PlatformMonth platform = platforms_[studio.id];
      platform.studio = studio.id;
      platform.standing =
          StandingOf(platform.done, platform.to_come, platform_missed_[studio.id], rule_.at_least);
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
  RotationMonth out_;
  std::map<std::string, std::size_t> index_;
  std::map<StudioId, PlatformMonth> platforms_;
  std::map<StudioId, int> platform_missed_;
  std::map<CalendarDate, std::vector<DutyLineOfSheet>> by_day_;
  std::map<CalendarDate, Covered> covered_;
};

}  // namespace

RotationMonth ComputeRotation(const RotationInput& input, const RotationRule& rule) {
  return Counting(input, rule).Take();
}

}  // namespace studio
