// GET /v1/time?nonce=HEX answers the county's time in an envelope (kTimeContext). The nonce is
// the asker's, so an old answer is no answer.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace studio {

struct CountyTime {
  ByteArray<16> nonce{};
  std::int64_t county_time_ms = 0;
};

std::string ToJson(const CountyTime& time);
Result<CountyTime> CountyTimeFromJson(std::string_view json);

}  // namespace studio
