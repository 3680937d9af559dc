#include "app/cells/sheet_words.h"

#include <algorithm>
#include <array>

#include "app/cells/cell_scan.h"
#include "app/cells/date_cells.h"
#include "app/cells/roster_headings.h"
#include "shared/base/utf8.h"

namespace studio {
namespace {

constexpr auto kMeaning =
    std::to_array<std::string_view>({"代表", "表示", "为", "是", "指", "即", "=", "-", ":", "("});

std::string_view Trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// Between marks that stand in no brackets.
std::vector<std::string_view> Pieces(std::string_view text,
                                     std::initializer_list<std::string_view> marks) {
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = 0;
    depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
    for (const std::string_view mark : marks) {
      if (depth <= 0 && text.substr(at).starts_with(mark)) length = mark.size();
    }
    if (length > 0) {
      out.push_back(Trimmed(text.substr(begin, at - begin)));
      begin = at + length;
    }
    at += std::max<std::size_t>(length, 1);
  }
  out.push_back(Trimmed(text.substr(begin)));
  std::erase_if(out, [](std::string_view piece) { return piece.empty(); });
  return out;
}

// What is explained stands behind 注:, 2. and the like.
std::string_view NameIn(std::string_view left) {
  const auto digit = [&](std::size_t at) {
    return at < left.size() && left[at] >= '0' && left[at] <= '9';
  };
  for (std::size_t at = left.size(); at-- > 0;) {
    if (left[at] != ':' || digit(at + 1)) continue;  // not that of 8:30
    left.remove_prefix(at + 1);
    break;
  }
  const std::size_t digits = std::min(left.find_first_not_of("0123456789"), left.size());
  if (digits > 0 && left.substr(digits).starts_with('.')) left.remove_prefix(digits + 1);
  for (const std::string_view quote : {"\"", "“", "”", "'"}) {
    if (left.starts_with(quote)) left.remove_prefix(quote.size());
    if (left.ends_with(quote)) left.remove_suffix(quote.size());
  }
  return Trimmed(left);
}

bool MayBeName(std::string_view name) {
  if (name.empty() || name.size() > 24 || CountCharacters(name) > 4) return false;
  if (name.find_first_of("0123456789/,;()~") != std::string_view::npos) return false;
  for (const std::string_view word :
       {"时间", "电话", "地点", "日期", "要求", "备注", "说明", "注", "、", "每"}) {
    if (name.find(word) != std::string_view::npos) return false;
  }
  return true;
}

}  // namespace

