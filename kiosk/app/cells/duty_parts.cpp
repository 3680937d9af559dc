#include "app/cells/duty_parts.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

#include "app/cells/date_cells.h"
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

// Hours or a run of names in a cell, by bytes of its text.
struct Token {
  bool hours = false;
  std::size_t begin = 0, end = 0;
  bool clings = false;  // nothing parts it from what stands before
  bool colon = false;   // stands behind it
};

class Parting {
 public:
  Parting(std::string text, const SheetWords& words, const RosterNames& names)
      : text_(std::move(text)), words_(words), names_(names), short_(ShortBeside() > 1) {}

  // Empty: nothing in it says when.
  std::vector<DutyPart> Parts() {
    Tokenize(false);
    if (!AnyHours()) {
      bracketed_ = true;
      Tokenize(true);
    }
    if (!AnyHours()) return {};
    const auto behind = Behind();
    // Nobody can say whose hours they are.
    if (!behind) return {{text_, text_}};
    return *behind ? ByHoursBehind() : ByHoursBefore();
  }

 private:
  bool AnyHours() const {
    return std::any_of(tokens_.begin(), tokens_.end(), [](const Token& one) { return one.hours; });
  }
  bool Digit(std::size_t at) const {
    return at < text_.size() && text_[at] >= '0' && text_[at] <= '9';
  }
  // What parts: a mark, or a colon that is not that of 8:30.
  std::size_t Mark(std::size_t at) const {
    const bool colon = text_[at] == ':' && !(at > 0 && Digit(at - 1) && Digit(at + 1));
    return colon ? 1 : MarkAhead(std::string_view(text_).substr(at));
  }
  std::size_t PieceEnd(std::size_t at) const {
    while (at < text_.size() && Mark(at) == 0) ++at;
    return at;
  }

