// What somebody wrote, as patterns see it: characters without white space and invisible ones, wide
// forms and a few traditional ones folded, each with the place it came from.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace studio {

struct SafetyText {
  enum class Mark : unsigned char {
    kNone,
    kClause,    // a comma and its like: gaps that say so go over it
    kSentence,  // nothing goes over it
  };
  struct Character {
    char32_t point = 0;
    std::size_t begin = 0, end = 0;  // bytes of the original
    Mark mark = Mark::kNone;
    int clause = 0;  // counted from the start; those of two sentences are far apart
  };
  std::vector<Character> characters;
};

// Bytes that are no UTF-8 are left out.
SafetyText CleanForSafety(std::string_view utf8);
// The first character that begins at this byte or after it.
std::size_t CharacterAt(const SafetyText& text, std::size_t byte);
// One character, folded; 0: it is left out.
char32_t FoldForSafety(char32_t point);
SafetyText::Mark MarkForSafety(char32_t folded);

}  // namespace studio
