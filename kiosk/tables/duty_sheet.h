// The lines of the 值班签到表 and the words in it, for every format that is exported.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/duty/duty_notes.h"
#include "app/rules/rotation.h"

namespace studio {

// All that an export is made of. A value: computed on the main thread, written on the worker.
struct RosterReport {
  RotationInput input;
  RotationMonth month;  // computed from `input`
  std::string studio_name;
  std::uint32_t county = 0;  // division code; 0: not told
  bool large_paper = false;  // the wall sheet on A3 instead of A4
  DutyRemarksOfMonth remarks;
};

struct DutyRow {
  int number = 0;  // from 1
  CalendarDate date{};
  std::string hours;  // "08:30-11:30", "20:00-次日02:00"; 临时: came without being planned
  std::string member, sector, group;  // whose place it is
  std::string in, out;                // "08:20", "次日02:05"
  std::optional<int> minutes;         // between both
  DutyMark mark = DutyMark::kToCome;
  std::string status;
  std::string stand_in;  // who came or is to come instead
  bool came = false;
  std::optional<int> receptions;
  std::string handover;
  std::string remark;
};

// This studio's, by date, time and place; those who came without being planned behind the day's
// shifts.
std::vector<DutyRow> DutyRowsOf(const RosterReport& report);

enum class DutyField {
  kNumber,
  kDate,
  kWeekday,
  kShift,
  kMember,
  kSector,
  kGroup,
  kIn,
  kOut,
  kDuration,
  kStatus,
  kStandIn,
  kReceptions,
  kHandover,
  kSignature,
  kRemark,
};

struct DutyColumn {
  DutyField field = DutyField::kNumber;
  std::string caption;
  double width = 8;  // in digits
};
// In the order in which the sheet is printed.
const std::vector<DutyColumn>& DutyColumns();

std::string TextOf(const DutyRow& row, DutyField field);

std::string WeekdayText(CalendarDate date);            // "二"
std::string MonthText(std::chrono::year_month month);  // "2026年11月"
std::string DurationText(int minutes);                 // "3:05"
// Where other deeds than duty count too, nobody has not done it: they did not come.
std::string StandingText(Standing standing, bool duty_alone);

}  // namespace studio
