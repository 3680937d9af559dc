// How syllables may be spelled by somebody who takes certain sounds for one another: the rules of
// the compiled spellings (assets/input/village_*.schema.yaml), for words that are not compiled and
// for telling a candidate that was spelled exactly from one that was not.
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

  // All spellings of a pinyin syllable in lower-case letters (ü as v); the exact one first.
  const std::vector<std::string>& Of(const std::string& syllable);

  struct Fit {
    std::size_t keys = 0;  // how many of the keys the syllables take; 0: they do not fit
    int off = 0;           // how many syllables are not spelled exactly
    int brief = 0;         // how many are not spelled to their end
    bool Full() const { return keys > 0 && brief == 0; }
  };
  // How the keys begin with the syllables ("cun kou"), each in full or by its first letters; the
  // fit that takes most keys, among these the most exact.
  Fit FitOf(std::string_view pinyin, std::string_view keys);

 private:
  std::vector<std::string> Make(const std::string& syllable) const;

  const Spelling spelling_;
  std::map<std::string, std::vector<std::string>, std::less<>> made_;
};

// "standard", "southern", "wide"; southern for anything else, as the feed's default is.
Spelling SpellingFromName(std::string_view name);

}  // namespace studio
