// The public notice of one month: how many requests each studio received, and what became of them.
#pragma once

#include <cstdint>
#include <string>

#include "server/ledger/ledger.h"
#include "shared/base/result.h"

namespace county {

// Counts the month ("2026-11", of the county's calendar) for every studio that ever had a case, as
// the cases stand now, and publishes it. What was withdrawn is not counted. How many studios.
// kInvalid: no month.
studio::Result<std::size_t> PublishTallies(Ledger& ledger, const std::string& month,
                                           std::int64_t now_ms);

}  // namespace county
