// What is owed over a stretch of time, and what of it is done.
#pragma once

#include <functional>

#include "shared/mechanism/deed_parts.h"

namespace studio {

struct QuotaScope {
  Days year, term;
  CalendarDate today;
  // Membership of somebody who came or left within: stretches that do not lie in it owe nothing.
  std::optional<CalendarDate> from{}, until{};
};

// A deed that counts for somebody, or for a studio, group or township.
struct QuotaDeed {
  const Deed* deed;
  CalendarDate day;
};

QuotaState StateOf(const Quota& quota, const QuotaScope& scope, std::vector<QuotaDeed> deeds);

}  // namespace studio
