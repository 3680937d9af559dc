// What the settings of a mechanism mean for duty.
#pragma once

#include <vector>

#include "app/rules/check_in.h"
#include "app/rules/rotation.h"
#include "shared/feed/entities.h"

namespace studio {

PunctualityRule PunctualityRuleOf(const Mechanism& mechanism);
CheckInSettings CheckInSettingsOf(const Mechanism& mechanism);
// By the quotas of duty that its counting rules have (DutyQuotas); without one, by what the
// mechanism says of its rotation.
RotationRule RotationRuleOf(const Mechanism& mechanism, const std::vector<Quota>& told);

}  // namespace studio
