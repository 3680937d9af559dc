#include "shared/safety/safety_questions.h"

#include <algorithm>
#include <string>
#include <vector>

#include "shared/safety/safety_pattern.h"

namespace studio {
namespace {

constexpr std::size_t kMaxQuestions = 500, kMaxWordsOfQuestions = 20'000;

}  // namespace

Result<SafetyQuestions> SafetyQuestions::Of(const Safety& list) {
  const auto wrong = [](const std::string& what) {
    return Fail(ErrorKind::kMalformed, "safety: " + what);
  };
  if (list.questions.size() > kMaxQuestions) return wrong("there are too many questions");
  SafetyQuestions made;
  std::size_t count = 0;
  for (const std::string& text : list.questions) {
    const auto words = ReadSafetyWords(text, {});
    if (!words) {
      return wrong("the question \"" + text.substr(0, 120) + "\" " + words.error().detail);
    }
    count += words->size();
    if (count > kMaxWordsOfQuestions) return wrong("the questions are too many words");
    for (const auto& word : *words) {
      if (!word.empty()) made.tree_.Add(word, 1);
    }
  }
  return made;
}

SafetyText SafetyQuestions::Without(const SafetyText& text) const {
  const auto& all = text.characters;
  std::u32string letters;
  for (const SafetyText::Character& c : all) letters += c.point;
  struct Stretch {
    std::size_t begin, end;
  };
  std::vector<Stretch> words;
  for (std::size_t at = 0; at < letters.size(); ++at) {
    tree_.At(letters, at, [&](std::uint32_t, std::uint32_t length) {
      words.push_back({at, at + length});
    });
  }
  std::vector<char> asked(all.size());
  const auto is_edge = [&](std::size_t at) {
    if (at == 0 || at == all.size()) return true;
    const SafetyText::Character &before = all[at - 1], &after = all[at];
    return asked[at - 1] != 0 || asked[at] != 0 || before.mark != SafetyText::Mark::kNone ||
           after.mark != SafetyText::Mark::kNone || before.clause != after.clause;
  };
  const auto take = [&](const Stretch& word) {
    if (!is_edge(word.begin) && !is_edge(word.end)) return false;
    std::fill(asked.begin() + static_cast<std::ptrdiff_t>(word.begin),
              asked.begin() + static_cast<std::ptrdiff_t>(word.end), 1);
    return true;
  };
  // One that is taken may leave another at the edge.
  while (std::erase_if(words, take) > 0) continue;
  SafetyText rest;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (asked[i] == 0) rest.characters.push_back(all[i]);
  }
  return rest;
}

std::optional<std::pair<std::size_t, std::size_t>> PlaceWithout(const SafetyText& text,
                                                                const SafetyText& without,
                                                                std::size_t first,
                                                                std::size_t last) {
  const std::size_t from = CharacterAt(without, text.characters[first].begin);
  const std::size_t to = CharacterAt(without, text.characters[last - 1].end);
  if (to - from != last - first) return {};
  return std::pair{from, to};
}

}  // namespace studio
