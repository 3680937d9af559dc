#include "app/cells/hour_cells.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "app/cells/cell_scan.h"
#include "app/cells/date_cells.h"
#include "shared/base/time_of_day.h"

namespace studio {
namespace {

constexpr int kNoon = kDayMinutes / 2;

std::string Without(std::string_view text, std::string_view characters) {
  std::string out;
  for (const char c : text) {
    if (characters.find(c) == std::string_view::npos) out.push_back(c);
  }
  return out;
}

std::string Replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

// 上 午 as 上午: spaces between characters that are no letters or digits.
std::string CloseTogether(const std::string& text) {
  const auto wide = [&](std::size_t at) {
    return at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80;
  };
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t next = text.find_first_not_of(' ', at);
    if (text[at] == ' ' && !out.empty() && static_cast<unsigned char>(out.back()) >= 0x80 &&
        next != std::string::npos && wide(next)) {
      continue;
    }
    out.push_back(text[at]);
  }
  return out;
}

// Minutes from midnight, and what half of the day was said.
struct ClockTime {
  int minutes = 0;
  bool later_half = false, earlier_half = false;
  bool bare = false;  // a number without 点 or minutes
};

std::optional<ClockTime> EatClock(CellScan& scan) {
  ClockTime time;
  const bool night = scan.EatAny({"晚上", "夜里", "晚"});
  const bool noon = !night && scan.Eat("中午");
  time.later_half = night || (!noon && scan.EatAny({"下午", "傍晚"}));
  const bool small_hours = !time.later_half && !noon && scan.EatAny({"凌晨"});
  time.earlier_half =
      small_hours || (!time.later_half && !noon && scan.EatAny({"上午", "早上", "早晨", "早"}));
  const auto number = scan.Number(4);
  if (!number) return std::nullopt;
  int hour = *number, minute = 0;
  if (scan.digits() > 2) {
    hour = *number / 100;
    minute = *number % 100;
  } else if (scan.EatAny({":", "."})) {
    const auto written = scan.Number(2);
    if (!written || scan.digits() != 2) return std::nullopt;
    minute = *written;
    if (scan.Eat(":") && scan.Number(2).value_or(-1) != 0) return std::nullopt;
  } else if (scan.EatAny({"点", "时"})) {
    scan.Eat("钟");
    scan.Eat("整");
    CellScan ahead = scan;
    if (scan.Eat("半")) {
      minute = 30;
    } else if (const auto written = ahead.Number(2)) {
      minute = *written;
      ahead.Eat("分");
      scan = ahead;
    }
  } else {
    time.bare = true;
  }
  if (hour == 12 && night) hour = 24;
  if (hour == 12 && small_hours) hour = 0;
  if (hour < 12 && time.later_half) hour += 12;
  if (hour < 3 && noon) hour += 12;
  time.minutes = hour * 60 + minute;
  if (minute > 59 || hour > 24 || (hour == 24 && minute > 0 && !night)) return std::nullopt;
  return time;
}

std::optional<CellHours> HoursFrom(int from, int to, bool next_day) {
  if (from >= kDayMinutes) return std::nullopt;
  if (to > kDayMinutes) {
    to -= kDayMinutes;
    next_day = true;
  }
  const int minutes = to > from ? to - from : to - from + kDayMinutes;
  if ((to == from && !next_day) || (next_day && to > from)) return std::nullopt;
  if (to < from && !next_day && minutes > kNoon) return std::nullopt;
  return CellHours{TimeOfDay(from), TimeOfDay(to)};
}

bool EatNextDay(CellScan& scan) { return scan.EatAny({"次日", "第二天", "翌日", "隔日"}); }

bool HasName(const UsualHours& hours, std::string_view name) {
  return std::find(hours.names.begin(), hours.names.end(), name) != hours.names.end();
}

std::optional<CellHours> EatRange(CellScan& scan) {
  CellScan trial = scan;
  auto from = EatClock(trial);
  trial.SkipSpaces();
  if (!from || !trial.EatAny({"--", "-", "~", "至", "到"})) return std::nullopt;
  trial.SkipSpaces();
  const bool next_day = EatNextDay(trial);
  auto to = EatClock(trial);
  // 8-11 may be days; 8-11点 are hours.
  if (!to || (from->bare && to->bare) || to->bare) return std::nullopt;
  // 下午2:00-5:00, 晚上8点-12点
  if (from->later_half && !to->later_half && !to->earlier_half && !next_day &&
      to->minutes < kNoon + 60 && to->minutes + kNoon > from->minutes) {
    to->minutes += kNoon;
  }
  const auto hours = HoursFrom(from->minutes, to->minutes, next_day);
  if (hours) scan = trial;
  return hours;
}

// Words that mean what one of the usual names means.
constexpr auto kOtherNames =
    std::to_array<std::pair<std::string_view, std::string_view>>({{"AM", "上午"},
                                                                  {"am", "上午"},
                                                                  {"PM", "下午"},
                                                                  {"pm", "下午"},
                                                                  {"白班", "全天"},
                                                                  {"日班", "全天"},
                                                                  {"全日", "全天"},
                                                                  {"全", "全天"},
                                                                  {"上", "上午"},
                                                                  {"下", "下午"}});

// The longest name of a shift that the text begins with; a name may mean several hours.
std::vector<CellHours> EatName(CellScan& scan, const std::vector<UsualHours>& usual) {
  std::size_t longest = 0;
  std::vector<CellHours> out;
  const auto offer = [&](std::string_view name, const CellHours& hours) {
    if (name.size() < longest || !scan.Left().starts_with(name)) return;
    if (name.size() > longest) out.clear();
    longest = name.size();
    out.push_back(hours);
  };
  const auto named = [&](std::string_view name) {
    return std::any_of(usual.begin(), usual.end(),
                       [&](const UsualHours& hours) { return HasName(hours, name); });
  };
  for (const UsualHours& hours : usual) {
    for (const std::string& name : hours.names) offer(name, {hours.from, hours.to});
  }
  for (const auto& [name, meant] : kOtherNames) {
    if (!scan.Left().starts_with(name) || named(name)) continue;
    for (const UsualHours& hours : usual) {
      if (HasName(hours, meant)) offer(name, {hours.from, hours.to});
    }
  }
  for (const std::string_view whole_day : {"24小时", "全天24小时", "昼夜"}) {
    offer(whole_day, {"00:00", "24:00"});
  }
  if (!out.empty()) {
    scan.Eat(scan.Left().substr(0, longest));
    scan.Eat("班");
  }
  return out;
}

class HoursReader {
 public:
  HoursReader(std::string_view text, const std::vector<UsualHours>& usual)
      : scan_(text), usual_(usual) {}

