#include "input/words/keyboard_engine.h"

#include <algorithm>
#include <sstream>

#include "input/words/input_data.h"
#include "input/words/pinyin_session.h"
#include "input/words/stroke_session.h"

namespace studio {
namespace {

constexpr std::int16_t kCountyWord = -3500;  // about as the village words are

// What was opened; else null, and what is missing is noted.
template <class T>
std::shared_ptr<const T> Opened(Result<T> opened, std::string& missing) {
  if (opened) return std::make_shared<const T>(std::move(*opened));
  if (!missing.empty()) missing += ", ";
  missing += opened.error().detail;
  return nullptr;
}

}  // namespace

std::unique_ptr<KeyboardEngine> KeyboardEngine::Open(const std::filesystem::path& data) {
  std::unique_ptr<KeyboardEngine> engine(new KeyboardEngine);
  std::string& missing = engine->missing_;
  // Without the filter nothing is offered.
  auto filter = Opened(FilterWords::Load(data / kFilterFile), missing);
  if (!filter) return engine;
  engine->filter_ = std::move(filter);
  engine->strokes_ = Opened(StrokeTable::Load(data / kStrokesFile), missing);
  engine->words_ = Opened(Lexicon::Map(data / kLexiconFile), missing);
  engine->village_ = Opened(VillageModel::Load(data / kVillageFile), missing);
  engine->names_ = Opened(NameCandidates::Load(data / kNamesFile), missing);
  engine->model_ = Opened(SentenceModel::Open(), missing);
  engine->SetCountyWords({});
  return engine;
}

KeyboardEngine::~KeyboardEngine() = default;

std::unique_ptr<PhraseSession> KeyboardEngine::Begin(PhraseMode mode) {
  if (!Has(mode)) return nullptr;
  if (mode == PhraseMode::kStroke) return std::make_unique<StrokeSession>(strokes_, filter_);
  if (!readings_) readings_ = std::make_shared<Readings>(words_->syllables(), spelling_);
  return std::make_unique<PinyinSession>(
      PinyinParts{model_, village_, readings_, words_, county_words_, filter_,
                  mode == PhraseMode::kNames ? names_ : nullptr, spelling_});
}

bool KeyboardEngine::Has(PhraseMode mode) const {
  return mode == PhraseMode::kStroke ? strokes_ != nullptr : words_ && village_ && model_;
}

void KeyboardEngine::SetSpelling(Spelling spelling) {
  if (spelling != spelling_) readings_.reset();
  spelling_ = spelling;
}

void KeyboardEngine::SetCountyWords(std::vector<CountyWord> words) {
  if (!words_) return;
  const std::vector<std::string>& syllables = words_->syllables();
  std::vector<Lexicon::Entry> entries;
  for (CountyWord& word : words) {
    Lexicon::Entry entry{std::move(word.text), {}, kCountyWord, 0, 0};
    bool known = true;
    std::istringstream pinyin(word.pinyin);
    for (std::string name; pinyin >> name;) {
      const auto found = std::find(syllables.begin(), syllables.end(), name);
      known = known && found != syllables.end();
      entry.syllables.push_back(static_cast<SyllableId>(found - syllables.begin()));
    }
    if (known) entries.push_back(std::move(entry));
  }
  county_words_ = std::make_shared<Lexicon>(Lexicon::Of(syllables, std::move(entries)));
}

void KeyboardEngine::SetFilter(FilterWords filter) {
  filter_ = std::make_shared<FilterWords>(std::move(filter));
}

}  // namespace studio
