// What the settings of a mechanism mean for duty.
#pragma once

#include "app/rules/check_in.h"
#include "app/rules/rotation.h"
#include "shared/feed/entities.h"

namespace studio {

PunctualityRule PunctualityRuleOf(const Mechanism& mechanism);
CheckInSettings CheckInSettingsOf(const Mechanism& mechanism);
RotationRule RotationRuleOf(const Mechanism& mechanism);

}  // namespace studio
