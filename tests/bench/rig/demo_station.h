// The demo county (assets/demo/tieli.json) as a terminal of its first studio shows it.
#pragma once

#include <cstdint>

#include "app/station/station.h"

namespace studio::bench {

// wall_ms: the day on which members are on duty. Throws std::runtime_error where the file cannot
// be used.
Station DemoStation(std::int64_t wall_ms);

}  // namespace studio::bench
