#include "input/rime_engine.h"

#include <initializer_list>

#include "input/input_data.h"
#include "input/rime_session.h"

namespace studio {
namespace {

namespace fs = std::filesystem;

const char* SchemaOf(PhraseMode mode, Spelling spelling) {
  if (mode == PhraseMode::kStroke) return "village_stroke";
  if (spelling == Spelling::kStandard) return "village_standard";
  return spelling == Spelling::kWide ? "village_wide" : "village_southern";
}

// Whether every file is there; the first that is not is noted.
bool AllThere(const fs::path& folder, std::initializer_list<const char*> files,
              std::string& missing) {
  for (const char* file : files) {
    std::error_code error;
    if (fs::file_size(folder / file, error) > 0 && !error) continue;
    if (!missing.empty()) missing += ", ";
    missing += (folder / file).string();
    return false;
  }
  return true;
}

}  // namespace

std::unique_ptr<RimeEngine> RimeEngine::Open(const fs::path& data) {
  std::unique_ptr<RimeEngine> engine(new RimeEngine);
  // Without the filter nothing is offered.
  auto filter = FilterWords::Load(data / kFilterFile);
  if (!filter) {
    engine->missing_ = filter.error().detail;
    return engine;
  }
  engine->SetFilter(std::move(*filter));
  if (!AllThere(data, {"default.yaml"}, engine->missing_)) return engine;
  engine->pinyin_ =
      AllThere(data,
               {"village.table.bin", "village_standard.prism.bin", "village_southern.prism.bin",
                "village_wide.prism.bin", "village_standard.schema.yaml",
                "village_southern.schema.yaml", "village_wide.schema.yaml"},
               engine->missing_);
  engine->stroke_ = AllThere(
      data, {"village_stroke.table.bin", "village_stroke.prism.bin", "village_stroke.schema.yaml"},
      engine->missing_);
  if (auto names = NameCandidates::Load(data / kNamesFile)) {
    engine->names_ = std::make_shared<NameCandidates>(std::move(*names));
  } else if (engine->pinyin_) {
    engine->missing_ = names.error().detail;
  }
  if (engine->pinyin_ || engine->stroke_) engine->rime_ = std::make_shared<RimeLibrary>(data);
  return engine;
}

RimeEngine::~RimeEngine() = default;

std::unique_ptr<PhraseSession> RimeEngine::Begin(PhraseMode mode) {
  if (!Has(mode)) return nullptr;
  const bool pinyin = mode != PhraseMode::kStroke;
  auto session = std::make_unique<RimeSession>(
      rime_, mode, SchemaOf(mode, spelling_), spelling_,
      CountyWordList(pinyin ? words_ : std::vector<CountyWord>{}, spelling_), filter_,
      mode == PhraseMode::kNames ? names_ : nullptr);
  if (!session->ok()) return nullptr;
  return session;
}

bool RimeEngine::Has(PhraseMode mode) const {
  return mode == PhraseMode::kStroke ? stroke_ : pinyin_;
}

void RimeEngine::SetFilter(FilterWords filter) {
  filter_ = std::make_shared<FilterWords>(std::move(filter));
}

}  // namespace studio
