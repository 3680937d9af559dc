// Pinyin and strokes by librime, over dictionaries compiled when the program is built. Nothing is
// learnt, and no file is ever written. Main thread.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "app/saying/phrase_engine.h"
#include "input/filter_words.h"
#include "input/name_candidates.h"

namespace studio {

class RimeLibrary;

class RimeEngine : public PhraseEngine {
 public:
  // Never null. Where data are missing, Has() is false and missing() says what, for the log. One at
  // a time may live in a process. Its sessions may outlive it.
  static std::unique_ptr<RimeEngine> Open(const std::filesystem::path& data);
  ~RimeEngine() override;

  std::unique_ptr<PhraseSession> Begin(PhraseMode mode) override;
  bool Has(PhraseMode mode) const override;
  void SetSpelling(Spelling spelling) override { spelling_ = spelling; }
  void SetCountyWords(std::vector<CountyWord> words) override { words_ = std::move(words); }

  // Instead of the list in the data folder.
  void SetFilter(FilterWords filter);
  const FilterWords& filter() const { return *filter_; }
  const std::string& missing() const { return missing_; }  // empty: nothing is

 private:
  RimeEngine() = default;

  std::shared_ptr<const RimeLibrary> rime_;
  std::shared_ptr<const FilterWords> filter_ = std::make_shared<FilterWords>();
  std::shared_ptr<const NameCandidates> names_;  // null: names are written as words are
  bool pinyin_ = false, stroke_ = false;
  std::string missing_;
  Spelling spelling_ = Spelling::kSouthern;
  std::vector<CountyWord> words_;
};

}  // namespace studio
