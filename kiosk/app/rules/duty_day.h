// One day of this studio's roster as a page shows it: each shift with whoever came, comes or should
// have, and who came without being on the list.
#pragma once

#include <string>
#include <vector>

#include "app/rules/rotation.h"

namespace studio {

struct DutySeat {
  std::string who;         // member id: came, is to come, or should have
  std::string instead_of;  // member id; empty: their own place
  DutyLineOfSheet line;
};

struct DutyShift {
  const Shift* shift = nullptr;
  std::vector<DutySeat> seats;
};

struct DutyDay {
  std::vector<DutyShift> shifts;  // by time
  std::vector<const Attendance*> extra;
};

// Pointers are into `input`; `month` was computed from it.
DutyDay DutyDayOf(const RotationInput& input, const RotationMonth& month, CalendarDate date);

}  // namespace studio
