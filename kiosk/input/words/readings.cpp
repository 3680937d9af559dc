#include "input/words/readings.h"

#include <algorithm>

namespace studio {
namespace {

bool OnlyConsonants(std::string_view letters) {
  return letters.find_first_of("aeiouv") == letters.npos;
}

}  // namespace

Readings::Readings(const std::vector<std::string>& syllables, Spelling spelling) {
  Accents accents(spelling);
  for (std::size_t id = 0; id < syllables.size(); ++id) {
    for (const Accents::Way& way : accents.Of(syllables[id])) {
      const Reading reading{static_cast<SyllableId>(id), way.plain, way.accented};
      spelled_[way.text].push_back(reading);
      for (std::size_t n = 1; n < way.text.size(); ++n) {
        const std::string begun = way.text.substr(0, n);
        if (OnlyConsonants(begun) && !syllables[id].starts_with(begun)) continue;
        std::vector<Reading>& list = begun_[begun];
        // Ways of one syllable come together, the exact one first.
        if (list.empty() || list.back().syllable != reading.syllable) list.push_back(reading);
      }
    }
  }
}

const std::vector<Readings::Reading>& Readings::Spelled(std::string_view letters) const {
  return Find(spelled_, letters);
}

const std::vector<Readings::Reading>& Readings::Begun(std::string_view letters) const {
  return Find(begun_, letters);
}

const std::vector<Readings::Reading>& Readings::Find(const Map& map, std::string_view letters) {
  static const std::vector<Reading> none;
  const auto found = map.find(letters);
  return found == map.end() ? none : found->second;
}

}  // namespace studio
