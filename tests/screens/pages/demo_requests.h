// Requests that members may read at the demo county.
#pragma once

#include <cstdint>
#include <vector>

#include "app/desk/desk_request.h"

namespace studio {

// The newest first; one was answered, one promised for a day that is over, one has pictures.
std::vector<DeskRequest> DemoRequests(std::int64_t now_ms);

}  // namespace studio
