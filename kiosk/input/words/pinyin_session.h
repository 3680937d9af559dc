// One person's composing by pinyin: the keys pressed and what they may stand for. Everything typed
// dies with it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "input/words/lattice.h"
#include "input/words/name_candidates.h"
#include "input/words/paged_session.h"

namespace studio {

struct PinyinParts {
  std::shared_ptr<const SentenceModel> model;
  std::shared_ptr<const VillageModel> village;
  std::shared_ptr<const Readings> readings;
  std::shared_ptr<const Lexicon> words, county_words;
  std::shared_ptr<const FilterWords> filter;
  std::shared_ptr<const NameCandidates> names;  // null: no name is written
  Spelling spelling = Spelling::kSouthern;      // of the readings
};

class PinyinSession : public PagedSession {
 public:
  explicit PinyinSession(PinyinParts parts);

  bool Press(char key) override;
  void DeleteKey() override;
  void Clear() override;
  std::string Choose(std::size_t index) override;

 private:
  std::string Typed() const override { return lattice_.Parted(); }
  void Feed(std::string_view keys, const Lattice::Context& before);
  void AddToLattice(std::size_t key);
  void Refresh();
  std::vector<Candidate> Candidates();
  std::size_t KeysOf(std::size_t letters) const;
  std::vector<Candidate> Sentences(const std::vector<Lattice::Found>& found) const;

  const PinyinParts parts_;
  Accents accents_;
  Lattice lattice_;
  bool name_begun_ = false;  // characters were chosen and keys are left over
};

}  // namespace studio
