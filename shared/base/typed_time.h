// A point in time as somebody types it on a command line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace studio {

// Unix seconds. Takes "2026-11-21T08:30" with ":00", "Z" or "+08:00" after it or not, a space for
// the T, and Unix seconds themselves. Without a zone it is the county's, Asia/Shanghai. nullopt:
// something else, or a day that no month has.
std::optional<std::int64_t> ParseTypedTime(const std::string& text);

}  // namespace studio
