#include "app/tables/roster_cells.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "shared/base/folded_text.h"
#include "shared/base/time_of_day.h"
#include "shared/base/utf8.h"

namespace studio {
namespace {

// Reads a folded cell from the left.
class Scan {
 public:
  explicit Scan(std::string_view text) : left_(text) {}

  bool Done() const { return left_.empty(); }
  std::string_view Left() const { return left_; }
  void SkipSpaces() {
    while (!left_.empty() && left_.front() == ' ') left_.remove_prefix(1);
  }
  bool Eat(std::string_view word) {
    if (!left_.starts_with(word)) return false;
    left_.remove_prefix(word.size());
    return true;
  }
  template <std::size_t kCount>
  bool EatAny(const std::array<std::string_view, kCount>& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return Eat(word); });
  }
  // A run of digits, no longer than that.
  std::optional<int> Number(std::size_t most_digits) {
    const std::size_t digits = std::min(left_.find_first_not_of("0123456789"), left_.size());
    if (digits == 0 || digits > most_digits) return std::nullopt;
    int number = 0;
    std::from_chars(left_.data(), left_.data() + digits, number);
    left_.remove_prefix(digits);
    digits_ = digits;
    return number;
  }
  std::size_t digits() const { return digits_; }  // of the last number

 private:
  std::string_view left_;
  std::size_t digits_ = 0;
};

std::string Without(std::string_view text, std::string_view characters) {
  std::string out;
  for (const char c : text) {
    if (characters.find(c) == std::string_view::npos) out.push_back(c);
  }
  return out;
}

std::optional<std::chrono::weekday> EatWeekday(Scan& scan) {
  constexpr std::array<std::string_view, 8> kNames = {"日", "一", "二", "三",
                                                      "四", "五", "六", "天"};
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (scan.Eat(kNames[i])) return std::chrono::weekday(static_cast<unsigned>(i % 7));
  }
  return std::nullopt;
}

// What stands behind a date: (周二), a midnight that a spreadsheet added, hours.
void ReadBehindDate(Scan scan, DateCell& out) {
  scan.SkipSpaces();
  Scan trial = scan;
  const bool bracket = trial.Eat("(");
  if (trial.EatAny(std::array<std::string_view, 3>{"星期", "周", "礼拜"})) {
    out.weekday = EatWeekday(trial);
    if (out.weekday && (!bracket || trial.Eat(")"))) scan = trial;
  }
  scan.SkipSpaces();
  const std::string_view rest = scan.Left();
  if (rest != "0:00" && rest != "0:00:00" && rest != "00:00:00" && rest != "00:00") out.rest = rest;
}

bool EatDateMark(Scan& scan) { return scan.EatAny(std::array<std::string_view, 3>{"-", "/", "."}); }
bool EatDayWord(Scan& scan) { return scan.EatAny(std::array<std::string_view, 2>{"日", "号"}); }

DateCell DateFrom(int year, int month, int day, const Scan& behind) {
  DateCell out;
  if (year < 2000 || year > 2099) return out;
  const std::string_view left = behind.Left();
  if (left.find_first_of("0123456789-/.") == 0) return out;
  out.date = CalendarDate(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                          std::chrono::day(static_cast<unsigned>(day)));
  out.fault = out.date.ok() ? DateCell::Fault::kNone : DateCell::Fault::kNoSuchDay;
  ReadBehindDate(behind, out);
  return out;
}

// Minutes from midnight, and whether it was said to be afternoon or evening.
struct ClockTime {
  int minutes = 0;
  bool later_half = false;
};

std::optional<ClockTime> EatClock(Scan& scan) {
  ClockTime time;
  time.later_half = scan.EatAny(std::array<std::string_view, 3>{"下午", "晚上", "晚"});
  if (!time.later_half) {
    scan.EatAny(std::array<std::string_view, 4>{"上午", "早上", "凌晨", "早"});
  }
  auto hour = scan.Number(2);
  if (!hour) return std::nullopt;
  int minute = 0;
  if (scan.Eat(":")) {
    const auto written = scan.Number(2);
    if (!written || scan.digits() != 2) return std::nullopt;
    minute = *written;
    if (scan.Eat(":") && scan.Number(2).value_or(-1) != 0) return std::nullopt;
  } else if (scan.EatAny(std::array<std::string_view, 2>{"点", "时"})) {
    scan.Eat("钟");
    if (scan.Eat("半")) {
      minute = 30;
    } else if (const auto written = scan.Number(2)) {
      minute = *written;
      scan.Eat("分");
    }
  } else {
    return std::nullopt;
  }
  if (time.later_half && *hour < 12) *hour += 12;
  time.minutes = *hour * 60 + minute;
  if (minute > 59 || time.minutes > kDayMinutes) return std::nullopt;
  return time;
}

