#include "shared/mechanism_file/word_doubts.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "shared/base/utf8.h"
#include "shared/mechanism_file/word_names.h"

namespace studio {
namespace {

struct KeyOfWords {
  std::string_view key, sort;
};
// Keys whose texts are words, by the sort of word.
constexpr KeyOfWords kKeysOfWords[] = {
    {"kind", "kind"},
    {"kinds", "kind"},
    {"states", "state"},
    {"state", "state"},
    {"not_states", "state"},
    {"levels", "level"},
    {"level", "level"},
    {"forms", "form"},
    {"form", "form"},
    {"roles", "role"},
    {"role", "role"},
    {"word", "role"},
    {"marks", "mark"},
    {"not_marks", "mark"},
    {"posts", "post"},
    {"not_posts", "post"},
    {"not_ranked_posts", "post"},
    {"types", "type"},
    {"type", "type"},
    {"unit", "unit"},
    {"group", "group"},
    {"township", "township"},
    {"sector", "sector"},
};
// Tables whose keys are words.
constexpr KeyOfWords kTablesOfWords[] = {
    {"role", "role"},  {"level", "level"},       {"event_level", "level"},
    {"form", "form"},  {"state", "state"},       {"post", "post"},
    {"units", "unit"}, {"base_by_post", "post"}, {"at_most_by_post", "post"},
};
// Sorts that a county's tables are read by.
constexpr std::string_view kTableSorts[] = {"kind", "state", "level", "form", "role", "mark"};
constexpr const char* kTablesLookedAt[] = {"points",  "quota",       "gate",    "total",
                                           "ranking", "consequence", "example", "activity"};

struct WordPlace {
  std::string key;
  int line = 0;
  int times = 0;
};
using WordPlaces = std::map<std::string, WordPlace, std::less<>>;

template <std::size_t n>
std::string_view SortOf(std::string_view key, const KeyOfWords (&keys)[n]) {
  for (const KeyOfWords& one : keys) {
    if (one.key == key) return one.sort;
  }
  return {};
}

class WordsOfFile {
 public:
  void Walk(const toml::node& node, std::string_view key) {
    if (const toml::table* table = node.as_table()) {
      const std::string_view words = SortOf(key, kTablesOfWords);
      for (const auto& [name, value] : *table) {
        if (!words.empty()) Put(words, key, name.str(), name.source());
        if (words.empty()) Walk(value, name.str());
      }
    } else if (const toml::array* list = node.as_array()) {
      for (const toml::node& one : *list) Walk(one, key);
    } else if (const auto text = node.value_exact<std::string>()) {
      if (const std::string_view sort = SortOf(key, kKeysOfWords); !sort.empty()) {
        Put(sort, key, *text, node.source());
      }
    }
  }

  const std::map<std::string, WordPlaces, std::less<>>& sorts() const { return sorts_; }

 private:
  void Put(std::string_view sort, std::string_view key, std::string_view word,
           const toml::source_region& where) {
    WordPlace& place = sorts_[std::string(sort)][std::string(word)];
    if (place.times++ == 0) {
      place.line = static_cast<int>(where.begin.line);
      place.key = key;
    }
  }

  std::map<std::string, WordPlaces, std::less<>> sorts_;
};

// 第一小组 and 第二小组, stage1 and stage2 are two things and no slip.
bool DifferInNumbers(std::string_view a, std::string_view b) {
  constexpr std::u32string_view kNumbers =
      U"0123456789一二三四五六七八九十甲乙丙丁戊己庚辛东南西北上中下";
  std::size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    const char32_t one = NextCodePoint(a, i), other = NextCodePoint(b, j);
    if (one == other) continue;
    if (kNumbers.find(one) == kNumbers.npos || kNumbers.find(other) == kNumbers.npos) return false;
  }
  return i == a.size() && j == b.size();
}

bool IsNear(std::string_view word, std::string_view known) {
  const auto ascii = [](unsigned char c) { return c < 0x80; };
  const std::size_t letters = CountCharacters(word);
  const bool latin = std::all_of(word.begin(), word.end(), ascii);
  const std::size_t shortest = latin ? 3 : 4, longer = 8;
  constexpr std::size_t kLongest = 60;
  if (letters < shortest || letters > kLongest) return false;
  const std::size_t others = CountCharacters(known);
  if (others > letters + 2 || letters > others + 2) return false;
  const std::size_t apart = LettersApart(word, known);
  return apart > 0 && apart <= (letters < longer ? 1U : 2U) && !DifferInNumbers(word, known);
}

// Empty: none.
std::string NearWord(const std::string& word, const WordPlace& place, const WordPlaces& others) {
  for (const auto& [other, elsewhere] : others) {
    const bool later = elsewhere.times == 1 && elsewhere.line >= place.line;
    if (!later && IsNear(word, other)) return other;
  }
  for (const std::string_view known : MeaningfulWords()) {
    if (IsNear(word, known)) return std::string(known);
  }
  return {};
}

}  // namespace

void DoubtWords(const toml::table& file, Mistakes& mistakes) {
  constexpr std::size_t kMostWords = 400;  // more is nobody's file
  WordsOfFile words;
  for (const char* table : kTablesLookedAt) {
    if (const toml::node* node = file.get(table)) words.Walk(*node, table);
  }
  const auto doubt = [&](const WordPlace& place, const std::string& text) {
    mistakes.push_back({place.line, place.key + "：" + text, true, mistake::kNearWord, place.key});
  };
  for (const auto& [sort, places] : words.sorts()) {
    if (places.size() > kMostWords) continue;
    const bool in_tables =
        std::find(std::begin(kTableSorts), std::end(kTableSorts), sort) != std::end(kTableSorts);
    for (const auto& [word, place] : places) {
      const std::string meant = in_tables ? WordCalled(word) : word;
      if (meant != word) {
        doubt(place, "“" + word + "”在表格里会写成“" + meant + "”，这里也要写“" + meant + "”。");
        continue;
      }
      if (place.times > 1 || HasMeaning(word)) continue;
      const std::string near = NearWord(word, place, places);
      if (!near.empty()) doubt(place, "“" + word + "”只在这里写过，是不是“" + near + "”？");
    }
  }
}

}  // namespace studio
