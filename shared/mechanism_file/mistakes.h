// What is wrong in a mechanism's file, told to whoever writes it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace studio {

// Kinds of mistake, as `check --json` names them: they stay as they are.
namespace mistake {
inline constexpr std::string_view kEncoding = "encoding";  // no UTF-8
inline constexpr std::string_view kSyntax = "syntax";      // no TOML
inline constexpr std::string_view kUnknown = "unknown";    // a table or key that nobody reads
inline constexpr std::string_view kMissing = "missing";    // a key that is needed
inline constexpr std::string_view kValue = "value";        // of another type, or out of bounds
inline constexpr std::string_view kWord = "word";          // none of the words that may stand there
inline constexpr std::string_view kNowhere = "nowhere";    // an id or name that nothing has
inline constexpr std::string_view kTwice = "twice";        // an id that another has
inline constexpr std::string_view kMark = "mark";          // no given, setting or ours
inline constexpr std::string_view kDoubtful = "doubtful";  // rules that hardly work together
inline constexpr std::string_view kNearWord = "near_word";  // a word that is nearly another
}  // namespace mistake

struct Mistake {
  int line = 0;                             // 0: of the file as a whole
  std::string text;                         // a Chinese sentence that names the key
  bool doubt = false;                       // legal, and hardly meant
  std::string_view code = mistake::kValue;  // one of the above
  std::string key{};                        // the key or table; empty: none
  int column = 0;                           // in characters, from 1; 0: not known
};

using Mistakes = std::vector<Mistake>;

// Names a word among `known` that differs in a few letters; empty: none does.
std::string Nearest(std::string_view word, const std::vector<std::string>& known);
// "，是不是“points”？", or a full stop where none is near.
std::string MeantWord(std::string_view word, const std::vector<std::string>& known);
// Letters put in, left out, changed, or swapped with their neighbour; a Chinese character is one.
std::size_t LettersApart(std::string_view a, std::string_view b);

}  // namespace studio
