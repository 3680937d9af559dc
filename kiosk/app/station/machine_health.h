// How the machine is, as the main thread knows it and the county is told.
#pragma once

#include "app/station/station.h"
#include "app/station/storage_state.h"

namespace studio {

enum class CameraHealth { kNone, kWorking, kMissing };  // missing: set up, and not there

struct MachineHealth {
  StorageState storage;
  Fault fault = Fault::kNone;
  CameraHealth camera = CameraHealth::kNone;
};

}  // namespace studio
