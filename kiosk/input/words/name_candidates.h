// What keys may stand for where a person's name is written: a surname and one to three characters
// of given names, from a list of the characters that names are made of (assets/input), so that
// wangguizi offers 王贵子 and no ghost.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "input/words/accents.h"
#include "shared/base/result.h"

namespace studio {

class NameCandidates {
 public:
  // Lines of a syllable, its surnames and its characters of given names, commonest first, with tabs
  // between; - stands for none. kStorage: it cannot be read.
  static Result<NameCandidates> Load(const std::filesystem::path& file);

  struct Match {
    std::string text;
    std::size_t keys;  // how many of the keys it takes
  };
  // A few whole names, then characters for the first syllable. begun: the surname is written.
  std::vector<Match> Find(std::string_view keys, Accents& accents, bool begun) const;
  // All its characters are of those that names are made of.
  bool MayBeName(std::string_view text) const;

 private:
  struct Syllable {
    std::string pinyin;
    std::vector<std::string> surnames, given;
  };
  struct Step {
    const Syllable* syllable;
    std::size_t end;  // of its keys
    bool off;         // not spelled exactly
  };
  using Way = std::vector<Step>;

  void Walk(std::string_view keys, Accents& accents, Way& way, std::vector<Way>& ways) const;
  std::vector<Step> StepsFrom(std::string_view keys, std::size_t at, Accents& accents) const;

  std::vector<Syllable> syllables_;
  std::set<std::string, std::less<>> characters_;
};

}  // namespace studio
