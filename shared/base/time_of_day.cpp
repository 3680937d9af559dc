#include "shared/base/time_of_day.h"

namespace studio {
namespace {

std::optional<int> TwoDigits(std::string_view text) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (!digit(text[0]) || !digit(text[1])) return std::nullopt;
  return (text[0] - '0') * 10 + text[1] - '0';
}

std::string TwoDigits(int number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

}  // namespace

std::optional<int> ParseTimeOfDay(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const auto hour = TwoDigits(text), minute = TwoDigits(text.substr(3));
  if (!hour || !minute || *minute > 59) return std::nullopt;
  const int minutes = *hour * 60 + *minute;
  return minutes <= kDayMinutes ? std::optional(minutes) : std::nullopt;
}

std::string TimeOfDay(int minutes) {
  return TwoDigits(minutes / 60) + ":" + TwoDigits(minutes % 60);
}

bool AreHours(std::string_view from, std::string_view to) {
  const auto begin = ParseTimeOfDay(from);
  return begin && *begin < kDayMinutes && ParseTimeOfDay(to);
}

}  // namespace studio
