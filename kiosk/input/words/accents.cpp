#include "input/words/accents.h"

#include <algorithm>
#include <array>
#include <utility>

namespace studio {
namespace {

// Taken for one another, both ways; more often the first for the second.
struct Pair {
  std::string_view one, other;
  float there = 0, back = 0;  // costs with an accent of writing `other` as `one`, and back
  float kept = 0;             // of writing `other` as it is
};

constexpr std::array<Pair, 4> kSouthernInitials{{{"z", "zh", 0.1F, 1, 0.7F},
                                                 {"c", "ch", 0.1F, 1, 0.7F},
                                                 {"s", "sh", 0.1F, 1, 0.7F},
                                                 {"l", "n", 0.7F, 0.7F, 0.1F}}};
constexpr std::array<Pair, 2> kSouthernEndings{
    {{"in", "ing", 0.2F, 1, 0.5F}, {"en", "eng", 0.2F, 1, 0.5F}}};
constexpr std::array<Pair, 2> kWideInitials{
    {{"h", "f", 0.5F, 0.5F, 0.2F}, {"l", "r", 0.5F, 0.5F, 0.2F}}};
constexpr std::array<Pair, 5> kWideSyllables{{{"hua", "fa", 0.5F, 0.5F, 0.2F},
                                              {"huan", "fan", 0.5F, 0.5F, 0.2F},
                                              {"huang", "fang", 0.5F, 0.5F, 0.2F},
                                              {"hui", "fei", 0.5F, 0.5F, 0.2F},
                                              {"hun", "fen", 0.5F, 0.5F, 0.2F}}};

constexpr float kSlip = 2.3F;   // of who spells as schools do, a sound
constexpr float kU = 0.5F;      // nobody looks for a v
constexpr float kErAsR = 0.3F;  // wanyir: 玩意儿

using Ways = std::vector<Accents::Way>;

// Adds to the ways of a part whatever the pairs make of it.
template <class Pairs>
void Exchange(const Pairs& pairs, Ways& ways) {
  for (std::size_t i = 0; i < ways.size(); ++i) {
    for (const Pair& pair : pairs) {
      const bool back = ways[i].text == pair.one;
      if (!back && ways[i].text != pair.other) continue;
      const std::string_view to = back ? pair.other : pair.one;
      if (std::any_of(ways.begin(), ways.end(), [&](const auto& way) { return way.text == to; })) {
        continue;
      }
      ways.push_back({std::string(to), ways[i].plain + kSlip,
                      ways[i].accented + (back ? pair.back : pair.there)});
      if (i == 0 && !back) ways[0].accented = std::max(ways[0].accented, pair.kept);
    }
  }
}

}  // namespace

const std::vector<Accents::Way>& Accents::Of(const std::string& syllable) {
  auto found = made_.find(syllable);
  if (found == made_.end()) found = made_.emplace(syllable, Make(syllable)).first;
  return found->second;
}

std::vector<Accents::Way> Accents::Make(const std::string& syllable) const {
  Ways wholes{{syllable}};
  if (spelling_ == Spelling::kWide) Exchange(kWideSyllables, wholes);
  Ways all;
  for (const Way& whole : wholes) {
    const std::size_t at = std::min(whole.text.find_first_of("aeiouv"), whole.text.size());
    Ways initials{{whole.text.substr(0, at)}}, endings{{whole.text.substr(at)}};
    if (spelling_ != Spelling::kStandard) {
      Exchange(kSouthernInitials, initials);
      Exchange(kSouthernEndings, endings);
    }
    if (spelling_ == Spelling::kWide) {
      Exchange(kWideInitials, initials);
      Exchange(kSouthernInitials, initials);  // r taken for l, and l for n
    }
    for (const Way& initial : initials) {
      for (const Way& ending : endings) {
        all.push_back({initial.text + ending.text, whole.plain + initial.plain + ending.plain,
                       whole.accented + initial.accented + ending.accented});
      }
    }
  }
  const auto also = [&](std::size_t i, std::string text, float cost) {
    const bool known =
        std::any_of(all.begin(), all.end(), [&](const Way& way) { return way.text == text; });
    if (!known) all.push_back({std::move(text), all[i].plain + cost, all[i].accented + cost});
  };
  const std::size_t plain = all.size();
  for (std::size_t i = 0; i < plain; ++i) {
    const std::string text = all[i].text;
    if (text.size() == 2 && text[1] == 'v') also(i, {text[0], 'u'}, kU);
    if (text.size() == 3 && text.ends_with("ue")) also(i, {text[0], 'v', 'e'}, 0);
    if (text.size() > 1 && text[1] == 'u' && std::string_view("jqxy").find(text[0]) < 4) {
      also(i, text[0] + ("v" + text.substr(2)), 0);
    }
  }
  if (syllable == "er") also(0, "r", kErAsR);
  return all;
}

Spelling SpellingFromName(std::string_view name) {
  if (name == "standard") return Spelling::kStandard;
  return name == "wide" ? Spelling::kWide : Spelling::kSouthern;
}

}  // namespace studio