std::optional<CellHours> HoursFrom(int from, int to, bool next_day) {
  if (from >= kDayMinutes) return std::nullopt;
  const int minutes = to > from ? to - from : to - from + kDayMinutes;
  if (to == from || (next_day && to > from)) return std::nullopt;
  if (to < from && !next_day && minutes > kDayMinutes / 2) return std::nullopt;
  return CellHours{TimeOfDay(from), TimeOfDay(to)};
}

bool EatNextDay(Scan& scan) {
  return scan.EatAny(std::array<std::string_view, 4>{"次日", "第二天", "翌日", "隔日"});
}

std::optional<CellHours> ReadRange(std::string_view text) {
  Scan scan(text);
  const auto from = EatClock(scan);
  if (!from || !scan.EatAny(std::array<std::string_view, 5>{"--", "-", "~", "至", "到"})) {
    return std::nullopt;
  }
  const bool next_day = EatNextDay(scan);
  auto to = EatClock(scan);
  if (!to || !scan.Done()) return std::nullopt;
  // 下午2:00-5:00
  if (from->later_half && !to->later_half && !next_day && to->minutes < kDayMinutes / 2 &&
      to->minutes + kDayMinutes / 2 > from->minutes) {
    to->minutes += kDayMinutes / 2;
  }
  return HoursFrom(from->minutes, to->minutes, next_day);
}

std::optional<int> ReadClockCell(std::string_view cell, bool& next_day) {
  const std::string text = Without(FoldCell(cell), " ");
  if (text.starts_with("0.")) {
    double part = 0;
    const auto read =
        std::from_chars(text.data(), text.data() + text.size(), part, std::chars_format::fixed);
    if (read.ptr != text.data() + text.size()) return std::nullopt;
    return static_cast<int>(std::lround(part * kDayMinutes));
  }
  Scan scan(text);
  next_day = EatNextDay(scan);
  const auto time = EatClock(scan);
  if (!time || !scan.Done()) return std::nullopt;
  return time->minutes;
}

}  // namespace

std::string FoldCell(std::string_view cell) {
  constexpr std::u32string_view kDashes = U"\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500";
  constexpr std::u32string_view kWaves = U"\u301C\u223C";
  const std::string folded = FoldedText(cell);
  std::string out;
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t code = NextCodePoint(folded, at);
    const bool dash = kDashes.find(code) != kDashes.npos, wave = kWaves.find(code) != kWaves.npos;
    AppendCodePoint(out, dash ? U'-' : wave ? U'~' : code);
  }
  if (out.starts_with('\'')) out.erase(0, 1);
  return out;
}

DateCell ReadDateCell(std::string_view cell, std::chrono::year_month month) {
  constexpr int kSerialOf2000 = 36526;
  const std::string text = FoldCell(cell);
  Scan scan(text);
  const auto first = scan.Number(8);
  if (!first) return {};
  const std::size_t digits = scan.digits();
  const int default_year = static_cast<int>(month.year());
  const int default_month = static_cast<int>(static_cast<unsigned>(month.month()));

  if (digits == 8) return DateFrom(*first / 10000, *first / 100 % 100, *first % 100, scan);
  if (digits == 5) {
    scan.Eat(".0");
    if (!scan.Done() || *first < kSerialOf2000) return {};
    const CalendarDate day_0(std::chrono::year(1899), std::chrono::December, std::chrono::day(30));
    const CalendarDate date = AddDays(day_0, *first);
    return DateFrom(static_cast<int>(date.year()),
                    static_cast<int>(static_cast<unsigned>(date.month())),
                    static_cast<int>(static_cast<unsigned>(date.day())), scan);
  }
  if (digits == 4) {
    if (!EatDateMark(scan) && !scan.Eat("年")) return {};
    scan.SkipSpaces();
    const auto named_month = scan.Number(2);
    if (!named_month || (!EatDateMark(scan) && !scan.Eat("月"))) return {};
    scan.SkipSpaces();
    const auto day = scan.Number(2);
    if (!day) return {};
    EatDayWord(scan);
    return DateFrom(*first, *named_month, *day, scan);
  }
  if (digits > 2) return {};
  if (EatDayWord(scan)) return DateFrom(default_year, default_month, *first, scan);
  if (!scan.Eat("月") && !EatDateMark(scan)) return {};
  scan.SkipSpaces();
  const auto day = scan.Number(2);
  if (!day || EatDateMark(scan)) return {};
  EatDayWord(scan);
  return DateFrom(default_year, *first, *day, scan);
}

