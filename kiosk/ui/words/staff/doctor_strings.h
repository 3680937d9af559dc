// What `studio-kiosk doctor` says (zh-CN), for whoever looks after the machine and is no engineer:
// of each thing how it is, and where it is not well, what to do.
#pragma once

#include "app/station/examination.h"
#include "shared/base/diagnosis.h"

namespace studio::say {

// Worst first.
Diagnosis Diagnose(const ExaminationFacts& facts);

}  // namespace studio::say
