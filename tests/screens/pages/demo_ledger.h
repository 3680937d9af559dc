// The ledger at a desk of the demo county.
#pragma once

#include <cstdint>

#include "app/desk/ledger_store.h"

namespace studio {

// Requests, calls and visits; from one of them m01 wrote with somebody else, m05 from another.
DeskLedger DemoLedger(std::int64_t now_ms);
// What m01 was in the middle of writing.
InformationBody DemoInformationDraft(std::int64_t now_ms);
HeardBody DemoHeardDraft(std::int64_t now_ms);

}  // namespace studio
