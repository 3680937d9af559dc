#include "input/sentences.h"

#include <algorithm>
#include <utility>

namespace studio {
namespace {

constexpr int kDeleteKey = 0xff08;              // X11 keysym, as librime takes them
constexpr std::size_t kSentencesLookedAt = 16;  // of what is left
constexpr std::size_t kFirstWords = 2;          // of a length
constexpr std::size_t kLengths = 2;             // of first words, longest first
constexpr std::size_t kLongestSentence = 24;    // keys; of longer sentences people take the words
constexpr std::size_t kShortest = 3 * 3;        // three characters, in bytes

// librime ranks by frequency and hardly minds how the last syllable was spelled. Frequencies fall
// about as one over the rank, so a place counted three times is a candidate three times as rare.
double RankAmong(std::size_t place, int off) {
  return static_cast<double>(place) * (1 + 2 * std::min(off, 2));
}

// Where the first takes all the keys and no other does, it is most likely the engine's sentence; a
// word that is alone like that cannot be told from it.
bool MayBeSentence(const std::vector<Spelled>& words, std::size_t keys) {
  return keys <= kLongestSentence && words.size() > 1 && words[0].keys == keys &&
         words[1].keys < keys && words[0].text.size() >= kShortest;
}

}  // namespace

std::vector<Spelled> TakeSpelled(const RimeApi& api, RimeCandidateListIterator& list,
                                 std::string_view keys, Accents& accents, std::size_t at_most) {
  std::vector<Spelled> taken;
  std::size_t place = 0;
  while (taken.size() < at_most && api.candidate_list_next(&list)) {
    const char* pinyin = list.candidate.comment;
    const Accents::Fit fit = accents.FitOf(pinyin ? pinyin : "", keys);
    place = taken.empty() || taken.back().keys != fit.keys ? 1 : place + 1;
    taken.push_back(
        {list.candidate.text, taken.size(), fit.keys, RankAmong(place, fit.off), fit.Full()});
  }
  for (auto begin = taken.begin(); begin != taken.end();) {
    const auto end = std::find_if(begin, taken.end(),
                                  [&](const Spelled& other) { return other.keys != begin->keys; });
    std::stable_sort(begin, end,
                     [](const Spelled& a, const Spelled& b) { return a.rank < b.rank; });
    begin = end;
  }
  return taken;
}

Sentences::Sentences(const RimeApi& api, std::string schema)
    : api_(api), schema_(std::move(schema)) {}

Sentences::~Sentences() {
  if (id_ != 0) api_.destroy_session(id_);
}

std::vector<Sentences::Composed> Sentences::Find(std::string_view keys,
                                                 const std::vector<Spelled>& words,
                                                 Accents& accents) {
  std::vector<Composed> texts;
  if (!MayBeSentence(words, keys.size())) return texts;
  Feed(keys);
  struct Variant {
    Composed composed;
    double rank;
  };
  std::vector<Variant> variants;
  std::size_t lengths = 0;
  for (auto word = words.begin(); word != words.end() && lengths < kLengths; ++lengths) {
    // The first of a length; what is left is the same after any of them.
    word = std::find_if(word, words.end(), [&](const Spelled& other) {
      return other.keys > 0 && other.keys < keys.size();
    });
    if (word == words.end()) break;
    const auto longer = std::find_if(
        word, words.end(), [&](const Spelled& other) { return other.keys != word->keys; });
    const auto rest = After(*word, keys.substr(word->keys), accents);
    const auto last = word + std::min<std::ptrdiff_t>(longer - word, kFirstWords);
    for (auto first = word; first != last; ++first) {
      for (const Spelled& second : rest) {
        const double rank = static_cast<double>(first - word + 1) *
                            static_cast<double>(&second - rest.data() + 1) *
                            static_cast<double>(lengths + 1);
        variants.push_back({{first->text + second.text, first->full && second.full}, rank});
      }
    }
    word = longer;
  }
  std::stable_sort(variants.begin(), variants.end(),
                   [](const Variant& a, const Variant& b) { return a.rank < b.rank; });
  for (Variant& variant : variants) {
    texts.push_back(std::move(variant.composed));
  }
  return texts;
}

void Sentences::Feed(std::string_view keys) {
  if (id_ == 0) {
    id_ = api_.create_session();
    api_.select_schema(id_, schema_.c_str());
  }
  if (!keys.starts_with(fed_)) Forget();
  for (const char key : keys.substr(fed_.size())) api_.process_key(id_, key, 0);
  fed_ = keys;
}

void Sentences::Forget() {
  api_.clear_composition(id_);
  fed_.clear();
}

std::vector<Spelled> Sentences::After(const Spelled& word, std::string_view left,
                                      Accents& accents) {
  if (!api_.select_candidate(id_, word.index)) return {};
  std::vector<Spelled> rest;
  RimeCandidateListIterator list{};
  if (api_.candidate_list_begin(id_, &list)) {
    rest = TakeSpelled(api_, list, left, accents, kSentencesLookedAt);
    api_.candidate_list_end(&list);
  }
  api_.process_key(id_, kDeleteKey, 0);  // takes the choice back
  if (fed_ != api_.get_input(id_)) Forget();
  std::erase_if(rest, [&](const Spelled& other) { return other.keys != left.size(); });
  return rest;
}

}  // namespace studio
