#include "input/words/candidate_list.h"

#include <algorithm>

namespace studio {

std::vector<Candidate> CandidateList::Range(std::size_t from, std::size_t count) {
  // As far as somebody looks: there may be thousands.
  for (; looked_at_ < all_.size() && taken_.size() < from + count; ++looked_at_) {
    if (MayBeShown(all_[looked_at_])) taken_.push_back(std::move(all_[looked_at_]));
  }
  const std::size_t begin = std::min(from, taken_.size());
  const std::size_t end = std::min(from + count, taken_.size());
  return {taken_.begin() + static_cast<std::ptrdiff_t>(begin),
          taken_.begin() + static_cast<std::ptrdiff_t>(end)};
}

bool CandidateList::MayBeShown(const Candidate& candidate) const {
  if (filter_->Hides(candidate.text)) return false;
  if (!candidate.full && filter_->WantsSpelling(candidate.text)) return false;
  return std::none_of(taken_.begin(), taken_.end(),
                      [&](const Candidate& other) { return other.text == candidate.text; });
}

}  // namespace studio
