#include "input/accents.h"

#include <algorithm>
#include <array>
#include <utility>

namespace studio {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// Taken for one another, both ways.
constexpr std::array<Pair, 4> kSouthernInitials{
    {{"zh", "z"}, {"ch", "c"}, {"sh", "s"}, {"n", "l"}}};
constexpr std::array<Pair, 2> kSouthernEndings{{{"ing", "in"}, {"eng", "en"}}};
constexpr std::array<Pair, 2> kWideInitials{{{"f", "h"}, {"r", "l"}}};
constexpr std::array<Pair, 5> kWideSyllables{
    {{"fa", "hua"}, {"fan", "huan"}, {"fang", "huang"}, {"fei", "hui"}, {"fen", "hun"}}};

struct Parts {
  std::string initial, ending;
};

Parts Split(std::string_view syllable) {
  std::size_t at = syllable.find_first_of("aeiouv");
  at = std::min(at, syllable.size());
  return {std::string(syllable.substr(0, at)), std::string(syllable.substr(at))};
}

// Adds to the list whatever the pairs make of what is in it.
template <class Pairs>
void Exchange(const Pairs& pairs, std::vector<std::string>& list) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    for (const auto& [one, other] : pairs) {
      const std::string_view to = list[i] == one ? other : list[i] == other ? one : "";
      if (!to.empty() && std::find(list.begin(), list.end(), to) == list.end()) {
        list.emplace_back(to);
      }
    }
  }
}

std::vector<std::string> SplitAtSpaces(std::string_view pinyin) {
  std::vector<std::string> syllables;
  while (!pinyin.empty()) {
    const std::size_t end = std::min(pinyin.find(' '), pinyin.size());
    if (end > 0) syllables.emplace_back(pinyin.substr(0, end));
    pinyin.remove_prefix(std::min(end + 1, pinyin.size()));
  }
  return syllables;
}

std::size_t CommonStart(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first -
                                  a.begin());
}

}  // namespace

const std::vector<std::string>& Accents::Of(const std::string& syllable) {
  auto found = made_.find(syllable);
  if (found == made_.end()) found = made_.emplace(syllable, Make(syllable)).first;
  return found->second;
}

Accents::Fit Accents::FitOf(std::string_view pinyin, std::string_view keys) {
  // The best fit so far by the number of keys taken, syllable after syllable.
  struct Cost {
    int off = 0, brief = 0;  // each the least, whether or not of one way
  };
  std::map<std::size_t, Cost> fits{{0, {}}};
  for (const std::string& syllable : SplitAtSpaces(pinyin)) {
    std::map<std::size_t, Cost> next;
    const auto reach = [&](std::size_t at, Cost cost) {
      const auto [place, added] = next.emplace(at, cost);
      if (added) return;
      place->second = {std::min(place->second.off, cost.off),
                       std::min(place->second.brief, cost.brief)};
    };
    const std::vector<std::string>& spellings = Of(syllable);
    for (const auto& [taken, cost] : fits) {
      const std::size_t at =
          taken > 0 && taken < keys.size() && keys[taken] == '\'' ? taken + 1 : taken;
      for (std::size_t i = 0; i < spellings.size(); ++i) {
        const std::size_t common = CommonStart(spellings[i], keys.substr(at));
        for (std::size_t n = 1; n <= common; ++n) {
          reach(at + n, {cost.off + (i > 0), cost.brief + (n < spellings[i].size())});
        }
      }
    }
    fits = std::move(next);
    if (fits.empty()) return {};
  }
  const auto& [taken, cost] = *fits.rbegin();
  return {taken, cost.off, cost.brief};
}

std::vector<std::string> Accents::Make(const std::string& syllable) const {
  std::vector<std::string> wholes{syllable};
  if (spelling_ == Spelling::kWide) Exchange(kWideSyllables, wholes);
  std::vector<std::string> all;
  for (const std::string& whole : wholes) {
    const Parts parts = Split(whole);
    std::vector<std::string> initials{parts.initial}, endings{parts.ending};
    if (spelling_ != Spelling::kStandard) {
      Exchange(kSouthernInitials, initials);
      Exchange(kSouthernEndings, endings);
    }
    if (spelling_ == Spelling::kWide) {
      Exchange(kWideInitials, initials);
      Exchange(kSouthernInitials, initials);  // r taken for l, and l for n
    }
    for (const std::string& initial : initials) {
      for (const std::string& ending : endings) all.push_back(initial + ending);
    }
  }
  const std::size_t plain = all.size();
  for (std::size_t i = 0; i < plain; ++i) {  // nobody looks for a v
    const std::string text = all[i];
    if (text.size() == 2 && text[1] == 'v') all.push_back({text[0], 'u'});
  }
  return all;
}

Spelling SpellingFromName(std::string_view name) {
  if (name == "standard") return Spelling::kStandard;
  return name == "wide" ? Spelling::kWide : Spelling::kSouthern;
}

}  // namespace studio
