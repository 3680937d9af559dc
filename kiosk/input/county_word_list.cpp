#include "input/county_word_list.h"

#include <algorithm>
#include <sstream>

#include "input/accents.h"

namespace studio {
namespace {

using Syllables = std::vector<std::vector<std::string>>;

// The most keys from `at` on that spell the syllables from `next` on; npos where they do not.
std::size_t End(std::string_view keys, std::size_t at, const Syllables& syllables,
                std::size_t next) {
  if (next == syllables.size()) return at;
  if (next > 0 && at < keys.size() && keys[at] == '\'') ++at;
  std::size_t longest = std::string_view::npos;
  for (const std::string& spelling : syllables[next]) {
    if (keys.substr(at, spelling.size()) != spelling) continue;
    const std::size_t end = End(keys, at + spelling.size(), syllables, next + 1);
    if (end != std::string_view::npos && (longest == std::string_view::npos || end > longest)) {
      longest = end;
    }
  }
  return longest;
}

}  // namespace

CountyWordList::CountyWordList(const std::vector<CountyWord>& words, Spelling spelling) {
  Accents accents(spelling);
  for (const CountyWord& word : words) {
    Entry entry{word.text, {}};
    std::istringstream pinyin(word.pinyin);
    for (std::string syllable; pinyin >> syllable;) {
      entry.syllables.push_back(accents.Of(syllable));
    }
    if (!entry.text.empty() && !entry.syllables.empty()) entries_.push_back(std::move(entry));
  }
}

std::vector<CountyWordList::Match> CountyWordList::Find(std::string_view keys) const {
  std::vector<Match> found;
  for (const Entry& entry : entries_) {
    const std::size_t end = End(keys, 0, entry.syllables, 0);
    if (end != std::string_view::npos) found.push_back({entry.text, end});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Match& a, const Match& b) { return a.keys > b.keys; });
  return found;
}

}  // namespace studio
