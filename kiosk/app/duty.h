// Who is on duty today, as the home screen shows it.
#pragma once

#include <string>
#include <vector>

#include "app/clock.h"
#include "app/station.h"

namespace studio {

enum class DutyPhase { kLater, kNow, kOver };

struct DutyLine {
  Member member;
  DutyPhase phase = DutyPhase::kLater;
  std::string from, to;  // of the shift that `phase` speaks of
};

struct DutyToday {
  std::vector<std::string> hours;  // "08:30 – 11:30", each shift once, in order
  std::vector<DutyLine> lines;     // one per member: the shift now, else the next, else the last
};

DutyToday DutyOn(const Station& station, std::int64_t wall_ms);

}  // namespace studio
