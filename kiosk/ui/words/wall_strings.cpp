#include "ui/words/wall_strings.h"

#include <algorithm>
#include <charconv>

namespace studio::say {
namespace {

// Digits without leading zeros; empty where it is no number.
std::string Digits(View text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? Number(value) : std::string();
}

bool Heard(const LinkState& link) {
  return link.condition == LinkCondition::kConnected ||
         link.condition == LinkCondition::kClockWrong;
}

}  // namespace

std::string EmptyLine(View nothing, const KioskState& state) {
  if (state.station->as_of_ms != 0) return std::string(nothing);
  return std::string(Heard(state.link) ? "正在接收资料，请稍等" : "还没有收到资料");
}

std::string StaleLine(const KioskState& state, const Moment& now) {
  const LinkState& link = state.link;
  if (Heard(link) || link.condition == LinkCondition::kStarting) return {};
  if (state.station->as_of_ms == 0) return {};
  const std::int64_t exchanged = link.last_exchange_ms;
  return Fill(
      "现在没连上{county}，这是 {when} 的",
      {{"county", CountyName(*state.station)},
       {"when", WhenOf(std::max(state.station->as_of_ms, exchanged), state.CountyMs(now))}});
}

View StretchWord(View per) {
  if (per == "month") return "本月";
  if (per == "quarter") return "本季度";
  if (per == "half_year") return "这半年";
  if (per == "term") return "本届";
  return "今年";
}

std::string DateOf(View date, View today) {
  if (date.size() != 10) return std::string(date);
  const std::string month = Digits(date.substr(5, 2)), day = Digits(date.substr(8));
  if (month.empty() || day.empty()) return std::string(date);
  const std::string in_year = month + "月" + day + "日";
  return date.substr(0, 4) == today.substr(0, 4) ? in_year
                                                 : std::string(date.substr(0, 4)) + "年" + in_year;
}

std::string MonthOf(View month) {
  if (month.size() != 7) return std::string(month);
  const std::string digits = Digits(month.substr(5));
  return digits.empty() ? std::string(month)
                        : std::string(month.substr(0, 4)) + "年" + digits + "月";
}

}  // namespace studio::say
