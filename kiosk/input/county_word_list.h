// The county's own words, matched against the keys typed: names of villages and offices that no
// dictionary knows. A list of the feed's, kept in memory.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/saying/phrase_engine.h"

namespace studio {

class CountyWordList {
 public:
  CountyWordList(const std::vector<CountyWord>& words, Spelling spelling);

  struct Match {
    std::string text;
    std::size_t keys;  // how many of the keys it takes, apostrophes included
  };
  // Words whose whole pinyin the keys begin with, longest first.
  std::vector<Match> Find(std::string_view keys) const;

 private:
  struct Entry {
    std::string text;
    std::vector<std::vector<std::string>> syllables;  // the spellings of each
  };
  std::vector<Entry> entries_;
};

}  // namespace studio
