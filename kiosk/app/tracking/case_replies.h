// The replies in an answer, each with when it came and from whom.
#pragma once

#include <string>
#include <vector>

#include "shared/bodies/case_answer.h"

namespace studio {

struct CaseReply {
  std::string text;
  std::int64_t at_ms = 0;  // county time; 0: the county did not say
  std::string unit;        // empty: nobody in particular
};

// Oldest first; the newest is the one that stands.
std::vector<CaseReply> RepliesOf(const CaseAnswer& answer);

}  // namespace studio
