#include "app/duty.h"

#include <algorithm>

namespace studio {

DutyToday DutyOn(const Station& station, std::int64_t wall_ms) {
  const LocalTime now = LocalTime::At(wall_ms);
  const std::string today = now.Date();
  const std::string time = now.HourMin();
  DutyToday out;
  for (const Shift& shift : station.shifts) {
    if (shift.date != today) continue;
    const std::string hours = shift.from + " – " + shift.to;
    if (std::find(out.hours.begin(), out.hours.end(), hours) == out.hours.end()) {
      out.hours.push_back(hours);
    }
    const DutyPhase phase = time < shift.from ? DutyPhase::kLater
                            : time < shift.to ? DutyPhase::kNow
                                              : DutyPhase::kOver;
    for (const std::string& id : shift.members) {
      const auto member = std::find_if(station.members.begin(), station.members.end(),
                                       [&](const Member& m) { return m.id == id; });
      if (member == station.members.end()) continue;
      auto line = std::find_if(out.lines.begin(), out.lines.end(),
                               [&](const DutyLine& l) { return l.member.id == id; });
      if (line == out.lines.end()) {
        out.lines.push_back({*member, phase, shift.from, shift.to});
      } else if (phase == DutyPhase::kNow ||
                 (phase == DutyPhase::kLater && line->phase == DutyPhase::kOver)) {
        *line = {*member, phase, shift.from, shift.to};
      }
    }
  }
  return out;
}

}  // namespace studio
