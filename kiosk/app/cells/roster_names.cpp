#include "app/cells/roster_names.h"

#include <algorithm>
#include <array>
#include <optional>

#include "app/cells/date_cells.h"
#include "shared/base/clean_text.h"
#include "shared/base/folded_text.h"
#include "shared/base/utf8.h"

namespace studio {
namespace {

constexpr auto kSeparators = std::to_array<std::string_view>(
    {"、", "，", "；", "／", "。", "＋", "＆", "｜", ",",      ";",
     "/",  "\n", "\r", "\t", "|",  "+",  "&",  " ",  "\u3000", "\\"});
constexpr auto kJoining = std::to_array<std::string_view>({"和", "与", "及", "以及"});
// What may stand behind a name without being part of it.
constexpr auto kOffices = std::to_array<std::string_view>(
    {"委员", "副主任", "主任", "副主席", "主席", "副组长", "组长", "召集人", "联络员", "常委",
     "书记", "副书记", "同志", "老师",   "代表", "带班",   "值班", "牵头",   "先生",   "女士"});

template <std::size_t kCount>
std::size_t BeginsWith(std::string_view text, const std::array<std::string_view, kCount>& words) {
  std::size_t longest = 0;
  for (const std::string_view word : words) {
    if (text.starts_with(word)) longest = std::max(longest, word.size());
  }
  return longest;
}

std::vector<std::string> Folded(std::string_view cell) {
  std::vector<std::string> parts(1), out;
  while (!cell.empty()) {
    const std::size_t length = BeginsWith(cell, kSeparators);
    if (length > 0) {
      parts.emplace_back();
    } else {
      parts.back().push_back(cell.front());
    }
    cell.remove_prefix(std::max<std::size_t>(length, 1));
  }
  for (const std::string& part : parts) {
    if (std::string folded = FoldCell(part); !folded.empty()) out.push_back(std::move(folded));
  }
  return out;
}

bool Fits(const std::vector<std::string>& written, const std::string& known) {
  return written.empty() || std::find(written.begin(), written.end(), known) != written.end();
}

std::u32string CodesOf(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) out.push_back(NextCodePoint(text, at));
  return out;
}

// NameKey leaves it as it is, whatever stands around it.
bool IsOwnKey(char32_t code) {
  return (code >= U'一' && code <= U'\x9FA5') || (code >= U'0' && code <= U'9') ||
         (code >= U'a' && code <= U'z');
}

// At most one character more, less or other.
bool Near(const std::u32string& a, const std::u32string& b) {
  if (a.size() > b.size()) return Near(b, a);
  if (b.size() - a.size() > 1) return false;
  std::size_t same = 0;
  while (same < a.size() && a[same] == b[same]) ++same;
  const std::size_t skip = a.size() == b.size() ? 1 : 0;
  return same == a.size() || a.substr(same + skip) == b.substr(same + 1);
}

}  // namespace

RosterNames::RosterNames(const std::vector<Member>& members) {
  for (const Member& member : members) {
    const std::string key = NameKey(member.name);
    if (key.empty()) continue;
    by_name_[key].push_back(&member);
    by_id_[member.id] = &member;
    longest_ = std::max(longest_, key.size());
    for (const std::string& group : {member.group, member.sector}) {
      if (!group.empty()) groups_[FoldCell(group)] = true;
    }
  }
}

// From the left: a separator, a number of a list, the longest name or id; behind a name what may
// stand there. What begins with no name goes up to the next separator as an unknown one.
class RosterNames::Reader {
 public:
  Reader(const RosterNames& names, std::string_view cell, Hints hints)
      : names_(names), left_(cell), hints_(std::move(hints)) {}

  Names Read() {
    while (!left_.empty()) {
      if (const std::size_t length = BeginsWith(left_, kSeparators)) {
        left_.remove_prefix(length);
      } else if (left_.starts_with('\'')) {  // before what a sheet is to take as text
        left_.remove_prefix(1);
      } else if (!EatNumber() && !EatName() && !EatTelephone()) {
        if (joined_ && EatJoining()) continue;
        Unknown();
      }
    }
    MergeUnknown();
    return std::move(out_);
  }

 private:
  static bool IsDigit(char c) { return c >= '0' && c <= '9'; }

  std::size_t Digits() const {
    return std::min(left_.find_first_not_of("0123456789"), left_.size());
  }

  // 1. 2、 (3)
  bool EatNumber() {
    const bool bracket = left_.starts_with('(');
    std::string_view rest = left_.substr(bracket ? 1 : 0);
    const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
    if (digits == 0 || digits > 2) return false;
    rest.remove_prefix(digits);
    for (const std::string_view end : {".", "、", "．", ")", "）"}) {
      if (!rest.starts_with(end) || bracket != (end == ")")) continue;
      left_ = rest.substr(end.size());
      return true;
    }
    return false;
  }

