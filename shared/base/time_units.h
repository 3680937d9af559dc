// Lengths of time in milliseconds, as every time in records is.
#pragma once

#include <cstdint>

namespace studio {

inline constexpr std::int64_t kMinuteMs = 60'000;
inline constexpr std::int64_t kHourMs = 60 * kMinuteMs;
inline constexpr std::int64_t kDayMs = 24 * kHourMs;

// The county's calendar, Asia/Shanghai, is ahead of UTC by this, without summer time.
inline constexpr std::int64_t kChinaOffsetMs = 8 * kHourMs;

}  // namespace studio
