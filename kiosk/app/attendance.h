// What became of one member's place in a shift: the line of the duty sheet (值班签到表). Decided
// from the roster, the check-ins and the time alone.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/shift_hours.h"

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
  bool operator==(const Attendance&) const = default;
};

// Settings of the mechanism.
struct PunctualityRule {
  int late_after_minutes = 15;
  int early_before_minutes = 15;
};

enum class DutyMark {
  kToCome,    // 未到班次
  kNotIn,     // 未签到: the shift is under way
  kOnDuty,    // 在岗
  kAttended,  // 正常, 迟到, 早退: see the minutes
  kLeave,     // 请假
  kStandIn,   // 代班: somebody else came or is to come
  kAbsent,    // 缺席: without leave
};

struct DutyLineOfSheet {
  std::string shift;
  std::string planned;  // whose place it is
  std::string came;     // who came; empty: nobody
  DutyMark mark = DutyMark::kToCome;
  std::int64_t in_ms = 0, out_ms = 0;
  int late_minutes = 0, early_minutes = 0;  // 0: in time
};

// A line for each place of the shift. `attendance` may hold other shifts' too.
std::vector<DutyLineOfSheet> SheetOf(const Shift& shift, const std::vector<Attendance>& attendance,
                                     const PunctualityRule& rule, std::int64_t now_ms);

}  // namespace studio
