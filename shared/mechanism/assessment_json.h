// An assessment as text, for commands and for whoever holds both ends against each other.
#pragma once

#include <string>

#include "shared/mechanism/year_grounds.h"

namespace studio {

// Indented by two, without a line end. Figures as people write them ("7.5", "1/3"); rows name rule,
// deed, arithmetic, what was counted, and what cut the rest off; `left_out` names deeds whose
// figures no sum holds. Errors are Chinese sentences. kNotFound: the year's member or studio is
// none. kInvalid: the rules' own figures overflow.
Result<std::string> AssessmentJson(const YearGrounds& grounds, const YearQuestion& question);

}  // namespace studio
