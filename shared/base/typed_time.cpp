#include "shared/base/typed_time.h"

#include <charconv>
#include <chrono>
#include <regex>

#include "shared/base/calendar_date.h"
#include "shared/base/time_units.h"

namespace studio {

namespace {

std::optional<std::int64_t> NumberIn(const std::string& text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::int64_t ZoneSeconds(const std::string& zone, const std::string& sign, const std::string& hours,
                         const std::string& minutes) {
  if (zone.empty()) return kChinaOffsetMs / 1000;
  if (zone == "Z") return 0;
  const std::int64_t ahead = *NumberIn(hours) * 3600 + *NumberIn(minutes) * 60;
  return sign == "-" ? -ahead : ahead;
}

}  // namespace

std::optional<std::int64_t> ParseTypedTime(const std::string& text) {
  if (const auto seconds = NumberIn(text)) return seconds;
  static const std::regex form(
      R"((\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(Z|([+-])(\d{2}):(\d{2}))?)");
  std::smatch parts;
  if (!std::regex_match(text, parts, form)) return std::nullopt;
  const auto date = ParseDate(parts[1].str());
  if (!date) return std::nullopt;
  const std::int64_t day = std::chrono::sys_days(*date).time_since_epoch().count();
  const std::int64_t seconds = parts[4].matched ? *NumberIn(parts[4]) : 0;
  return day * 86'400 + *NumberIn(parts[2]) * 3600 + *NumberIn(parts[3]) * 60 + seconds -
         ZoneSeconds(parts[5], parts[6], parts[7], parts[8]);
}

}  // namespace studio
