// The station of assets/demo/tieli.json as a terminal would know it, with shifts for one day on.
#pragma once

#include <cstdint>
#include <memory>

#include "app/station/station.h"

namespace studio {

std::shared_ptr<const Station> DemoStation(std::int64_t today_ms);

}  // namespace studio
