// One person's composing: the keys pressed and what they may stand for. The engine's session and
// everything typed die with it.
#pragma once

#include <memory>

#include "app/saying/phrase_engine.h"
#include "input/candidate_list.h"
#include "input/county_word_list.h"
#include "input/filter_words.h"
#include "input/rime_library.h"

namespace studio {

class RimeSession : public PhraseSession {
 public:
  RimeSession(std::shared_ptr<const RimeLibrary> rime, PhraseMode mode, const std::string& schema,
              Spelling spelling, CountyWordList county, std::shared_ptr<const FilterWords> filter,
              std::shared_ptr<const NameCandidates> names);  // null: no name is written
  ~RimeSession() override;

  bool ok() const { return ok_; }  // the schema and its dictionary could be loaded

  bool Press(char key) override;
  void DeleteKey() override;
  void Clear() override;
  void Page(int by) override;
  std::string Choose(std::size_t index) override;
  PhraseOffer Offer() const override;

 private:
  void Feed(std::string_view keys);
  void Refresh();
  std::string Preedit(std::size_t* chosen_end = nullptr) const;

  std::shared_ptr<const RimeLibrary> rime_;
  const PhraseMode mode_;
  const CountyWordList county_;
  const std::shared_ptr<const FilterWords> filter_;
  const std::shared_ptr<const NameCandidates> names_;
  Accents accents_;
  Sentences sentences_;
  RimeSessionId id_ = 0;
  bool ok_ = false;
  std::string keys_;
  bool name_begun_ = false;  // characters were chosen and keys are left over
  std::unique_ptr<CandidateList> list_;
  std::size_t page_ = 0;
};

}  // namespace studio