  HoursCell Read() {
    bool good = true;
    while (good) {
      SkipSeparators();
      if (scan_.Done()) break;
      good = Take();
    }
    if (!scan_.Done()) {
      out_.left = scan_.Left();
      out_.hours.clear();
    }
    return std::move(out_);
  }

 private:
  void SkipSeparators() {
    for (;;) {
      scan_.SkipSpaces();
      if (!scan_.EatAny({"、", ",", ";", "/", "+", "&", "和", "及", "。"})) return;
      named_ = 0;
    }
  }

  bool Take() {
    if (const auto range = EatRange(scan_)) {
      // What a name said before is said exactly by this.
      out_.hours.resize(out_.hours.size() - named_);
      named_ = 0;
      out_.hours.push_back(*range);
      exact_ = true;
      return true;
    }
    if (scan_.Eat("(")) {
      inside_ = true;
      return true;
    }
    if (inside_ && scan_.Eat(")")) {
      inside_ = exact_ = false;
      named_ = 0;
      return true;
    }
    const std::vector<CellHours> hours = EatName(scan_, usual_);
    if (hours.empty()) return false;
    // 08:30-11:30(上午)
    if (inside_ && exact_) return true;
    out_.hours.insert(out_.hours.end(), hours.begin(), hours.end());
    named_ = hours.size();
    exact_ = false;
    return true;
  }

  CellScan scan_;
  const std::vector<UsualHours>& usual_;
  std::size_t named_ = 0;  // how many of the hours the last name gave
  bool exact_ = false, inside_ = false;
  HoursCell out_;
};

std::optional<int> ReadClockCell(std::string_view cell, bool& next_day) {
  const std::string text = Without(FoldCell(cell), " ");
  if (text.starts_with("0.") && text.size() > 4) {
    double part = 0;
    const auto read =
        std::from_chars(text.data(), text.data() + text.size(), part, std::chars_format::fixed);
    if (read.ptr != text.data() + text.size()) return std::nullopt;
    return static_cast<int>(std::lround(part * kDayMinutes));
  }
  CellScan scan(text);
  next_day = EatNextDay(scan);
  const auto time = EatClock(scan);
  if (!time || time->bare || !scan.Done()) return std::nullopt;
  return time->minutes;
}

}  // namespace

