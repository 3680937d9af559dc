// What sessions have in common: the keys pressed, and pages of what these may stand for.
#pragma once

#include <memory>
#include <string>

#include "app/saying/phrase_engine.h"
#include "input/words/candidate_list.h"

namespace studio {

class PagedSession : public PhraseSession {
 public:
  void Page(int by) override;
  PhraseOffer Offer() const override;

 protected:
  explicit PagedSession(std::shared_ptr<const FilterWords> filter);

  virtual std::string Typed() const = 0;  // the keys as shown
  void List(std::vector<Candidate> candidates);
  // Of the page; its keys and the candidate's own are empty where there is none.
  Candidate At(std::size_t index) const;
  const FilterWords& filter() const { return *filter_; }

  std::string keys_;

 private:
  const std::shared_ptr<const FilterWords> filter_;
  mutable CandidateList list_;
  std::size_t page_ = 0;
};

}  // namespace studio
