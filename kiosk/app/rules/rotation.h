// The month's rotation (轮值): who came, who is missing, which days are empty. Computed whole from
// the roster, the check-ins and the mechanism's quotas of duty, by which the year is assessed too
// (duty_owed.h); no part of it is kept.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/rules/holiday_calendar.h"
#include "app/rules/reception_rule.h"
#include "shared/feed/attendance.h"
#include "shared/mechanism/mechanism.h"

namespace studio {

// Where no quota says anything else: of whoever came for a shift, on time or not.
Quota MonthlyDuty(Subject of, int at_least);

struct RotationRule {
  // As DutyQuotas gives them, and at least one.
  std::vector<Quota> quotas = {MonthlyDuty(Subject::kMember, 1)};
  PunctualityRule punctuality{};

  bool ByPlatform() const { return quotas.front().of != Subject::kMember; }
  // Kinds of deeds that count beside duty, and are not told here.
  std::vector<std::string> OtherKinds() const;
  bool CountsWalkIns() const;
};

struct RotationInput {
  std::chrono::year_month month;
  StudioId studio = 0;  // whose days the calendar shows
  std::vector<Member> members;
  std::vector<Studio> studios;
  std::vector<Shift> shifts;           // of all studios; those of other months are left out
  std::vector<Shift> removed;          // taken off the roster, with the version of that; likewise
  std::vector<Attendance> attendance;  // likewise
  std::vector<Attendance> unproven;    // taken elsewhere; on no page, and neither come nor absent
  HolidayCalendar holidays;
  std::string reception;  // as the studio writes it; empty or not understood: working days
  std::int64_t now_ms = 0;
};

// Where somebody stands against the rule.
enum class Standing {
  kDone,
  kToCome,     // not yet, and there is a shift to come
  kWaits,      // came, and the county makes sure of the badge
  kMissed,     // was to come and did not; no other shift is left
  kUnplanned,  // nothing planned that could still fulfil it
  kFree,       // nothing is owed of them in this month
};

// One day on which a member came, is to come, or should have.
struct MemberDuty {
  std::string date;
  StudioId studio = 0;
  DutyMark mark = DutyMark::kToCome;  // kLeave: does not come, whether or not somebody else does
  bool stands_in = false;             // for somebody else
  bool walked_in = false;             // without a shift
  bool waits = false;                 // as Standing::kWaits
};

struct MemberMonth {
  std::string member;
  int done = 0;  // as the quota counts them, at any studio
  int to_come = 0;
  int missed = 0;  // without leave
  int leave = 0;   // 请假, and somebody else came for them
  int extra = 0;   // came without being on the list; see RotationRule::CountsWalkIns
  Standing standing = Standing::kUnplanned;
  std::vector<MemberDuty> duties;  // by date
};

struct PlatformMonth {
  StudioId studio = 0;
  // As the quota counts them; where it is the members', shifts at which somebody came.
  int done = 0;
  int to_come = 0;
  Standing standing = Standing::kUnplanned;
};

enum class DayState {
  kClosed,    // nobody is expected
  kGap,       // should be open, and nobody is to come
  kPlanned,   // to come, or under way
  kAttended,  // somebody came for every shift
  kPartly,    // for some
  kNobody,    // planned, and nobody came
};

struct DayMonth {
  CalendarDate date;
  DayState state = DayState::kClosed;
  std::string holiday;                       // "国庆节"
  std::optional<CalendarDate> moved_from{};  // a reception day that a holiday moved here
  std::vector<DutyLineOfSheet> lines;
};

struct GroupMonth {
  int members = 0, done = 0, to_come = 0, missed = 0, unplanned = 0;
};

struct RotationMonth {
  std::vector<DayMonth> days;
  std::vector<MemberMonth> members;  // in the order given
  std::vector<PlatformMonth> platforms;
  std::map<std::string, GroupMonth> groups;  // by activity group
  int gaps = 0;
  bool walk_ins = false;   // count
  bool duty_alone = true;  // false: other deeds count too, and are not told here
};

// Whether the check-ins of all of that month are still on a terminal (kAttendanceDays); of others
// it cannot be said who came.
bool HasCheckIns(std::chrono::year_month month, CalendarDate today);

RotationMonth ComputeRotation(const RotationInput& input, const RotationRule& rule);

}  // namespace studio
