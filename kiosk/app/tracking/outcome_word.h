// The one word for how a matter ended: on slips, in the ledger, on its sheets. zh-CN.
#pragma once

#include <string_view>

#include "shared/bodies/case_answer.h"

namespace studio {

std::string_view OutcomeWord(CaseOutcome outcome);  // empty: none

}  // namespace studio
