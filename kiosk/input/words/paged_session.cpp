#include "input/words/paged_session.h"

#include <utility>

namespace studio {

PagedSession::PagedSession(std::shared_ptr<const FilterWords> filter)
    : filter_(std::move(filter)), list_(*filter_, {}) {}

void PagedSession::List(std::vector<Candidate> candidates) {
  page_ = 0;
  list_ = CandidateList(*filter_, std::move(candidates));
}

void PagedSession::Page(int by) {
  if (by < 0 && page_ > 0) --page_;
  if (by > 0 && Offer().more) ++page_;
}

PhraseOffer PagedSession::Offer() const {
  PhraseOffer offer;
  if (keys_.empty()) return offer;
  offer.typed = Typed();
  auto page = list_.Range(page_ * kCandidatesPerPage, kCandidatesPerPage + 1);
  offer.more = page.size() > kCandidatesPerPage;
  if (offer.more) page.pop_back();
  offer.earlier = page_ > 0;
  for (Candidate& candidate : page) offer.candidates.push_back(std::move(candidate.text));
  return offer;
}

Candidate PagedSession::At(std::size_t index) const {
  if (index >= kCandidatesPerPage) return {};
  auto chosen = list_.Range(page_ * kCandidatesPerPage + index, 1);
  return chosen.empty() ? Candidate{} : std::move(chosen.front());
}

}  // namespace studio
