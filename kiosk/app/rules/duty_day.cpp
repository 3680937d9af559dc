#include "app/rules/duty_day.h"

#include <algorithm>

namespace studio {
namespace {

const DayMonth* DayOf(const RotationMonth& month, CalendarDate date) {
  const auto it = std::find_if(month.days.begin(), month.days.end(),
                               [&](const DayMonth& day) { return day.date == date; });
  return it == month.days.end() ? nullptr : &*it;
}

DutyShift SeatsOf(const Shift& shift, const DayMonth& day) {
  DutyShift out{&shift, {}};
  for (const DutyLineOfSheet& line : day.lines) {
    if (line.shift != shift.id) continue;
    DutySeat seat;
    seat.who = WhoOf(line);
    if (seat.who != line.planned) seat.instead_of = line.planned;
    seat.line = line;
    out.seats.push_back(std::move(seat));
  }
  return out;
}

}  // namespace

DutyDay DutyDayOf(const RotationInput& input, const RotationMonth& month, CalendarDate date) {
  DutyDay out;
  const DayMonth* day = DayOf(month, date);
  if (day == nullptr) return out;
  const std::string text = ToText(date);
  for (const Shift& shift : input.shifts) {
    if (shift.studio == input.studio && shift.date == text) {
      out.shifts.push_back(SeatsOf(shift, *day));
    }
  }
  std::stable_sort(
      out.shifts.begin(), out.shifts.end(),
      [](const DutyShift& a, const DutyShift& b) { return a.shift->from < b.shift->from; });
  for (const Attendance& one : input.attendance) {
    if (one.shift.empty() && one.studio == input.studio && one.date == text) {
      out.extra.push_back(&one);
    }
  }
  return out;
}

}  // namespace studio
