// What the keys typed so far may stand for: names where a name is written, the county's words, then
// the engine's, without what the filter hides and without repeats. Taken from the engine only as
// far as somebody looks.
#pragma once

#include <string>
#include <vector>

#include "input/county_word_list.h"
#include "input/filter_words.h"
#include "input/name_candidates.h"
#include "input/rime_library.h"
#include "input/sentences.h"

namespace studio {

struct Candidate {
  std::string text;
  std::size_t keys = 0;          // how many keys it takes; 0: the engine knows
  std::size_t engine_index = 0;  // then its place in the engine's own list
};

class CandidateList {
 public:
  // What pinyin takes beyond the engine's own list; strokes have none of it.
  struct Pinyin {
    const CountyWordList& county;
    Accents& accents;
    Sentences& sentences;
    const NameCandidates* names = nullptr;  // where a name is written
    bool name_begun = false;                // its first characters were chosen
  };
  // The engine's session must not change while the list lives.
  CandidateList(const RimeApi& api, RimeSessionId session, std::string_view keys,
                const FilterWords& filter, Pinyin* pinyin);
  CandidateList(const CandidateList&) = delete;
  CandidateList& operator=(const CandidateList&) = delete;
  ~CandidateList();

  // Candidates from..from+count, fewer at the end.
  std::vector<Candidate> Range(std::size_t from, std::size_t count);

 private:
  void TakePinyin(std::string_view keys, Pinyin& pinyin);
  void Extend(std::size_t size);
  // spelled: every syllable of it was spelled out.
  // False where it is hidden or known.
  bool Take(Candidate candidate, bool spelled);

  const RimeApi& api_;
  const FilterWords& filter_;
  const std::string keys_;
  Accents* accents_ = nullptr;  // of pinyin
  RimeCandidateListIterator iterator_{};
  bool open_ = false;
  std::size_t next_index_ = 0;
  std::vector<Candidate> taken_;
};

}  // namespace studio
