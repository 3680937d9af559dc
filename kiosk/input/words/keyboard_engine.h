// Pinyin and strokes to characters, over tables made when the program is built and libime's model
// of sentences. Nothing is learnt, and no file is ever written. Main thread.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "app/saying/phrase_engine.h"
#include "input/words/filter_words.h"
#include "input/words/lexicon.h"
#include "input/words/name_candidates.h"
#include "input/words/readings.h"
#include "input/words/sentence_model.h"
#include "input/words/stroke_table.h"
#include "input/words/village_model.h"

namespace studio {

class KeyboardEngine : public PhraseEngine {
 public:
  // Never null. Where data are missing, Has() is false and missing() says what, for the log. Its
  // sessions may outlive it.
  static std::unique_ptr<KeyboardEngine> Open(const std::filesystem::path& data);
  ~KeyboardEngine() override;

  std::unique_ptr<PhraseSession> Begin(PhraseMode mode) override;
  bool Has(PhraseMode mode) const override;
  void SetSpelling(Spelling spelling) override;
  void SetCountyWords(std::vector<CountyWord> words) override;

  // Instead of the list in the data folder.
  void SetFilter(FilterWords filter);
  const std::string& missing() const { return missing_; }  // empty: nothing is

 private:
  KeyboardEngine() = default;

  std::shared_ptr<const FilterWords> filter_ = std::make_shared<FilterWords>();
  std::shared_ptr<const NameCandidates> names_;  // null: names are written as words are
  std::shared_ptr<const SentenceModel> model_;   // one of these three null: no pinyin
  std::shared_ptr<const VillageModel> village_;
  std::shared_ptr<const Lexicon> words_;
  std::shared_ptr<const Lexicon> county_words_;
  std::shared_ptr<const StrokeTable> strokes_;  // null: no strokes
  std::string missing_;
  Spelling spelling_ = Spelling::kSouthern;
  std::shared_ptr<const Readings> readings_;  // of that spelling; made when needed
};

}  // namespace studio
