// Who is on duty today, as the home screen shows it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/base/clock.h"
#include "app/station/station.h"

namespace studio {

enum class DutyPhase { kLater, kNow, kOver };

struct DutyLine {
  Member member;
  DutyPhase phase = DutyPhase::kLater;
  std::string from, to;   // of the shift that `phase` speaks of; empty: extra
  bool in = false;        // is here: has checked in, and is neither out on visits nor gone
  bool visiting = false;  // 外出走访: on duty, and not here
  bool gone = false;      // came, and has checked out or the shift is over
  bool away = false;      // on leave, and nobody comes instead
  PublicDuty state = PublicDuty::kPlanned;
};

struct DutyToday {
  std::vector<std::string> hours;  // "08:30 – 11:30", each shift once, in order
  // One per member, whoever comes or came for a place: the shift now, else the next, else the last.
  // Who is here comes first, then who is out on visits, should be here, is to come, was here; last
  // who is on leave, and whose shift is over.
  std::vector<DutyLine> lines;
};

DutyToday DutyOn(const Station& station, std::int64_t wall_ms);
// The line of a member who is here now; null: they are not.
const DutyLine* HereNow(const DutyToday& duty, std::string_view member);
bool AnybodyHere(const DutyToday& duty);

}  // namespace studio
