#include "app/tables/duty_parts.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "app/tables/date_cells.h"
#include "shared/base/utf8.h"

namespace studio {
namespace {

constexpr auto kPartMarks =
    std::to_array<std::string_view>({" ", "、", ",", ";", "/", "。", "+", "&"});

std::size_t MarkAhead(std::string_view text) {
  for (const std::string_view mark : kPartMarks) {
    if (text.starts_with(mark)) return mark.size();
  }
  return 0;
}

// 上午: or 上午 before a name; bytes with what parts it from the name.
std::size_t HoursBefore(std::string_view text, const SheetWords& words, std::size_t& hours) {
  hours = words.Ahead(text);
  if (hours == 0) return 0;
  std::size_t end = hours;
  while (end < text.size() && (text[end] == ' ' || text[end] == ':')) ++end;
  // 早, 晚, 中 may begin a name.
  const bool clear = end > hours || end == text.size() || hours > 3;
  return clear ? end : 0;
}

// 示例甲(上午)
bool HoursBehind(const std::string& names, const SheetWords& words, DutyPart& part) {
  if (!names.ends_with(')')) return false;
  const std::size_t open = names.rfind('(');
  if (open == std::string::npos || open == 0) return false;
  const std::string inside = names.substr(open + 1, names.size() - open - 2);
  if (words.Hours(inside).hours.empty()) return false;
  part = {inside, names.substr(0, open)};
  return true;
}

std::vector<DutyPart> InBrackets(const std::string& text, const SheetWords& words) {
  std::vector<DutyPart> out;
  std::string piece;
  bool any = false;
  const auto finish = [&] {
    if (piece.empty()) return;
    DutyPart part{{}, piece};
    any = HoursBehind(piece, words, part) || any;
    out.push_back(part);
    piece.clear();
  };
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
    const std::size_t mark = depth > 0 ? 0 : MarkAhead(std::string_view(text).substr(at));
    if (mark > 0) finish();
    if (mark == 0) piece += text[at];
    at += std::max<std::size_t>(mark, 1);
  }
  finish();
  if (!any) out.clear();
  return out;
}

}  // namespace

std::vector<DutyPart> DutyPartsOf(std::string_view cell, const SheetWords& words) {
  const std::string text = FoldCell(cell);
  std::vector<DutyPart> out(1);
  bool start = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view left = std::string_view(text).substr(at);
    std::size_t hours = 0;
    if (const std::size_t length = start ? HoursBefore(left, words, hours) : 0; length > 0) {
      out.push_back({std::string(left.substr(0, hours)), {}});
      at += length;
      continue;
    }
    const std::size_t mark = MarkAhead(left);
    std::size_t next = at;
    NextCodePoint(text, next);
    out.back().names += text.substr(at, next - at);
    start = mark > 0;
    at = next;
  }
  if (out.size() == 1) {
    std::vector<DutyPart> bracketed = InBrackets(text, words);
    return bracketed.empty() ? std::vector<DutyPart>{{{}, std::string(cell)}} : bracketed;
  }
  if (out.front().names.find_first_not_of(' ') == std::string::npos) out.erase(out.begin());
  // 上午、下午:示例甲: one after the other with nobody between is both.
  for (std::size_t i = out.size(); i-- > 1;) {
    DutyPart& before = out[i - 1];
    if (before.hours.empty() || before.names.find_first_not_of(" ,;/") != std::string::npos) {
      continue;
    }
    before = {before.hours + "、" + out[i].hours, out[i].names};
    out.erase(out.begin() + static_cast<std::ptrdiff_t>(i));
  }
  return out;
}

DayAhead DayAheadIn(std::string_view cell) {
  const std::string text = FoldCell(cell);
  const DateCell date = ReadDateCell(text);
  if (date.spans.size() != 1 || date.rest.size() > text.size()) return {};
  const std::string_view day = std::string_view(text).substr(0, text.size() - date.rest.size());
  const bool word = day.find("日") != day.npos || day.find("号") != day.npos;
  // 1 示例甲; 1示例甲 is not clear.
  if (!date.rest.empty() && !word && !day.ends_with(' ') && !day.ends_with(')')) return {};
  std::string rest = date.rest;
  while (rest.starts_with(' ') || rest.starts_with(':')) rest.erase(0, 1);
  return {std::string(day), rest};
}

std::vector<std::string> DayPieces(std::string_view cell, const SheetWords& words) {
  std::string text = FoldCell(cell);
  std::vector<std::string> out;
  for (;;) {
    const DateCell date = ReadDateCell(WithDigits(text));
    bool parted = false;
    const std::string& rest = date.rest;
    for (std::size_t at = 0; at < rest.size() && !date.spans.empty() && !parted; ++at) {
      const std::size_t mark = MarkAhead(std::string_view(rest).substr(at));
      if (mark == 0 || words.Hours(rest.substr(0, at)).hours.empty()) continue;
      const std::string behind = rest.substr(at + mark);
      if (ReadDateCell(behind).spans.empty()) continue;
      const std::string whole = WithDigits(text);
      out.push_back(whole.substr(0, whole.size() - rest.size() + at));
      text = behind;
      parted = true;
    }
    if (!parted) break;
  }
  out.push_back(out.empty() ? std::string(cell) : text);
  return out;
}

}  // namespace studio
