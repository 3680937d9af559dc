// What is owed over a stretch of time, and what of it is done.
#pragma once

#include <functional>

#include "shared/mechanism/deed_parts.h"

namespace studio {

struct QuotaScope {
  Days year, term;
  CalendarDate today;
  // Whose it is. A stretch owes nothing in which they were no member all the while, or were not of
  // the type or in the post of whom the quota speaks. Null: a body's.
  const AssessedMember* member = nullptr;
};

// A deed that counts for somebody, or for a studio, group or township.
struct QuotaDeed {
  const Deed* deed;
  CalendarDate day;
};

QuotaState StateOf(const Quota& quota, const QuotaScope& scope, std::vector<QuotaDeed> deeds);

}  // namespace studio
