#include "shared/mechanism/duty_quotas.h"

#include "shared/mechanism/duty_deeds.h"

namespace studio {

bool CountsDuty(const Quota& quota) { return IsAmong(quota.when.kinds, kDuty); }

std::vector<Quota> DutyQuotas(const CountingRules& rules) {
  std::vector<Quota> members, places;
  for (const Quota& quota : rules.quotas) {
    if (quota.per != Span::kMonth || !CountsDuty(quota)) continue;
    if (quota.of == Subject::kMember) members.push_back(quota);
    if (quota.of == Subject::kStudio || quota.of == Subject::kPlatform) places.push_back(quota);
  }
  return members.empty() ? places : members;
}

}  // namespace studio
