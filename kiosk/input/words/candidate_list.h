// What the keys typed so far may stand for, without what the filter hides and without repeats.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "input/words/filter_words.h"
#include "input/words/lattice.h"

namespace studio {

struct Candidate {
  std::string text;
  std::size_t keys = 0;  // how many it takes
  bool full = true;      // every syllable of it was spelled out
  Lattice::Context after{};
};

class CandidateList {
 public:
  // The filter outlives it.
  CandidateList(const FilterWords& filter, std::vector<Candidate> candidates)
      : filter_(&filter), all_(std::move(candidates)) {}

  // Candidates from..from+count, fewer at the end.
  std::vector<Candidate> Range(std::size_t from, std::size_t count);

 private:
  bool MayBeShown(const Candidate& candidate) const;

  const FilterWords* filter_;
  std::vector<Candidate> all_;
  std::size_t looked_at_ = 0;  // of all
  std::vector<Candidate> taken_;
};

}  // namespace studio
