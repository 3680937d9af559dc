#include "app/rules/reception_rule.h"

#include <map>
#include <string>

namespace studio {
namespace {

// How far a moved day may come from: the longest holiday and a weekend on each side.
constexpr int kLongestMove = 14;

void ReplaceAll(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
}

// One spelling for each thing: 周 for 星期, ASCII digits, one separator, no blanks.
std::string Normalised(std::string_view text) {
  std::string out(text);
  for (const auto& [from, to] :
       std::initializer_list<std::pair<const char*, const char*>>{{" ", ""},
                                                                  {"\u3000", ""},
                                                                  {"星期", "周"},
                                                                  {"礼拜", "周"},
                                                                  {"号", "日"},
                                                                  {"，", "、"},
                                                                  {",", "、"},
                                                                  {"和", "、"},
                                                                  {"及", "、"},
                                                                  {"到", "至"},
                                                                  {"-", "至"},
                                                                  {"－", "至"},
                                                                  {"—", "至"},
                                                                  {"每个", "每"},
                                                                  {"逢", "每"},
                                                                  {"周天", "周日"},
                                                                  {"个周", "周"}}) {
    ReplaceAll(out, from, to);
  }
  for (int digit = 0; digit <= 9; ++digit) {
    // Full-width digits: U+FF10 + n.
    const char wide[] = {'\xEF', '\xBC', static_cast<char>(0x90 + digit), 0};
    ReplaceAll(out, wide, std::to_string(digit));
  }
  return out;
}

// Takes what it knows from the front of a text; a failed Take leaves it unchanged.
class RuleReader {
 public:
  explicit RuleReader(std::string_view text) : rest_(text) {}

  bool AtEnd() const { return rest_.empty(); }
  bool Take(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }
  // 1 to 31, in digits or Chinese numerals.
  std::optional<int> Number() {
    int value = 0;
    std::size_t digits = 0;
    while (digits < rest_.size() && rest_[digits] >= '0' && rest_[digits] <= '9' && digits < 3) {
      value = value * 10 + (rest_[digits++] - '0');
    }
    if (digits > 0) {
      rest_.remove_prefix(digits);
      return value;
    }
    const std::optional<int> tens = Numeral();
    if (!Take("十")) return tens;
    return tens.value_or(1) * 10 + Numeral().value_or(0);
  }
  std::optional<std::chrono::weekday> Weekday() {
    if (Take("日")) return std::chrono::Sunday;
    const std::string_view before = rest_;
    const std::optional<int> number = Number();
    if (number && *number >= 1 && *number <= 6) {
      return std::chrono::weekday(static_cast<unsigned>(*number));
    }
    rest_ = before;
    return std::nullopt;
  }

 private:
  std::optional<int> Numeral() {
    constexpr const char* kNumerals[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九"};
    for (int i = 0; i < 9; ++i) {
      if (Take(kNumerals[i])) return i + 1;
    }
    return std::nullopt;
  }

  std::string_view rest_;
};

}  // namespace

Result<ReceptionRule> ReceptionRule::Parse(std::string_view text) {
  const std::string normalised = Normalised(text);
  const auto unknown = [&] {
    return Fail(
        ErrorKind::kInvalid,
        "reception days are written like 每周三, 每月10日、20日 or 每月第一个星期一, not '" +
            std::string(text) + "'");
  };
  RuleReader in(normalised);
  ReceptionRule rule;
  in.Take("每");
  if (in.Take("天") || in.Take("日")) {
    rule.every_day_ = true;
  } else if (in.Take("工作日")) {
    rule.working_days_ = true;
  } else if (in.Take("周")) {
    do {
      in.Take("周");
      const auto from = in.Weekday();
      if (!from) return unknown();
      std::chrono::weekday to = *from;
      if (in.Take("至")) {
        in.Take("周");
        const auto end = in.Weekday();
        if (!end) return unknown();
        to = *end;
      }
      for (std::chrono::weekday day = *from;; ++day) {
        rule.weekdays_.set(day.c_encoding());
        if (day == to) break;
      }
    } while (in.Take("、"));
  } else if (in.Take("月")) {
    std::vector<int> ordinals;  // waiting for their weekday: "第一、三个周一"
    bool ordinal = false;
    do {
      if (in.Take("最后一天")) {
        rule.last_day_ = true;
      } else if (in.Take("最后一周")) {
        const auto weekday = in.Weekday();
        if (!weekday) return unknown();
        rule.nth_.push_back({0, *weekday});
      } else {
        ordinal = in.Take("第") || ordinal;
        const auto number = in.Number();
        if (!number || *number < 1 || *number > (ordinal ? 5 : 31)) return unknown();
        if (!ordinal) {
          rule.month_days_.set(static_cast<std::size_t>(*number));
          in.Take("日");
          continue;
        }
        ordinals.push_back(*number);
        if (in.Take("周")) {
          const auto weekday = in.Weekday();
          if (!weekday) return unknown();
          for (int nth : ordinals) rule.nth_.push_back({nth, *weekday});
          ordinals.clear();
          ordinal = false;
        }
      }
    } while (in.Take("、"));
    if (!ordinals.empty()) return unknown();
  } else {
    return unknown();
  }
  if (!in.AtEnd()) return unknown();
  return rule;
}

ReceptionRule::Named ReceptionRule::NamedOn(CalendarDate date) const {
  const std::chrono::weekday weekday = WeekdayOf(date);
  if (weekdays_[weekday.c_encoding()]) return Named::kByWeekday;
  const CalendarDate last = LastOf(date.year() / date.month());
  const unsigned day = static_cast<unsigned>(date.day());
  for (const NthWeekday& nth : nth_) {
    if (nth.weekday != weekday) continue;
    const bool is_last = day + 7 > static_cast<unsigned>(last.day());
    if (nth.nth == 0 ? is_last : static_cast<int>((day - 1) / 7 + 1) == nth.nth) {
      return Named::kByWeekday;
    }
  }
  if (month_days_[day] || (last_day_ && date == last)) return Named::kByDate;
  return Named::kNo;
}

std::vector<ReceptionDay> ReceptionRule::Days(CalendarDate first, CalendarDate last,
                                              const HolidayCalendar& calendar) const {
  std::map<CalendarDate, ReceptionDay> days;
  for (CalendarDate date = AddDays(first, -kLongestMove); date <= last; date = AddDays(date, 1)) {
    if (every_day_ || (working_days_ && calendar.IsWorkingDay(date))) {
      days[date] = {date, std::nullopt};
      continue;
    }
    const Named named = NamedOn(date);
    if (named == Named::kNo) continue;
    const bool moved =
        named == Named::kByDate ? !calendar.IsWorkingDay(date) : calendar.IsHoliday(date);
    if (!moved) {
      days[date] = {date, std::nullopt};
    } else {
      const CalendarDate to = calendar.NextWorkingDay(date);
      days.try_emplace(to, ReceptionDay{to, date});
    }
  }
  std::vector<ReceptionDay> out;
  for (const auto& [date, day] : days) {
    if (date >= first && date <= last) out.push_back(day);
  }
  return out;
}

}  // namespace studio
