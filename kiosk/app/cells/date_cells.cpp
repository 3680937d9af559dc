#include "app/cells/date_cells.h"

#include <array>

#include "app/cells/cell_scan.h"
#include "shared/base/calendar_date.h"
#include "shared/base/folded_text.h"
#include "shared/base/utf8.h"

namespace studio {
namespace {

constexpr std::u32string_view kChineseDigits = U"〇一二三四五六七八九";

std::optional<std::chrono::weekday> EatWeekday(CellScan& scan) {
  constexpr std::array<std::string_view, 8> kNames = {"日", "一", "二", "三",
                                                      "四", "五", "六", "天"};
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (scan.Eat(kNames[i])) return std::chrono::weekday(static_cast<unsigned>(i % 7));
  }
  return std::nullopt;
}

bool EatWeekWord(CellScan& scan) { return scan.EatAny({"星期", "周", "礼拜"}); }
bool EatDayWord(CellScan& scan) { return scan.EatAny({"日", "号"}); }

// 9 for 九, 0 for 〇 and 零, 10 for 十; -1: none.
int NumeralOf(char32_t code) {
  if (code == U'零' || code == U'○') return 0;
  if (code == U'十') return 10;
  const std::size_t at = kChineseDigits.find(code);
  return at == kChineseDigits.npos ? -1 : static_cast<int>(at);
}

std::string DigitsOf(const std::vector<int>& numerals) {
  bool ten = false;
  for (const int numeral : numerals) ten = ten || numeral == 10;
  std::string out;
  if (!ten) {
    for (const int numeral : numerals) out += static_cast<char>('0' + numeral);
    return out;
  }
  int value = 0, pending = 1;
  for (const int numeral : numerals) {
    if (numeral == 10) {
      value += pending * 10;
      pending = 0;
    } else {
      pending = numeral;
      if (value > 0) value += numeral;
    }
  }
  return std::to_string(value);
}

int EatMonthName(CellScan& scan) {
  constexpr std::array<std::string_view, 12> kNames = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (scan.Eat(kNames[i])) return static_cast<int>(i) + 1;
  }
  return 0;
}

// What stands behind a day: (周二), a midnight that a spreadsheet added.
void EatBehind(CellScan& scan, PartialDate& date) {
  CellScan trial = scan;
  trial.SkipSpaces();
  const bool bracket = trial.Eat("(");
  const bool word = EatWeekWord(trial);
  if (word || bracket) {
    const auto weekday = EatWeekday(trial);
    if (weekday && (!bracket || trial.Eat(")"))) {
      date.weekday = weekday;
      scan = trial;
    }
  }
  trial = scan;
  if (!trial.Eat("T")) trial.SkipSpaces();
  if (trial.EatAny({"00:00:00", "0:00:00", "00:00", "0:00"}) && trial.Done()) scan = trial;
}

std::optional<PartialDate> FromSerial(int days) {
  constexpr int kSerialOf2000 = 36526;
  if (days < kSerialOf2000) return std::nullopt;
  const CalendarDate date =
      AddDays(CalendarDate(std::chrono::year(1899) / std::chrono::December / 30), days);
  PartialDate out;
  out.year = static_cast<int>(date.year());
  out.month = static_cast<int>(static_cast<unsigned>(date.month()));
  out.day = static_cast<int>(static_cast<unsigned>(date.day()));
  return out;
}

// The mark between numbers of a date; 0: none.
char EatMark(CellScan& scan) {
  for (const char mark : {'-', '/', '.'}) {
    if (scan.Eat(std::string_view(&mark, 1))) return mark;
  }
  return 0;
}

class DateReader {
 public:
  explicit DateReader(std::string_view text) : scan_(text) {}

  DateCell Read() {
    DateCell out;
    auto span = Span();
    if (!span) return out;
    out.spans.push_back(*span);
    for (;;) {
      CellScan before = scan_;
      scan_.SkipSpaces();
      bool separated = scan_.EatAny({"、", ",", ";", "和", "及", "与"});
      scan_.SkipSpaces();
      // Only with its 日 is a number behind a space a day.
      if (!separated) separated = scan_.Left().size() < before.Left().size() && DayWordAhead();
      span = separated ? Span() : std::nullopt;
      if (!span || !EndsHere()) {
        scan_ = before;
        break;
      }
      out.spans.push_back(*span);
    }
    scan_.SkipSpaces();
    out.rest = scan_.Left();
    if (!EndsCleanly(out.rest)) out.spans.clear();
    SpreadDayWord(out);
    return out;
  }

