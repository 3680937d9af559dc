// What is shown when no work is possible: what is broken, since when, whom to call.
#pragma once

#include <cstdint>

#include "app/station/kiosk_state.h"
#include "ui/kit/frame.h"

namespace studio {

// since_ms: monotonic.
void DrawFaultPage(Frame& frame, const KioskState& state, std::int64_t since_ms);

}  // namespace studio
