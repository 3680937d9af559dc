#include "demo_days.h"

#include "shared/base/time_units.h"
#include "ui/screens/duty/day_screen.h"

namespace studio {
namespace {

std::string DateOf(const ScreenRig& rig, int days) {
  return LocalTime::At(rig.clock.now.wall_ms + days * kDayMs).Date();
}

void MakePast(ScreenRig& rig) {
  RotationInput& month = rig.duty.month;
  Shift past = month.shifts.front();
  past.id = "past";
  past.date = DateOf(rig, -1);
  past.members = {"m02", "m01", "m12"};
  month.shifts.push_back(past);
  const std::int64_t begin = HoursOf(past)->begin_ms;
  month.attendance.push_back(
      {"past", "m01", 1, past.date, begin - 8 * kMinuteMs, begin + 175 * kMinuteMs, ""});
  month.attendance.push_back(
      {"past", "m12", 1, past.date, begin + 22 * kMinuteMs, begin + 175 * kMinuteMs, ""});
}

// On the 23rd: somebody is ill, somebody stands in, two have swapped.
void MakeChanges(std::vector<Shift>& shifts) {
  const auto member = [&](std::size_t shift, std::size_t place) {
    return shifts[shift].members[place];
  };
  shifts[4].changes = {{ShiftChange::Kind::kLeave, member(4, 0), "", member(4, 0), "m01", "生病"},
                       {ShiftChange::Kind::kStandIn, member(4, 1), "m20", member(4, 1), "m20", ""}};
  shifts[5].changes = {
      {ShiftChange::Kind::kSwap, member(5, 0), "m21", member(5, 0), "m21", "家里有事"}};
}

void MakeMonth(ScreenRig& rig) {
  RotationInput& month = rig.duty.month;
  month = {};
  const Station& station = *rig.state.station;
  month.month = std::chrono::year(2026) / std::chrono::November;
  month.studio = station.studio.id;
  month.members = station.members;
  month.studios = {station.studio, station.studio};
  month.studios[1].id = 2;
  month.studios[1].name = "样板镇委员工作室";
  month.shifts = station.shifts;
  std::uint64_t version = 10;
  for (Shift& shift : month.shifts) shift.version = ++version;
  MakeChanges(month.shifts);
  const std::string free = DateOf(rig, 3), many = DateOf(rig, 5);
  std::erase_if(month.shifts, [&](const Shift& shift) { return shift.date == free; });
  for (Shift& shift : month.shifts) {
    if (shift.date == DateOf(rig, 4)) shift.members.clear();
    if (shift.date == many) shift.members = {"m05", "m06", "m07", "m08", "m09"};
  }
  Shift& elsewhere = month.shifts.emplace_back(month.shifts[1]);
  elsewhere.id = "elsewhere";
  elsewhere.studio = 2;
  elsewhere.members = {"m09", "m12"};
  MakePast(rig);
  month.attendance.push_back(
      {"s0", "m01", 1, DateOf(rig, 0), rig.clock.now.wall_ms - 40 * kMinuteMs, 0, ""});
  rig.state.station = std::make_shared<Station>(station);
}

void Wait(ScreenRig& rig, const char* kind, const char* shift, const char* member) {
  PendingRosterChange& pending = rig.duty.pending.emplace_back();
  pending.record = std::string("r") + shift;
  pending.body.kind = kind;
  pending.body.shift = shift;
  pending.body.member = member;
  pending.body.saw_version = 5;
}

}  // namespace

void OpenDay(ScreenRig& rig, int days) {
  MakeMonth(rig);
  if (days == 1) {
    Wait(rig, "leave", "s2", "m05");
    Wait(rig, "remove", "s3", "");
  }
  rig.opens = [&rig, days](const ScreenParts& parts) {
    auto view = std::make_shared<MonthView>(rig.duty, rig.state, rig.clock);
    return std::make_unique<DayScreen>(parts, std::move(view), KeySession{"m01", nullptr},
                                       *ParseDate(DateOf(rig, days)));
  };
}

}  // namespace studio
