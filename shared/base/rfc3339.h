// Timestamps as both programs print them: RFC 3339, UTC, milliseconds.
#pragma once

#include <cstdint>
#include <string>

namespace studio {

// "2026-11-18T11:06:40.000Z"; "invalid" beyond what the C library can count.
std::string Rfc3339(std::int64_t unix_ms);

}  // namespace studio