  // How many pieces are a member's name with a word of one character: 示例甲上、示例乙下. One alone
  // may be a longer name.
  int ShortBeside() const {
    int out = 0;
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = PieceEnd(at);
      const std::string_view piece = std::string_view(text_).substr(at, end - at);
      for (std::size_t cut = 0; cut < piece.size();) {
        NextCodePoint(piece, cut);
        const std::string_view left = piece.substr(0, cut), right = piece.substr(cut);
        out += IsShort(left) && names_.IsName(right);
        out += IsShort(right) && names_.IsName(left);
      }
      at = end + (end < text_.size() ? Mark(end) : 0);
    }
    return out;
  }
  bool IsShort(std::string_view word) const {
    return !word.empty() && word.size() <= kShort && words_.Ahead(word) == word.size();
  }

  // Bytes of hours at `at`; 0: none stand there.
  std::size_t HoursAt(std::size_t at, bool in_brackets) const {
    const std::string_view left = std::string_view(text_).substr(at);
    if (in_brackets) {
      const std::size_t close = left.starts_with('(') ? left.find(')') : left.npos;
      const bool hours =
          close != left.npos && !words_.Hours(left.substr(1, close - 1)).hours.empty();
      return hours ? close + 1 : 0;
    }
    const std::size_t length = words_.Ahead(left), end = at + length;
    if (length == 0) return 0;
    // Not out of a telephone's number.
    const auto number = [&](std::size_t i) {
      return Digit(i) || (i < text_.size() && text_[i] == '-');
    };
    if ((Digit(at) && at > 0 && number(at - 1)) || (Digit(end - 1) && number(end))) return 0;
    const bool parted = end == text_.size() || Mark(end) > 0;
    const bool starts = !open_;
    // 早, 晚, 中 may begin or end a name.
    const bool clear = length > kShort || (starts && parted) || short_;
    return clear && (starts || parted) ? length : 0;
  }

  void Tokenize(bool in_brackets) {
    tokens_.clear();
    open_ = false;
    bool clings = false;
    std::size_t whole_until = 0;  // of a name in which nothing else is looked for
    for (std::size_t at = 0; at < text_.size();) {
      if (const std::size_t mark = Mark(at); mark > 0) {
        if (text_[at] == ':' && !tokens_.empty() && OnlySpaces(tokens_.back().end, at)) {
          tokens_.back().colon = true;
        }
        open_ = clings = false;
        at += mark;
        continue;
      }
      if (!open_ && names_.IsName(Piece(at))) whole_until = PieceEnd(at);
      std::size_t length = at < whole_until ? 0 : HoursAt(at, in_brackets);
      const bool hours = length > 0;
      if (!hours) {
        std::size_t next = at;
        NextCodePoint(text_, next);
        const std::size_t close = text_[at] == '(' ? text_.find(')', at) : text_.npos;
        length = (close == text_.npos ? next : close + 1) - at;
      }
      Put(hours, at, at + length, clings);
      open_ = !hours;
      clings = true;
      at += length;
    }
  }
  bool OnlySpaces(std::size_t begin, std::size_t end) const {
    return text_.find_first_not_of(' ', begin) >= end;
  }
  std::string_view Piece(std::size_t at) const {
    return std::string_view(text_).substr(at, PieceEnd(at) - at);
  }
  void Put(bool hours, std::size_t begin, std::size_t end, bool clings) {
    // (上午) is that of the name before it alone.
    const bool joined =
        !tokens_.empty() && tokens_.back().hours == hours && (!bracketed_ || (!hours && clings));
    if (joined) {
      tokens_.back().end = end;
      tokens_.back().colon = false;
    } else {
      tokens_.push_back({hours, begin, end, clings, false});
    }
  }

  // Whether hours stand behind the names that they are of; nullopt: it cannot be told.
  std::optional<bool> Behind() const {
    bool before = false, behind = false;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (!tokens_[i].hours) continue;
      const bool to_next = i + 1 < tokens_.size() && tokens_[i + 1].clings,
                 to_last = tokens_[i].clings && i > 0;
      before = before || tokens_[i].colon || (to_next && !to_last);
      behind = behind || (to_last && !to_next);
    }
    if (before != behind) return behind;
    const bool first = tokens_.front().hours, last = tokens_.back().hours;
    if (before || first == last) return tokens_.size() == 1 ? std::optional(false) : std::nullopt;
    return last;
  }

  std::string HoursOf(const Token& token) const {
    std::string out = text_.substr(token.begin, token.end - token.begin);
    for (std::size_t at = 0; at < out.size(); ++at) {
      if (Mark(token.begin + at) > 0 && out[at] == ':') out[at] = ' ';
    }
    return bracketed_ ? out.substr(1, out.size() - 2) : out;
  }
  std::string NamesOf(const Token& token) const {
    return text_.substr(token.begin, token.end - token.begin);
  }

  std::vector<DutyPart> ByHoursBefore() const {
    std::vector<DutyPart> out;
    for (const Token& token : tokens_) {
      if (token.hours) {
        out.push_back({HoursOf(token), {}});
      } else if (out.empty() || out.back().hours.empty()) {
        out.push_back({{}, NamesOf(token)});
      } else if (out.back().names.empty()) {
        out.back().names = NamesOf(token);
      } else {
        out.back().names += "、" + NamesOf(token);
      }
    }
    return out;
  }
  std::vector<DutyPart> ByHoursBehind() const {
    std::vector<DutyPart> out;
    bool open = false;
    for (const Token& token : tokens_) {
      if (!token.hours) {
        out.push_back({{}, NamesOf(token)});
      } else if (open) {
        out.back().hours = HoursOf(token);
      } else {
        out.push_back({HoursOf(token), {}});
      }
      open = !token.hours;
    }
    return out;
  }

  static constexpr std::size_t kShort = 3;  // bytes: one character

  std::string text_;
  const SheetWords& words_;
  const RosterNames& names_;
  std::vector<Token> tokens_;
  bool bracketed_ = false, open_ = false;
  bool short_;
};

}  // namespace

std::vector<DutyPart> DutyPartsOf(std::string_view cell, const SheetWords& words,
                                  const RosterNames& names) {
  std::vector<DutyPart> parts = Parting(WithBothHalves(FoldCell(cell)), words, names).Parts();
  if (parts.empty()) parts.push_back({{}, std::string(cell)});
  return parts;
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
