#include "input/candidate_list.h"

#include <algorithm>

namespace studio {
namespace {

constexpr std::size_t kLookedAt = 48;  // of the engine's candidates, for better order
constexpr std::size_t kComposed = 5;   // leaves shorter words in the first eight

}  // namespace

CandidateList::CandidateList(const RimeApi& api, RimeSessionId session, std::string_view keys,
                             const FilterWords& filter, Pinyin* pinyin)
    : api_(api),
      filter_(filter),
      keys_(keys),
      accents_(pinyin ? &pinyin->accents : nullptr),
      open_(api.candidate_list_begin(session, &iterator_)) {
  if (pinyin) TakePinyin(keys, *pinyin);
}

CandidateList::~CandidateList() {
  if (open_) api_.candidate_list_end(&iterator_);
}

std::vector<Candidate> CandidateList::Range(std::size_t from, std::size_t count) {
  Extend(from + count);
  const std::size_t begin = std::min(from, taken_.size());
  const std::size_t end = std::min(from + count, taken_.size());
  return {taken_.begin() + static_cast<std::ptrdiff_t>(begin),
          taken_.begin() + static_cast<std::ptrdiff_t>(end)};
}

void CandidateList::TakePinyin(std::string_view keys, Pinyin& pinyin) {
  std::vector<CountyWordList::Match> partial;
  for (CountyWordList::Match& match : pinyin.county.Find(keys)) {
    if (match.keys == keys.size()) {
      Take({std::move(match.text), match.keys, 0}, true);
    } else {
      partial.push_back(std::move(match));
    }
  }
  if (pinyin.names) {
    for (NameCandidates::Match& name :
         pinyin.names->Find(keys, pinyin.accents, pinyin.name_begun)) {
      Take({std::move(name.text), name.keys, 0}, true);
    }
  }
  std::vector<Spelled> words;
  if (open_) words = TakeSpelled(api_, iterator_, keys, pinyin.accents, kLookedAt);
  next_index_ = words.size();
  if (pinyin.names) {
    std::stable_partition(words.begin(), words.end(),
                          [&](const Spelled& word) { return pinyin.names->MayBeName(word.text); });
  }
  for (const Spelled& word : words) {
    Take({word.text, 0, word.index}, word.full);
    if (&word != words.data() || pinyin.names) continue;
    // The engine's sentence takes more keys than these words of the county's.
    for (CountyWordList::Match& match : partial) {
      Take({std::move(match.text), match.keys, 0}, true);
    }
    // Beside what is hidden, what sounds like it would only be the same in other characters.
    if (filter_.Hides(word.text)) continue;
    std::size_t composed = 0;
    for (Sentences::Composed& sentence : pinyin.sentences.Find(keys, words, pinyin.accents)) {
      if (composed == kComposed) break;
      composed += Take({std::move(sentence.text), keys.size(), 0}, sentence.full);
    }
  }
}

void CandidateList::Extend(std::size_t size) {
  while (taken_.size() < size && open_) {
    if (api_.candidate_list_next(&iterator_)) {
      const char* pinyin = iterator_.candidate.comment;
      const bool full = !accents_ || accents_->FitOf(pinyin ? pinyin : "", keys_).Full();
      Take({iterator_.candidate.text, 0, next_index_++}, full);
    } else {
      api_.candidate_list_end(&iterator_);
      open_ = false;
    }
  }
}

bool CandidateList::Take(Candidate candidate, bool spelled) {
  if (filter_.Hides(candidate.text)) return false;
  if (!spelled && filter_.WantsSpelling(candidate.text)) return false;
  const bool known = std::any_of(taken_.begin(), taken_.end(), [&](const Candidate& other) {
    return other.text == candidate.text;
  });
  if (!known) taken_.push_back(std::move(candidate));
  return !known;
}

}  // namespace studio
