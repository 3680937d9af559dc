#include "sync/line/retry_after.h"

#include <curl/curl.h>

#include <algorithm>
#include <charconv>

namespace studio {

std::optional<std::chrono::seconds> ReadRetryAfter(const std::string& value,
                                                   const std::string& answer_date,
                                                   std::int64_t now_s) {
  std::uint32_t seconds = 0;
  const char* const end = value.data() + value.size();
  const auto [stop, error] = std::from_chars(value.data(), end, seconds);
  if (error == std::errc{} && stop == end) return std::chrono::seconds(seconds);
  // A date begins with the name of its weekday; curl would take a number for one too.
  if (value.empty() || !((value[0] >= 'A' && value[0] <= 'Z'))) return std::nullopt;
  const auto when = static_cast<std::int64_t>(curl_getdate(value.c_str(), nullptr));
  if (when < 0) return std::nullopt;
  const auto said = static_cast<std::int64_t>(curl_getdate(answer_date.c_str(), nullptr));
  return std::chrono::seconds(std::max<std::int64_t>(when - (said < 0 ? now_s : said), 0));
}

}  // namespace studio
