// When a shift begins and ends, and whose duty it is once leave and stand-ins are taken into
// account.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/calendar_date.h"
#include "shared/feed/entities.h"

namespace studio {

struct ShiftHours {
  std::int64_t begin_ms = 0, end_ms = 0;  // Unix time
};

// nullopt where date or times are none. A shift that ends no later than it begins ends on the next
// day.
std::optional<ShiftHours> HoursOf(const Shift& shift);

// One that begins when the other ends does not overlap it.
inline bool Overlap(const ShiftHours& a, const ShiftHours& b) {
  return a.begin_ms < b.end_ms && b.begin_ms < a.end_ms;
}

// The last change of that kind that speaks of the member; null: none.
const ShiftChange* ChangeOf(const Shift& shift, ShiftChange::Kind kind, const std::string& member);

// One place to fill in a shift: whose it is by the roster, and who is to come.
struct DutyPlace {
  std::string planned;  // member id
  std::string comes;    // the same, a stand-in, or empty: on leave and nobody stands in
};
std::vector<DutyPlace> PlacesOf(const Shift& shift);

}  // namespace studio