  // 13800000000, 138-0000-0000, (0431)8888888, with 电话 before it.
  bool EatTelephone() {
    std::string_view rest = left_;
    for (const std::string_view word : {"联系电话", "电话", "手机", "Tel", "TEL", "tel"}) {
      if (rest.starts_with(word)) rest.remove_prefix(word.size());
    }
    for (bool more = true; more;) {
      more = false;
      for (const std::string_view mark : {":", "：", " ", "\u3000"}) {
        if (!rest.starts_with(mark)) continue;
        rest.remove_prefix(mark.size());
        more = true;
      }
    }
    std::size_t end = 0, digits = 0;
    for (std::size_t at = 0; at < rest.size(); ++at) {
      if (IsDigit(rest[at])) {
        ++digits;
        end = at + 1;
      } else if (rest[at] != '-' && rest[at] != ' ' && rest[at] != '(' && rest[at] != ')') {
        break;
      }
    }
    if (digits < 6 || digits > 16) return false;
    Note(rest.substr(0, end));
    left_ = rest.substr(end);
    return true;
  }

  // Bytes of the longest name that stands at the left; spaces within it do not count.
  std::size_t NameAhead(std::string& key) const {
    std::size_t best = 0;
    std::string ahead, trial;
    bool plain = true;  // `trial` is what it adds up to, character by character
    for (std::size_t at = 0; at < left_.size();) {
      const std::size_t begin = at;
      const char32_t code = NextCodePoint(left_, at);
      const std::string_view character = left_.substr(begin, at - begin);
      if (begin == 0 && BeginsWith(left_, kSeparators) > 0) break;
      ahead += character;
      if (ahead.size() > 3 * names_.longest_ + 8) break;
      if (BeginsWith(character, kSeparators) > 0) {
        if (character == " " || character == "\u3000") continue;
        break;
      }
      plain = plain && IsOwnKey(code);
      if (plain) {
        trial += character;
      } else {
        trial = NameKey(ahead);
      }
      const auto named = names_.by_name_.lower_bound(trial);
      if (named != names_.by_name_.end() && named->first == trial) {
        best = at;
        key = trial;
      } else if (plain && (named == names_.by_name_.end() || !named->first.starts_with(trial))) {
        break;
      }
    }
    return best;
  }

  std::size_t IdAhead() const {
    std::size_t end = 0;
    while (end < left_.size() &&
           (IsDigit(left_[end]) || std::isalnum(static_cast<unsigned char>(left_[end])) != 0 ||
            left_[end] == '-' || left_[end] == '_')) {
      ++end;
    }
    return end > 0 && names_.by_id_.contains(left_.substr(0, end)) ? end : 0;
  }

  bool EatName() {
    std::string key;
    std::size_t length = NameAhead(key);
    if (const std::size_t id = IdAhead(); id > length) {
      const std::string text(left_.substr(0, id));
      left_.remove_prefix(id);
      out_.found.push_back({text, {text}, {}, false});
      known_.push_back(true);
      Behind();
      joined_ = true;
      return true;
    }
    if (length == 0) return false;
    const std::string_view text = left_.substr(0, length);
    left_.remove_prefix(length);
    const std::string bracket = Behind();
    // 示例甲等: more than a name.
    if (!AtEnd()) {
      std::string ignored;
      if (NameAhead(ignored) == 0) {
        const std::size_t end = ToSeparator();
        out_.found.push_back(
            {std::string(text) + std::string(left_.substr(0, end)), {}, {}, false});
        out_.found.back().similar = names_.Decide(key, bracket, hints_);
        known_.push_back(true);
        left_.remove_prefix(end);
        return true;
      }
    }
    out_.found.push_back({std::string(text), names_.Decide(key, bracket, hints_), {}, false});
    known_.push_back(true);
    joined_ = true;
    return true;
  }

  // Offices, brackets and telephones; gives what stood in the first brackets.
  std::string Behind() {
    std::string bracket;
    for (;;) {
      std::string_view rest = left_;
      while (rest.starts_with(' ')) rest.remove_prefix(1);
      if (const std::size_t office = BeginsWith(rest, kOffices)) {
        Note(rest.substr(0, office));
        left_ = rest.substr(office);
        continue;
      }
      const std::size_t open =
          rest.starts_with('(') || rest.starts_with('[') ? 1 : BeginsWith(rest, kOpen);
      if (open > 0) {
        std::size_t end = std::string_view::npos, close = 0;
        for (const std::string_view mark : kClose) {
          const std::size_t at = rest.find(mark);
          if (at < end) {
            end = at;
            close = mark.size();
          }
        }
        if (end == std::string_view::npos) return bracket;
        const std::string inside = FoldCell(rest.substr(open, end - open));
        if (bracket.empty()) bracket = inside;
        Note(inside);
        left_ = rest.substr(end + close);
        continue;
      }
      if (EatTelephone()) continue;
      return bracket;
    }
  }

