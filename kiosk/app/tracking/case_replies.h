// The replies to a matter, each with when it came and from whom.
#pragma once

#include <string>
#include <vector>

#include "app/tracking/case_store.h"

namespace studio {

struct CaseReply {
  std::string text;
  std::int64_t at_ms = 0;            // county time; 0: the county did not say
  std::string unit;                  // empty: nobody in particular
  std::optional<MemberSaid> said{};  // a member's, at the desk
};

// What the county tells, and what members said here that it does not tell of yet.
CaseAnswer ToldOf(const TrackedCase& found);
// Oldest first; the newest is the one that stands.
std::vector<CaseReply> RepliesOf(const TrackedCase& found);

}  // namespace studio
