// What letters may stand for in one of the spellings: which syllables a string of letters spells
// out, and which ones it begins.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "input/words/accents.h"
#include "input/words/lexicon.h"

namespace studio {

class Readings {
 public:
  static constexpr std::size_t kLongest = 7;  // letters of a syllable

  struct Reading {
    SyllableId syllable = 0;
    float plain = 0, accented = 0;  // costs, see Accents
  };
  Readings(const std::vector<std::string>& syllables, Spelling spelling);

  // Syllables that the letters spell out; none: no such syllable.
  const std::vector<Reading>& Spelled(std::string_view letters) const;
  // Syllables that they spell the beginning of. Of consonants alone only as schools spell them.
  const std::vector<Reading>& Begun(std::string_view letters) const;

 private:
  using Map = std::map<std::string, std::vector<Reading>, std::less<>>;
  static const std::vector<Reading>& Find(const Map& map, std::string_view letters);

  Map spelled_, begun_;
};

}  // namespace studio