  void Note(std::string_view text) { out_.notes.emplace_back(text); }

  bool AtEnd() const {
    return left_.empty() || BeginsWith(left_, kSeparators) > 0 || BeginsWith(left_, kJoining) > 0;
  }

  bool EatJoining() {
    const std::size_t length = BeginsWith(left_, kJoining);
    left_.remove_prefix(length);
    return length > 0;
  }

  std::size_t ToSeparator() const {
    std::size_t end = 0;
    while (end < left_.size() && BeginsWith(left_.substr(end), kSeparators) == 0) ++end;
    return end;
  }

  void Unknown() {
    const std::size_t end = std::max<std::size_t>(ToSeparator(), 1);
    Found found{std::string(left_.substr(0, end)), {}, {}, false};
    left_.remove_prefix(end);
    const std::string folded = FoldCell(found.text);
    found.group = names_.groups_.contains(folded) || folded.starts_with("全体") ||
                  folded.ends_with("组") || folded == "全员" || folded == "所有委员";
    if (!found.group) found.similar = names_.Similar(NameKey(found.text));
    out_.found.push_back(std::move(found));
    known_.push_back(false);
  }

  // "张 三 丰" is one unknown name rather than three.
  void MergeUnknown() {
    const bool none = std::none_of(known_.begin(), known_.end(), [](bool known) { return known; });
    if (!none || out_.found.size() < 2) return;
    const bool single = std::all_of(out_.found.begin(), out_.found.end(), [](const Found& found) {
      return CountCharacters(found.text) == 1;
    });
    if (!single) return;
    Found all;
    for (const Found& found : out_.found) all.text += found.text;
    all.similar = names_.Similar(NameKey(all.text));
    out_.found = {all};
  }

  static constexpr auto kOpen = std::to_array<std::string_view>({"（", "【", "［"});
  static constexpr auto kClose = std::to_array<std::string_view>({")", "）", "]", "】", "］"});

  const RosterNames& names_;
  std::string_view left_;
  const Hints hints_;
  bool joined_ = false;
  std::vector<bool> known_;
  Names out_;
};

std::vector<std::string> RosterNames::Decide(const std::string& key, const std::string& bracket,
                                             const Hints& hints) const {
  const auto named = by_name_.find(key);
  if (named == by_name_.end()) return {};
  std::vector<const Member*> fitting = named->second;
  const auto keep = [&](const auto& fits) {
    std::erase_if(fitting, [&](const Member* member) { return !fits(*member); });
    if (fitting.empty()) fitting = named->second;
  };
  if (!bracket.empty()) {
    keep([&](const Member& member) {
      return member.id == bracket || member.sector == bracket || member.group == bracket;
    });
  }
  if (fitting.size() > 1) {
    keep([&](const Member& member) {
      return Fits(hints.sectors, member.sector) && Fits(hints.groups, member.group);
    });
  }
  std::vector<std::string> ids;
  for (const Member* member : fitting) ids.push_back(member->id);
  return ids;
}

// 张委员, 主任张: a surname; a name with one other character.
std::vector<std::string> RosterNames::Similar(std::string_view key) const {
  constexpr std::size_t kMost = 3;
  std::vector<std::string> out;
  std::string cut(key);
  for (const std::string_view office : kOffices) {
    if (cut.ends_with(office)) cut.resize(cut.size() - office.size());
  }
  const std::u32string written = CodesOf(cut);
  if (written.empty() || written.size() > 20) return out;
  for (const auto& [name, members] : by_name_) {
    const std::u32string known = CodesOf(name);
    const bool near = known.size() >= 2 && written.size() >= 2 && Near(written, known);
    const bool surname =
        written.size() < known.size() && cut.size() < key.size() && known.starts_with(written);
    if (!near && !surname) continue;
    for (const Member* member : members) out.push_back(member->id);
    if (out.size() > kMost) return {};
  }
  return out;
}

RosterNames::Names RosterNames::In(std::string_view cell, std::string_view sectors,
                                   std::string_view groups) const {
  return Reader(*this, CleanText(cell, TextKind::kLines), {Folded(sectors), Folded(groups)}).Read();
}

bool RosterNames::IsName(std::string_view cell) const {
  const std::string key = NameKey(cell);
  return by_name_.contains(key) || by_id_.contains(FoldCell(cell));
}

bool RosterNames::Mentions(std::string_view text) const {
  const std::string key = NameKey(text);
  return std::any_of(by_name_.begin(), by_name_.end(),
                     [&](const auto& name) { return key.find(name.first) != std::string::npos; });
}

bool RosterNames::HasName(std::string_view cell) const {
  const Names names = In(cell, {}, {});
  return std::any_of(names.found.begin(), names.found.end(),
                     [](const Found& found) { return !found.ids.empty(); });
}

}  // namespace studio
