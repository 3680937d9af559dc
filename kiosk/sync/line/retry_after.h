// Retry-After (RFC 9110 §10.2.3): seconds, or the date when to come again.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace studio {

// From now on; 0 where the date has passed, nullopt where it is neither. A date is measured against
// the answer's own Date, which is the county's clock, and without one against now_s (Unix time),
// which may be wrong.
std::optional<std::chrono::seconds> ReadRetryAfter(const std::string& value,
                                                   const std::string& answer_date,
                                                   std::int64_t now_s);

}  // namespace studio