std::vector<UsualHours> DefaultUsualHours() {
  return {{{"上午", "早上", "早"}, "08:30", "11:30"},
          {{"下午", "中"}, "14:00", "17:00"},
          {{"晚上", "晚间", "晚", "夜"}, "18:30", "20:30"},
          {{"全天", "整天", "全日", "白天"}, "08:30", "17:00"}};
}

std::string WithBothHalves(std::string folded) {
  for (const char* both : {"上、下午", "上/下午", "上,下午", "上下午", "上和下午"}) {
    folded = Replaced(std::move(folded), both, "上午、下午");
  }
  return folded;
}

HoursCell ReadHoursCell(std::string_view cell, const std::vector<UsualHours>& usual) {
  return HoursReader(WithBothHalves(CloseTogether(FoldCell(cell))), usual).Read();
}

std::size_t HoursAhead(std::string_view folded, const std::vector<UsualHours>& usual) {
  CellScan scan(folded);
  const auto used = [&] { return folded.size() - scan.Left().size(); };
  if (!EatRange(scan) && EatName(scan, usual).empty()) return 0;
  CellScan behind = scan;
  behind.SkipSpaces();
  const bool bracket = behind.Eat("(");
  if (EatRange(behind) && (!bracket || behind.Eat(")"))) scan = behind;
  return used();
}

std::vector<UsualHours> WithWholeDays(std::vector<UsualHours> usual,
                                      const std::vector<Shift>& shifts, StudioId studio) {
  const auto find = [&](std::string_view name) {
    return std::find_if(usual.begin(), usual.end(),
                        [&](const UsualHours& hours) { return HasName(hours, name); });
  };
  const auto whole = find("全天"), morning = find("上午"), afternoon = find("下午");
  if (morning == usual.end() || afternoon == usual.end()) return usual;
  std::vector<std::string> names = {"全天"};
  if (whole != usual.end()) {
    const bool kept = std::any_of(shifts.begin(), shifts.end(), [&](const Shift& shift) {
      return shift.studio == studio && shift.from == whole->from && shift.to == whole->to;
    });
    if (kept || whole->from != morning->from || whole->to != afternoon->to) return usual;
    names = whole->names;
  }
  const UsualHours halves[] = {{names, morning->from, morning->to},
                               {names, afternoon->from, afternoon->to}};
  if (whole != usual.end()) usual.erase(whole);
  usual.insert(usual.end(), std::begin(halves), std::end(halves));
  return usual;
}

std::optional<CellHours> ReadHoursCells(std::string_view from, std::string_view to) {
  bool from_next_day = false, to_next_day = false;
  const auto begin = ReadClockCell(from, from_next_day), end = ReadClockCell(to, to_next_day);
  if (!begin || !end || from_next_day) return std::nullopt;
  return HoursFrom(*begin, *end, to_next_day);
}

bool IsBeginning(std::string_view cell) {
  const std::string text = Without(FoldCell(cell), " ");
  CellScan scan(text);
  const auto time = EatClock(scan);
  scan.EatAny({"--", "-", "~", "至", "到", "起", "开始"});
  return time && !time->bare && scan.Done();
}

bool IsDutyMark(std::string_view cell) {
  constexpr auto kDutyMarks = std::to_array<std::string_view>(
      {"√", "✓", "✔", "☑",  "●",  "○",    "◎",    "★",  "☆", "▲", "■",
       "1", "v", "V", "值", "班", "值班", "在岗", "是", "Y", "y"});
  const std::string text = FoldCell(cell);
  return std::find(kDutyMarks.begin(), kDutyMarks.end(), text) != kDutyMarks.end();
}

bool SaysNobody(std::string_view cell) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"休",   "休息", "无",   "-",      "--",   "/",      "×",    "x",    "X",    "空",   "放假",
       "待定", "暂无", "无人", "不值班", "休假", "节假日", "0",    "\\",   "轮休", "公休", "✕",
       "✗",    "✘",    "假",   "出差",   "外出", "公出",   "培训", "病假", "事假", "年假"});
  // 元旦放假, 请假(开会), 机关活动,不值班
  constexpr auto kParts = std::to_array<std::string_view>(
      {"放假", "休息", "不值班", "请假", "调休", "轮休", "不安排", "停班", "暂停", "无人值班"});
  const std::string text = FoldCell(cell);
  return std::find(kWords.begin(), kWords.end(), text) != kWords.end() ||
         std::any_of(kParts.begin(), kParts.end(), [&](std::string_view part) {
           return text.size() <= 60 && text.find(part) != std::string::npos;
         });
}

}  // namespace studio
