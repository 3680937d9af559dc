#include "input/words/name_candidates.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

#include "shared/base/utf8.h"

namespace studio {
namespace {

constexpr std::size_t kNames = 4;      // whole ones, before single characters
constexpr std::size_t kMostKeys = 24;  // of a name
constexpr std::size_t kSyllables = 4;  // two of them perhaps a surname
constexpr double kFarthest = 40;       // product of places that is still looked at
constexpr double kOff = 6, kNoSurname = 2, kSplit = 5;

std::vector<std::string> CharactersOf(std::string_view text) {
  std::vector<std::string> out;
  if (text == "-") return out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    NextCodePoint(text, at);
    out.emplace_back(text.substr(from, at - from));
  }
  return out;
}

struct Ranked {
  std::string text;
  double place;  // lower is likelier
  std::size_t keys;
};

void Best(std::vector<Ranked>& ranked) {
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Ranked& a, const Ranked& b) { return a.place < b.place; });
}

}  // namespace

Result<NameCandidates> NameCandidates::Load(const std::filesystem::path& file) {
  std::ifstream in(file);
  NameCandidates names;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream fields(line);
    std::string pinyin, surnames, given;
    fields >> pinyin >> surnames >> given;
    names.syllables_.push_back({pinyin, CharactersOf(surnames), CharactersOf(given)});
    for (const auto* list : {&names.syllables_.back().surnames, &names.syllables_.back().given}) {
      names.characters_.insert(list->begin(), list->end());
    }
  }
  if (!in.eof()) return Fail(ErrorKind::kStorage, "cannot read " + file.string());
  return names;
}

bool NameCandidates::MayBeName(std::string_view text) const {
  const std::vector<std::string> characters = CharactersOf(text);
  return std::all_of(characters.begin(), characters.end(),
                     [&](const std::string& one) { return characters_.contains(one); });
}

std::vector<NameCandidates::Step> NameCandidates::StepsFrom(std::string_view keys, std::size_t at,
                                                            Accents& accents) const {
  std::vector<Step> steps;
  if (at > 0 && at < keys.size() && keys[at] == '\'') ++at;
  for (const Syllable& syllable : syllables_) {
    for (const Accents::Way& way : accents.Of(syllable.pinyin)) {
      if (keys.substr(at, way.text.size()) != way.text) continue;
      steps.push_back({&syllable, at + way.text.size(), way.text != syllable.pinyin});
    }
  }
  return steps;
}

void NameCandidates::Walk(std::string_view keys, Accents& accents, Way& way,
                          std::vector<Way>& ways) const {
  const std::size_t at = way.empty() ? 0 : way.back().end;
  if (at == keys.size()) return ways.push_back(way);
  if (way.size() == kSyllables) return;
  for (const Step& step : StepsFrom(keys, at, accents)) {
    if (std::count_if(way.begin(), way.end(), [](const Step& s) { return s.off; }) + step.off > 1) {
      continue;
    }
    way.push_back(step);
    Walk(keys, accents, way, ways);
    way.pop_back();
  }
}

std::vector<NameCandidates::Match> NameCandidates::Find(std::string_view keys, Accents& accents,
                                                        bool begun) const {
  std::vector<Match> found;
  if (keys.empty() || keys.size() > kMostKeys) return found;
  std::vector<Ranked> names, first;
  const auto combine = [&](const Way& way, bool surname, double place) {
    std::vector<Ranked> part{{"", place, keys.size()}};
    for (std::size_t i = 0; i < way.size(); ++i) {
      const auto& list = i == 0 && surname ? way[i].syllable->surnames : way[i].syllable->given;
      std::vector<Ranked> next;
      for (const Ranked& before : part) {
        double place_of_next = before.place * (way[i].off ? kOff : 1);
        for (std::size_t n = 0; n < list.size(); ++n) {
          const double here = place_of_next * static_cast<double>(n + 1);
          if (here > kFarthest) break;
          next.push_back({before.text + list[n], here, keys.size()});
        }
      }
      part = std::move(next);
    }
    names.insert(names.end(), part.begin(), part.end());
  };
  Way way;
  std::vector<Way> ways;
  Walk(keys, accents, way, ways);
  std::stable_sort(ways.begin(), ways.end(),
                   [](const Way& a, const Way& b) { return a.size() < b.size(); });
  for (const Way& each : ways) {
    if (each.size() == 1) continue;  // a single character is below
    // Rather 建 than 吉 and 安.
    const double split = std::pow(kSplit, each.size() - ways.front().size());
    if (!begun) combine(each, true, split);
    if (begun || each.size() == 2) combine(each, false, split * (begun ? 1 : kNoSurname));
  }
  const std::vector<Step> steps = StepsFrom(keys, 0, accents);
  std::size_t longest = 0;
  for (const Step& step : steps) longest = std::max(longest, step.end);
  for (const Step& step : steps) {
    const double off = step.off ? kOff : 1;
    // Rather 章 than 查 and what follows.
    const double shorter = std::pow(kSplit, longest - step.end);
    const bool alone = step.end == keys.size();
    const auto take = [&](const std::vector<std::string>& list, double weight) {
      for (std::size_t n = 0; n < list.size(); ++n) {
        const double place = static_cast<double>(n + 1) * weight * off * shorter;
        first.push_back({list[n], place, step.end});
      }
    };
    if (!begun) take(step.syllable->surnames, 1);
    if (begun || alone) take(step.syllable->given, begun ? 1 : 1.5);
  }
  Best(names);
  Best(first);
  for (const auto* list : {&names, &first}) {
    const std::size_t room = list == &names ? kNames : found.size() + list->size();
    for (std::size_t i = 0; i < list->size() && found.size() < room; ++i) {
      const Ranked& each = (*list)[i];
      const bool known = std::any_of(found.begin(), found.end(),
                                     [&](const Match& other) { return other.text == each.text; });
      if (!known) found.push_back({each.text, each.keys});
    }
  }
  return found;
}

}  // namespace studio