 private:
  bool DayWordAhead() const {
    CellScan ahead = scan_;
    if (!ahead.Number(2)) return false;
    return EatDayWord(ahead) || ahead.Eat("月");
  }
  bool EndsHere() const {
    CellScan ahead = scan_;
    ahead.SkipSpaces();
    return ahead.Done() ||
           ahead.EatAny({"、", ",", ";", "和", "及", "与", "上午", "下午", "晚", "早", "全天"}) ||
           ahead.Left().size() < scan_.Left().size();
  }
  static bool EndsCleanly(std::string_view rest) { return rest.find_first_of("-/.") != 0; }
  // 1、3、5日: what the last one says holds for all.
  static void SpreadDayWord(DateCell& cell) {
    int year = 0, month = 0;
    for (DateSpan& span : cell.spans) {
      for (PartialDate* date : {&span.first, &span.last}) {
        if (date->month == 0) date->month = month;
        if (date->year == 0 && date->month >= month) date->year = year;
        month = date->month;
        year = date->year;
      }
    }
  }

  std::optional<DateSpan> Span() {
    scan_.SkipSpaces();
    // 1-5日: the numbers alone are days.
    CellScan days = scan_;
    const auto from = days.Number(2);
    if (from && days.EatAny({"-", "~", "至", "到"})) {
      const auto to = days.Number(2);
      if (to && EatDayWord(days) && *from < *to) {
        DateSpan span;
        span.first.day = *from;
        span.last.day = *to;
        scan_ = days;
        return span;
      }
      if (to && *from > 12 && *from < *to && *to <= 31 && days.Done()) {
        DateSpan span;
        span.first.day = *from;
        span.last.day = *to;
        scan_ = days;
        return span;
      }
    }
    const auto first = Item();
    if (!first) return std::nullopt;
    DateSpan span{*first, *first};
    CellScan before = scan_;
    scan_.SkipSpaces();
    if (scan_.EatAny({"--", "-", "~", "至", "到"})) {
      scan_.SkipSpaces();
      const auto last = Item();
      CellScan ahead = scan_;
      if (last && !ahead.EatAny({":", "点", "时"})) {
        span.last = *last;
        if (span.last.month == 0) span.last.month = span.first.month;
        if (span.last.year == 0 && span.last.month >= span.first.month) {
          span.last.year = span.first.year;
        }
        span.first.maybe_cut = span.last.maybe_cut = false;
        return span;
      }
    }
    scan_ = before;
    return span;
  }

  std::optional<PartialDate> Item() {
    CellScan start = scan_;
    auto date = Numbers();
    if (date && (date->month < 0 || date->day < 0)) date.reset();
    if (!date) {
      scan_ = start;
      return std::nullopt;
    }
    EatBehind(scan_, *date);
    return date;
  }

  std::optional<PartialDate> Numbers() {
    PartialDate out;
    const auto first = scan_.Number(8);
    if (!first) return std::nullopt;
    const std::size_t digits = scan_.digits();
    if (digits == 8) {
      out.year = *first / 10000;
      out.month = *first / 100 % 100;
      out.day = *first % 100;
      return Later(out);
    }
    if (digits == 5) {
      scan_.Eat(".0");
      return scan_.Done() ? FromSerial(*first) : std::nullopt;
    }
    if (digits == 4) return AfterYear(*first);
    if (digits > 2) return std::nullopt;
    if (scan_.Eat("年")) return AfterYear(2000 + *first, true);
    if (EatDayWord(scan_)) {
      out.day = *first;
      return out;
    }
    scan_.SkipSpaces();
    if (scan_.Eat("月")) {
      scan_.SkipSpaces();
      const auto day = scan_.Number(2);
      if (!day) return std::nullopt;
      EatDayWord(scan_);
      out.month = *first;
      out.day = *day;
      return out;
    }
    CellScan bare = scan_;
    const char mark = EatMark(scan_);
    if (mark == 0) {
      out.day = *first;
      const std::string_view left = scan_.Left();
      if (left.starts_with(':') || left.starts_with("点") || left.starts_with("时")) {
        return std::nullopt;
      }
      return out;
    }
    if (const int month = EatMonthName(scan_); month > 0) {
      out.month = month;
      out.day = *first;
      return out;
    }
    return AfterMark(*first, mark, bare);
  }

