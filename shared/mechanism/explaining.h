// The counting rules as Chinese sentences, to be held beside the document that they come from.
#pragma once

#include <string>

#include "shared/mechanism/mechanism.h"

namespace studio {

// Lines that end in a line end; words of the file that have no Chinese name stand as they are.
std::string ExplainedText(const CountingRules& rules);

// One of them: a sentence, without a line end.
std::string ExplainedRule(const CountingRules& rules, const PointsRule& rule);
std::string ExplainedQuota(const Quota& quota);

}  // namespace studio
