#include "input/candidate_list.h"

#include <algorithm>

namespace studio {
namespace {

constexpr std::size_t kLookedAt = 48;  // of the engine's candidates, for better order

}  // namespace

CandidateList::CandidateList(const RimeApi& api, RimeSessionId session, std::string_view keys,
                             const FilterWords& filter, Pinyin* pinyin)
    : api_(api), filter_(filter), open_(api.candidate_list_begin(session, &iterator_)) {
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
      Take({std::move(match.text), match.keys, 0});
    } else {
      partial.push_back(std::move(match));
    }
  }
  std::vector<Spelled> words;
  if (open_) words = TakeSpelled(api_, iterator_, keys, pinyin.accents, kLookedAt);
  next_index_ = words.size();
  for (const Spelled& word : words) {
    Take({word.text, 0, word.index});
    if (&word != words.data()) continue;
    // The engine's sentence takes more keys than these words of the county's.
    for (CountyWordList::Match& match : partial) Take({std::move(match.text), match.keys, 0});
    for (std::string& text : pinyin.sentences.Find(keys, words, pinyin.accents)) {
      Take({std::move(text), keys.size(), 0});
    }
  }
}

void CandidateList::Extend(std::size_t size) {
  while (taken_.size() < size && open_) {
    if (api_.candidate_list_next(&iterator_)) {
      Take({iterator_.candidate.text, 0, next_index_++});
    } else {
      api_.candidate_list_end(&iterator_);
      open_ = false;
    }
  }
}

void CandidateList::Take(Candidate candidate) {
  if (filter_.Hides(candidate.text)) return;
  const bool known = std::any_of(taken_.begin(), taken_.end(), [&](const Candidate& other) {
    return other.text == candidate.text;
  });
  if (!known) taken_.push_back(std::move(candidate));
}

}  // namespace studio
