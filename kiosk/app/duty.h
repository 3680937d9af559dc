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
  std::string from, to;  // of the shift that `phase` speaks of; empty: extra
  bool in = false;       // has checked in, and neither left nor is the shift over
  bool gone = false;     // has checked out
  bool away = false;     // on leave, and nobody comes instead
};

struct DutyToday {
  std::vector<std::string> hours;  // "08:30 – 11:30", each shift once, in order
  // One per member, whoever comes or came for a place: the shift now, else the next, else the last.
  // Who is in comes first, then who should be, is to come, has been.
  std::vector<DutyLine> lines;
};

DutyToday DutyOn(const Station& station, std::int64_t wall_ms);

}  // namespace studio
