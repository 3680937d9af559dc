// How syllables may be spelled by somebody who takes certain sounds for one another, and how likely
// that is of a typist who does not and of one who does.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/saying/phrase_engine.h"

namespace studio {

class Accents {
 public:
  explicit Accents(Spelling spelling) : spelling_(spelling) {}

  // A spelling, and what it costs (-log10 of its probability) with each of the two typists.
  struct Way {
    std::string text;
    float plain = 0;     // who spells as schools do, but for slips
    float accented = 0;  // who takes sounds for one another, in writing as in speaking
  };
  // All spellings of a pinyin syllable in lower-case letters (ü as v); the exact one first.
  const std::vector<Way>& Of(const std::string& syllable);

 private:
  std::vector<Way> Make(const std::string& syllable) const;

  const Spelling spelling_;
  std::map<std::string, std::vector<Way>, std::less<>> made_;
};

// "standard", "southern", "wide"; southern for anything else, as the feed's default is.
Spelling SpellingFromName(std::string_view name);

}  // namespace studio
