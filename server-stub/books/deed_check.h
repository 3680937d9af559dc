// What cannot be so in a deed, whoever says it.
#pragma once

#include <string>
#include <vector>

#include "shared/feed/counting_entities.h"
#include "shared/mechanism/sealed_deed.h"

namespace county {

// What a deed is held against.
struct DeedGrounds {
  studio::MembersOnFeed members;
  std::vector<studio::Studio> studios;
  studio::CalendarDate today;
  studio::DeedYears years;  // of which terminals are told all that counts
  int told_from = 0;        // the year in which the first of it may lie
};

// A Chinese sentence; empty: nothing. Unknown members and studios, days that are not there yet or
// in which a member was none, somebody named twice, figures that no sum holds (IsDeedFigure), and
// states that contradict each other: the same one twice on one day, or withdrawn or merged and
// something else on one day.
std::string DeedFault(const studio::Deed& deed, const DeedGrounds& grounds);

}  // namespace county
