#include "shared/exchange/county_time.h"

#include "shared/base/json.h"
#include "shared/base/json_fields.h"

namespace studio {

std::string ToJson(const CountyTime& time) {
  // Hex here, as in the query that asked for it.
  return JsonText({{"nonce", ToHex(time.nonce)}, {"county_time_ms", time.county_time_ms}});
}

Result<CountyTime> CountyTimeFromJson(std::string_view json) {
  JsonFields in(json);
  CountyTime time;
  std::string nonce;
  in.Need("nonce", nonce);
  if (const auto bytes = ToArray<16>(FromHex(nonce))) {
    time.nonce = *bytes;
  } else {
    in.Refuse("nonce");
  }
  in.Need("county_time_ms", time.county_time_ms);
  return in.Finish("county time", time);
}

}  // namespace studio
