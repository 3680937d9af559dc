// What is owed of each in a month, and done, by the engine that assesses the year
// (shared/mechanism/assess.h): a rotation cannot say anything else than an assessment does.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/rules/rotation.h"
#include "shared/mechanism/deed.h"

namespace studio {

struct OwedDuty {
  bool owes = false;   // by one quota at least
  bool met = false;    // each that is owed
  bool waits = false;  // it would be, were all confirmed that waits
  int done = 0;        // the most that one of them counts
};

struct OwedDuties {
  std::vector<Deed> deeds;  // what is told of duty (shared/mechanism/duty_deeds.h)
  std::map<std::string, OwedDuty> members;
  std::map<StudioId, OwedDuty> studios;
};

OwedDuties OwedDutiesOf(const RotationInput& input, const RotationRule& rule);

}  // namespace studio
