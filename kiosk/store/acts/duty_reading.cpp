#include "store/acts/duty_reading.h"

#include <algorithm>

#include "app/base/clock.h"
#include "app/duty/pending_roster.h"
#include "app/rules/mechanism_rules.h"
#include "shared/base/time_units.h"

namespace studio {
std::vector<Attendance> AttendanceNow(Tables& tables, StudioId studio, std::int64_t now_ms) {
  const std::string first = LocalTime::At(now_ms - kDayMs).Date();
  const std::string last = LocalTime::At(now_ms).Date();
  auto attendance =
      Merged(tables.comings.Between(first, last), tables.duty.Attendance(first, last));
  std::erase_if(attendance, [&](const Attendance& one) { return one.studio != studio; });
  return attendance;
}

CheckInGrounds GroundsNow(Tables& tables, const Station& station, StudioId studio,
                          std::int64_t now_ms) {
  CheckInGrounds grounds;
  grounds.keys = tables.trusted_keys.Now();
  // Without all revocations nobody's badge is good: as if nothing had been heard.
  if (tables.revocation_mark.Whole()) grounds.county = station.county.code;
  grounds.revocations = tables.duty.Revocations();
  grounds.members = station.members;
  grounds.shifts =
      tables.duty.Shifts(LocalTime::At(now_ms - kDayMs).Date(), LocalTime::At(now_ms).Date());
  std::erase_if(grounds.shifts, [&](const Shift& shift) { return shift.studio != studio; });
  grounds.attendance = AttendanceNow(tables, studio, now_ms);
  grounds.used_live_codes = tables.live_codes.Used();
  grounds.studio = studio;
  grounds.now_ms = now_ms;
  grounds.lists_as_of_ms = tables.registry.AsOfMs();
  grounds.settings = CheckInSettingsOf(station.mechanism);
  for (const KeyWrap& wrap : tables.duty.KeyWraps()) {
    if (wrap.studio == studio) grounds.pin_cards[wrap.member] = wrap.card;
  }
  return grounds;
}

RotationInput MonthOf(Tables& tables, const Station& station, StudioId studio,
                      std::chrono::year_month month) {
  const std::string first = ToText(AddDays(FirstOf(month), -1));
  const std::string last = ToText(AddDays(LastOf(month), 1));
  RotationInput input;
  input.month = month;
  input.studio = studio;
  input.members = station.members;
  input.studios = tables.duty.Studios();
  input.shifts = tables.duty.Shifts(first, last);
  input.removed = tables.removed_shifts.Between(first, last);
  const auto told = tables.duty.Attendance(first, last);
  input.attendance = Merged(tables.comings.Between(first, last), told);
  for (const AttendanceLine& line : told) {
    if (line.unproven) input.unproven.push_back(AttendanceOf(line));
  }
  input.holidays = HolidayCalendar(tables.duty.Holidays());
  input.reception = station.studio.reception;
  return input;
}

RosterNow RosterOf(Tables& tables, const Station& station) {
  return {station.members, tables.duty.Studios(),
          WithPending(tables.duty.Shifts(kFirstDay, kLastDay), tables.pending.All())};
}

}  // namespace studio