std::string GroupKey(std::string_view folded) {
  std::string text(folded);
  std::erase(text, ' ');
  CellScan scan(text);
  scan.Eat("第");
  std::string number;
  if (const auto digits = scan.Number(2)) {
    number = std::to_string(*digits);
  } else {
    constexpr auto kCounted = std::to_array<std::string_view>(
        {"", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"});
    for (std::size_t i = 1; i < kCounted.size() && number.empty(); ++i) {
      if (scan.Eat(kCounted[i])) number = std::to_string(i);
    }
    for (const std::string_view letter :
         {"A", "B", "C", "D", "E", "F", "G", "H", "甲", "乙", "丙", "丁", "戊"}) {
      if (number.empty() && scan.Eat(letter)) number = letter;
    }
  }
  if (number.empty() || !scan.EatAny({"小组", "组"}) || !scan.Done()) return {};
  return number;
}

bool SheetWords::IsMark(std::string_view cell) const {
  const std::string folded = FoldCell(cell);
  return marks_.contains(folded) || (IsDutyMark(folded) && Hours(folded).hours.empty());
}

bool SheetWords::IsNobody(std::string_view cell) const {
  return nobody_.contains(FoldCell(cell)) || SaysNobody(cell);
}

const SheetWords::Group* SheetWords::GroupOf(std::string_view folded) const {
  const std::string key = GroupKey(folded);
  const auto found = groups_.find(key);
  return key.empty() || found == groups_.end() ? nullptr : &found->second;
}

void SheetWords::SetHours(const std::string& name, const std::vector<CellHours>& hours) {
  for (UsualHours& known : usual_) std::erase(known.names, name);
  for (const CellHours& one : hours) usual_.push_back({{name}, one.from, one.to});
}

bool SheetWords::Define(std::string_view name, std::string_view meaning) {
  if (!MayBeName(name)) return false;
  const std::string key(name);
  for (const std::string_view word : {"值班", "当班", "在岗", "到岗", "上班"}) {
    if (meaning != word) continue;
    marks_.insert(key);
    return true;
  }
  // What explains something else as well says nothing of this one.
  const bool alone = std::none_of(kMeaning.begin(), kMeaning.end(), [&](std::string_view word) {
    return meaning.find(word) != std::string_view::npos;
  });
  if (alone && SaysNobody(meaning)) return nobody_.insert(key).second;
  const HoursCell hours = Hours(HoursPart(meaning));
  // A word stands for parts of a day. Explained by itself, line by line, it would double each time.
  constexpr std::size_t kMostParts = 8;
  if (hours.hours.empty() || hours.hours.size() > kMostParts) return false;
  SetHours(key, hours.hours);
  return true;
}

// 上-上午班(8:30-11:30)
bool SheetWords::Explain(std::string_view piece) {
  for (const std::string_view word : kMeaning) {
    for (std::size_t at = 0; (at = piece.find(word, at)) != std::string_view::npos;
         at += word.size()) {
      std::string_view meaning = Trimmed(piece.substr(at + word.size()));
      if (word == "(") {
        if (!meaning.ends_with(')')) continue;
        meaning.remove_suffix(1);
      }
      if (Define(NameIn(piece.substr(0, at)), meaning)) return true;
    }
  }
  // 上午8:30-11:30
  const std::string_view bare = NameIn(piece);
  const std::size_t digit = bare.find_first_of("0123456789");
  if (digit == 0 || digit == std::string_view::npos) return false;
  const std::string_view name = Trimmed(bare.substr(0, digit));
  return Ahead(name) == name.size() && Hours(bare).hours.size() == 1 && Define(name, bare);
}

void SheetWords::LearnLine(const std::string& folded, GridAt at) {
  bool taken = false;
  for (const std::string_view sentence : Pieces(folded, {",", ";", "。"})) {
    if (Explain(sentence)) {
      taken = true;
      continue;
    }
    for (const std::string_view piece : Pieces(sentence, {"、", " "})) {
      taken = Explain(piece) || taken;
    }
  }
  if (taken) explaining_.insert(at);
}

// 第一组:示例甲、示例乙, in one cell or in two.
void SheetWords::LearnGroup(const RosterGrid& grid, GridAt at, const RosterNames& names) {
  const std::string& text = grid.Folded(at);
  const std::size_t end = text.find("组");
  if (end == std::string::npos || end > 16) return;
  const std::size_t behind = end + std::string_view("组").size();
  const std::string key = GroupKey(text.substr(0, behind));
  if (key.empty()) return;
  Group group{at, at, text.substr(behind)};
  if (group.members.starts_with(':')) group.members.erase(0, 1);
  if (group.members.empty()) {
    group.names = {at.row, at.column + 1};
    group.members = grid.Text(group.names);
  }
  if (names.HasName(group.members)) groups_.try_emplace(key, group);
}

void SheetWords::Learn(const RosterGrid& grid, const RosterNames& names) {
  for (int row = 0; row < grid.rows(); ++row) {
    const int filled = grid.Filled(row, 0, grid.columns());
    if (filled > 4) continue;
    for (int column = 0; column < grid.columns(); ++column) {
      const GridAt at{row, column};
      const std::string& text = grid.Folded(at);
      if (text.empty() || text.size() > 2000 || grid.Origin(at) != at) continue;
      LearnGroup(grid, at, names);
      if ((filled == 1 || IsRemark(text)) && !names.Mentions(text)) LearnLine(text, at);
    }
  }
}

}  // namespace studio