std::optional<std::chrono::weekday> ReadWeekdayCell(std::string_view cell) {
  const std::string text = FoldCell(cell);
  Scan scan(text);
  scan.EatAny(std::array<std::string_view, 3>{"星期", "周", "礼拜"});
  const auto weekday = EatWeekday(scan);
  return scan.Done() ? weekday : std::nullopt;
}

std::vector<UsualHours> DefaultUsualHours() {
  return {{{"上午", "早上", "早"}, "08:30", "11:30"},
          {{"下午", "中"}, "14:00", "17:00"},
          {{"晚上", "晚间", "晚", "夜"}, "18:30", "20:30"},
          {{"全天", "整天", "全日", "白天"}, "08:30", "17:00"}};
}

std::optional<CellHours> ReadHoursCell(std::string_view cell,
                                       const std::vector<UsualHours>& usual) {
  const std::string text = Without(FoldCell(cell), " ()");
  if (const auto range = ReadRange(text)) return range;
  // The word and exact hours: the hours count.
  for (const UsualHours& hours : usual) {
    for (const std::string& name : hours.names) {
      for (const std::string& word : {name + "班", name}) {
        if (text == word) return CellHours{hours.from, hours.to};
        if (text.starts_with(word)) {
          if (const auto range = ReadRange(text.substr(word.size()))) return range;
        }
        if (text.ends_with(word)) {
          if (const auto range = ReadRange(text.substr(0, text.size() - word.size()))) return range;
        }
      }
    }
  }
  return std::nullopt;
}

std::optional<CellHours> ReadHoursCells(std::string_view from, std::string_view to) {
  bool from_next_day = false, to_next_day = false;
  const auto begin = ReadClockCell(from, from_next_day), end = ReadClockCell(to, to_next_day);
  if (!begin || !end || from_next_day) return std::nullopt;
  return HoursFrom(*begin, *end, to_next_day);
}

std::optional<RosterColumn> ColumnOf(std::string_view heading) {
  constexpr auto kHeadings = std::to_array<std::pair<std::string_view, RosterColumn>>({
      {"日期", RosterColumn::kDate},         {"值班日期", RosterColumn::kDate},
      {"接待日期", RosterColumn::kDate},     {"轮值日期", RosterColumn::kDate},
      {"值班日", RosterColumn::kDate},       {"时间", RosterColumn::kWhen},
      {"值班时间", RosterColumn::kWhen},     {"接待时间", RosterColumn::kWhen},
      {"轮值时间", RosterColumn::kWhen},     {"星期", RosterColumn::kWeekday},
      {"周几", RosterColumn::kWeekday},      {"班次", RosterColumn::kShift},
      {"班别", RosterColumn::kShift},        {"时段", RosterColumn::kShift},
      {"值班时段", RosterColumn::kShift},    {"开始", RosterColumn::kFrom},
      {"开始时间", RosterColumn::kFrom},     {"起始时间", RosterColumn::kFrom},
      {"上班", RosterColumn::kFrom},         {"上班时间", RosterColumn::kFrom},
      {"结束", RosterColumn::kTo},           {"结束时间", RosterColumn::kTo},
      {"下班", RosterColumn::kTo},           {"下班时间", RosterColumn::kTo},
      {"委员", RosterColumn::kMember},       {"姓名", RosterColumn::kMember},
      {"委员姓名", RosterColumn::kMember},   {"值班委员", RosterColumn::kMember},
      {"值班人员", RosterColumn::kMember},   {"值班人", RosterColumn::kMember},
      {"轮值委员", RosterColumn::kMember},   {"接待委员", RosterColumn::kMember},
      {"界别", RosterColumn::kSector},       {"活动组", RosterColumn::kGroup},
      {"界别活动组", RosterColumn::kGroup},  {"组别", RosterColumn::kGroup},
      {"小组", RosterColumn::kGroup},        {"工作室", RosterColumn::kStudio},
      {"委员工作室", RosterColumn::kStudio}, {"地点", RosterColumn::kStudio},
      {"值班地点", RosterColumn::kStudio},   {"联络站", RosterColumn::kStudio},
      {"议事室", RosterColumn::kStudio},
  });
  std::string folded = Without(FoldCell(heading), " *:");
  if (const std::size_t bracket = folded.find('('); bracket != std::string::npos) {
    folded.resize(bracket);  // 日期(年月日)
  }
  for (const auto& [name, column] : kHeadings) {
    if (folded == name) return column;
  }
  return std::nullopt;
}

}  // namespace studio
