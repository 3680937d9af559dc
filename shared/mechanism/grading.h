// From points and quotas to grade, rank and what follows.
#pragma once

#include "shared/mechanism/deed_parts.h"

namespace studio {

// Fills gates, grade, rank and consequences of all; the rest of them is there.
void GiveGrades(const CountingRules& rules, const AssessmentInput& input, const DeedParts& parts,
                std::vector<MemberResult>& results);

// Whether a consequence that goes by grades follows from this one; `earlier`: of the years before,
// the newest first.
bool FollowsFromGrade(const Consequence& consequence, const std::string& grade,
                      const std::vector<std::string>& earlier);

}  // namespace studio
