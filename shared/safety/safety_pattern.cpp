#include "shared/safety/safety_pattern.h"

#include <algorithm>

#include "shared/base/utf8.h"
#include "shared/safety/safety_text.h"

namespace studio {
namespace {

std::u32string Folded(std::string_view utf8) {
  std::u32string out;
  for (const SafetyText::Character& c : CleanForSafety(utf8).characters) out += c.point;
  return out;
}

void Sort(SafetyWords& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

// The words of a way without gaps; more than kMaxWordsOfPiece: cut off there.
SafetyWords Joined(const SafetyPattern& way) {
  SafetyWords words(1);
  for (const SafetyPiece& piece : way) {
    SafetyWords longer;
    for (const auto& front : words) {
      for (const auto& back : piece.words) {
        if (longer.size() <= kMaxWordsOfPiece) longer.push_back(front + back);
      }
    }
    words = std::move(longer);
  }
  return words;
}

bool HasGap(const SafetyPattern& way) {
  return std::any_of(way.begin(), way.end(),
                     [](const SafetyPiece& piece) { return piece.IsGap(); });
}

class PatternReader {
 public:
  PatternReader(std::string_view text, const NamedSafetyWords& named)
      : named_(named), text_(Folded(text)), too_long_(text.size() > kMaxPatternBytes) {}

  Result<std::vector<SafetyPattern>> All() {
    if (too_long_) Say("is too long");
    Ways all;
    do {
      Ways ways = Sequence();
      for (SafetyPattern& way : ways) {
        Examine(way);
        all.push_back(std::move(way));
      }
    } while (said_.empty() && Take(U'|'));
    if (said_.empty() && at_ < text_.size()) Say("has a bracket that nothing opened");
    if (!said_.empty()) return Fail(ErrorKind::kMalformed, said_);
    return all;
  }

 private:
  using Ways = std::vector<SafetyPattern>;

  bool Take(char32_t c) {
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  bool IsAt(std::u32string_view any) const {
    return at_ < text_.size() && any.find(text_[at_]) != any.npos;
  }

  void Say(std::string what) {
    if (said_.empty()) said_ = std::move(what);
  }

  void Examine(const SafetyPattern& way) {
    if (way.empty()) return Say("has an empty alternative");
    if (way.size() > kMaxPieces) return Say("has too many parts");
    if (way.front().MayLack()) Say("must begin with a word that has to be there");
    if (way.back().MayLack()) Say("must end with a word that has to be there");
    for (std::size_t i = 1; i < way.size(); ++i) {
      if (way[i].IsGap() && way[i - 1].IsGap()) Say("has two gaps in a row");
    }
  }

  Ways Sequence() {
    Ways ways(1);
    while (said_.empty() && at_ < text_.size() && !IsAt(U"|)]")) {
      const Ways parts = Part();
      if (ways.size() * parts.size() > kMaxWays) Say("stands for too many ways");
      Ways longer;
      for (const SafetyPattern& front : ways) {
        for (const SafetyPattern& back : parts) {
          if (!said_.empty()) break;
          longer.push_back(front);
          longer.back().insert(longer.back().end(), back.begin(), back.end());
        }
      }
      ways = std::move(longer);
    }
    return ways;
  }

  // A bracket, a name, a gap, or letters up to the next of them.
  Ways Part() {
    if (Take(U'{')) return {{Gap()}};
    if (Take(U'(')) return Choices(U')');
    if (Take(U'[')) return Choices(U']');
    if (Take(U'<')) return {{SafetyPiece{Named()}}};
    std::u32string word;
    while (at_ < text_.size() && !IsAt(U"()[]<>{}|")) {
      if (IsAt(U",;:.!?、。…")) Say("has a punctuation mark in it");
      word += text_[at_++];
    }
    if (word.empty()) Say("has a bracket in a place where it means nothing");
    if (word.size() > kMaxWordLength) Say("has a word that is too long");
    return {{SafetyPiece{{word}}}};
  }

  SafetyPiece Gap() {
    SafetyPiece gap;
    gap.over_commas = Take(U',');
    const std::size_t begin = at_;
    while (IsAt(U"0123456789") && gap.gap <= kMaxGap) {
      gap.gap = gap.gap * 10 + static_cast<int>(text_[at_++] - U'0');
    }
    if (begin == at_ || gap.gap < 1 || gap.gap > kMaxGap || !Take(U'}')) {
      Say("has a gap that is not {1} to {30} or {,1} to {,30}");
    }
    return gap;
  }

  SafetyWords Named() {
    const std::size_t end = text_.find(U'>', at_);
    std::string name;
    for (std::size_t i = at_; end != text_.npos && i < end; ++i) AppendCodePoint(name, text_[i]);
    const auto found = named_.find(name);
    if (end == text_.npos || found == named_.end()) {
      Say("names words that the list does not have above it: <" + name + ">");
      return {};
    }
    at_ = end + 1;
    return found->second;
  }

  // Those without a gap are one piece together.
  Ways Choices(char32_t close) {
    Ways out;
    SafetyWords words;
    if (++depth_ > 8) Say("has too many brackets inside one another");
    do {
      for (SafetyPattern& way : Sequence()) {
        if (way.empty()) Say("has an empty alternative");
        if (!said_.empty()) break;
        if (HasGap(way)) {
          out.push_back(std::move(way));
        } else {
          const SafetyWords joined = Joined(way);
          words.insert(words.end(), joined.begin(), joined.end());
        }
      }
    } while (said_.empty() && Take(U'|'));
    if (said_.empty() && !Take(close)) Say("has a bracket that nothing closes");
    --depth_;
    if (close == U']') words.emplace_back();
    Sort(words);
    if (words.size() > kMaxWordsOfPiece) Say("stands for too many words");
    if (!words.empty() && words.back().size() > kMaxWordLength) Say("has a word that is too long");
    if (!words.empty()) out.push_back({SafetyPiece{std::move(words)}});
    return out;
  }

  const NamedSafetyWords& named_;
  const std::u32string text_;
  const bool too_long_;
  std::size_t at_ = 0;
  int depth_ = 0;
  std::string said_;
};

}  // namespace

Result<std::vector<SafetyPattern>> ReadSafetyPattern(std::string_view text,
                                                     const NamedSafetyWords& named) {
  return PatternReader(text, named).All();
}

Result<SafetyWords> ReadSafetyWords(std::string_view text, const NamedSafetyWords& named) {
  const auto patterns = ReadSafetyPattern(text, named);
  if (!patterns) return tl::unexpected(patterns.error());
  SafetyWords all;
  for (const SafetyPattern& pattern : *patterns) {
    if (HasGap(pattern)) return Fail(ErrorKind::kMalformed, "is a word and has a gap");
    const SafetyWords words = Joined(pattern);
    if (words.size() > kMaxWordsOfPiece) {
      return Fail(ErrorKind::kMalformed, "stands for too many words");
    }
    all.insert(all.end(), words.begin(), words.end());
  }
  Sort(all);
  return all;
}

SafetyWords PlainSafetyWord(std::string_view word) {
  std::u32string folded = Folded(word);
  if (folded.empty()) return {};
  return {std::move(folded)};
}

}  // namespace studio
