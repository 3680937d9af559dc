// What became of one member's place in a shift: the line of the duty sheet (值班签到表). Decided
// from the roster, the check-ins and the time alone. Whoever came for a shift has a line of their
// own, whosever place it is: who came first for a place has it, who came for it too stands beside.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/feed/shift_hours.h"

namespace studio {

// One coming and going, as the check-in records tell it. `shift` is empty for an extra one.
struct Attendance {
  std::string shift;   // id
  std::string member;  // id, who came
  StudioId studio = 0;
  std::string date;          // of the shift, or of the day for an extra one
  std::int64_t in_ms = 0;    // Unix time
  std::int64_t out_ms = 0;   // 0: has not checked out
  std::string stand_in_for;  // member id, where it was said at check-in
  // 外出走访: when they last went out to people's doors, and when they last came back; 0: never.
  std::int64_t visit_ms = 0, back_ms = 0;
  bool unproven = false;  // the county could not make sure of the badge
  bool Visiting() const { return out_ms == 0 && visit_ms > back_ms; }
  bool operator==(const Attendance&) const = default;
};
Attendance AttendanceOf(const AttendanceLine& line);

// Settings of the mechanism.
struct PunctualityRule {
  int late_after_minutes = 15;
  int early_before_minutes = 15;
};

enum class DutyMark {
  kToCome,    // 待值
  kNotIn,     // 未到: the shift is under way
  kOnDuty,    // 在岗
  kAttended,  // 来过, 迟到, 早退: see the minutes
  kLeave,     // 请假
  kStandIn,   // 代班: somebody else came or is to come
  kAbsent,    // 缺席: without leave
};

// Where somebody is whose line it is.
enum class DutyPresence {
  kNotCome,
  kHere,      // 在岗: came, and has not gone
  kVisiting,  // 外出走访: on duty, and not here
  kGone,      // 来过: checked out, or the shift is over
};

// What everybody may read of a line (public pages). Absence and lateness are the manager's.
enum class PublicDuty {
  kHere,      // 在岗
  kVisiting,  // 外出走访
  kCame,      // 来过
  kExpected,  // 待值: the shift is under way
  kPlanned,   // 值班
  kSwapped,   // 调班
  kLeave,     // 请假
};

struct DutyLineOfSheet {
  std::string shift;
  std::string planned;    // whose place it is
  std::string comes;      // who is to come for it; empty: on leave, and nobody does
  std::string came;       // who came; empty: nobody
  bool beside = false;    // came too, and somebody else has the place
  bool swapped = false;   // the place was taken over by 调班
  bool unproven = false;  // as of whoever came
  DutyPresence presence = DutyPresence::kNotCome;
  DutyMark mark = DutyMark::kToCome;
  std::int64_t in_ms = 0, out_ms = 0;
  int late_minutes = 0, early_minutes = 0;  // 0: in time
};

// Whom a line speaks of: who came, is to come, or should have.
const std::string& WhoOf(const DutyLineOfSheet& line);
PublicDuty PublicOf(const DutyLineOfSheet& line);

// A line for each place of the shift, each followed by those of who came for it too; last who came
// for no place that is there now. `attendance` may hold other shifts' too.
std::vector<DutyLineOfSheet> SheetOf(const Shift& shift, const std::vector<Attendance>& attendance,
                                     const PunctualityRule& rule, std::int64_t now_ms);

// Where somebody is who came without being on the list: on their own day they are here until they
// go.
DutyPresence PresenceOfExtra(const Attendance& one, std::int64_t now_ms);

}  // namespace studio