  // 12-6, 26-12-18, 12/25/2026
  std::optional<PartialDate> AfterMark(int first, char mark, CellScan) {
    PartialDate out;
    const auto second = scan_.Number(2);
    if (!second) return std::nullopt;
    const bool one_digit = scan_.digits() == 1;
    CellScan third_at = scan_;
    const char next = EatMark(third_at);
    if (next == mark) {
      const auto third = third_at.Number(4);
      if (third && third_at.digits() == 4 && mark == '/') {
        out.year = *third;
        out.month = first;
        out.day = *second;
        scan_ = third_at;
        return Later(out);
      }
      if (third && third_at.digits() <= 2 && first >= 20 && first <= 40) {
        out.year = 2000 + first;
        out.month = *second;
        out.day = *third;
        scan_ = third_at;
        EatDayWord(scan_);
        return out;
      }
      // 12.1-12.5 has another mark between; 12-1-12-5 says nothing clear.
      if (third && mark != '.') return std::nullopt;
    }
    if (first > 12 && mark != '.') return std::nullopt;
    out.month = first;
    out.day = *second;
    const bool word = EatDayWord(scan_);
    out.maybe_cut = mark == '.' && one_digit && *second <= 3 && !word;
    out.maybe_range = mark == '-' && !word && first < *second;
    return out;
  }

  std::optional<PartialDate> AfterYear(int year, bool word = false) {
    PartialDate out;
    out.year = year;
    scan_.SkipSpaces();
    if (!word && EatMark(scan_) == 0 && !scan_.Eat("年")) return std::nullopt;
    scan_.SkipSpaces();
    const auto month = scan_.Number(2);
    scan_.SkipSpaces();
    if (!month || (EatMark(scan_) == 0 && !scan_.Eat("月"))) return std::nullopt;
    scan_.SkipSpaces();
    const auto day = scan_.Number(2);
    if (!day) return std::nullopt;
    scan_.SkipSpaces();
    EatDayWord(scan_);
    out.month = *month;
    out.day = *day;
    return Later(out);
  }

  static std::optional<PartialDate> Later(const PartialDate& date) {
    return date.year < 2000 || date.year > 2099 ? std::nullopt : std::optional(date);
  }

  CellScan scan_;
};

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

std::string WithDigits(std::string_view folded) {
  std::string out, run;
  std::vector<int> numerals;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    const char32_t code = NextCodePoint(folded, at);
    const std::string_view character = folded.substr(begin, at - begin);
    if (const int numeral = NumeralOf(code); numeral >= 0) {
      numerals.push_back(numeral);
      run += character;
      continue;
    }
    const bool counted = code == U'年' || code == U'月' || code == U'日' || code == U'号';
    // 周一日 is no number; neither is a run longer than a year.
    const bool after_week =
        out.ends_with("周") || out.ends_with("期") || out.ends_with("拜") || out.ends_with("(");
    out += counted && !after_week && numerals.size() <= 4 && !numerals.empty() ? DigitsOf(numerals)
                                                                               : run;
    out += character;
    run.clear();
    numerals.clear();
  }
  return out + run;
}

DateCell ReadDateCell(std::string_view cell) {
  return DateReader(WithDigits(FoldCell(cell))).Read();
}

std::optional<std::chrono::weekday> ReadWeekdayCell(std::string_view cell) {
  const std::string text = FoldCell(cell);
  CellScan scan(text);
  const bool bracket = scan.Eat("(");
  EatWeekWord(scan);
  const auto weekday = EatWeekday(scan);
  if (bracket && !scan.Eat(")")) return std::nullopt;
  return scan.Done() ? weekday : std::nullopt;
}

}  // namespace studio
