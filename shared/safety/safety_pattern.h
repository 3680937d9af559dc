// The language in which a county writes what makes the terminal stop (protocol.md, *What stops a
// writer*):
//   着火        these characters, one after the other
//   (爸|妈)     one of these; [快] may be there or not; both may stand inside one another
//   <家人>      one of the words that the list gives this name
//   {6}         up to six other characters of the same clause; {,12} also over commas
//   甲|乙       outside brackets: two patterns in one line
// White space in a pattern says nothing. Spoken of in sentences where it is wrong.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace studio {

// Sorted, each once; the empty word where there need be none.
using SafetyWords = std::vector<std::u32string>;

struct SafetyPiece {
  SafetyWords words;
  int gap = 0;  // characters; 0: words
  bool over_commas = false;

  bool IsGap() const { return gap > 0; }
  bool MayLack() const { return IsGap() || words.empty() || words.front().empty(); }
};
using SafetyPattern = std::vector<SafetyPiece>;

// What comes from outside has a size.
inline constexpr std::size_t kMaxPatternBytes = 3000;
inline constexpr std::size_t kMaxPieces = 16;
inline constexpr std::size_t kMaxWays = 200;
inline constexpr std::size_t kMaxWordsOfPiece = 8000;
inline constexpr std::size_t kMaxWordLength = 24;
inline constexpr int kMaxGap = 30;

using NamedSafetyWords = std::map<std::string, SafetyWords, std::less<>>;

// All patterns that the text stands for. The error's detail is a sentence about the text alone.
Result<std::vector<SafetyPattern>> ReadSafetyPattern(std::string_view text,
                                                     const NamedSafetyWords& named);
// A text without gaps as the words it stands for, none of them empty.
Result<SafetyWords> ReadSafetyWords(std::string_view text, const NamedSafetyWords& named);
// A plain word, whatever characters it has.
SafetyWords PlainSafetyWord(std::string_view word);

}  // namespace studio
