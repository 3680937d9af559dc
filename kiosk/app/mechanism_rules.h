// What the settings of a mechanism mean for duty.
#pragma once

#include "app/check_in.h"
#include "app/rotation.h"
#include "shared/entities.h"

namespace studio {

PunctualityRule PunctualityRuleOf(const Mechanism& mechanism);
CheckInSettings CheckInSettingsOf(const Mechanism& mechanism);
RotationRule RotationRuleOf(const Mechanism& mechanism);

}  // namespace studio
