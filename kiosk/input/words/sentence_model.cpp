#include "input/words/sentence_model.h"

#include <libime/core/languagemodel.h>
#include <libime/core/lattice.h>

#include <cstring>
#include <exception>

namespace studio {
namespace {

static_assert(sizeof(libime::State) <= sizeof(SentenceModel::State::bytes));

SentenceModel::State StateOf(const libime::State& theirs) {
  SentenceModel::State state;
  std::memcpy(state.bytes.data(), theirs.data(), sizeof(theirs));
  return state;
}

}  // namespace

struct SentenceModel::Parts {
  explicit Parts(const std::shared_ptr<const libime::StaticLanguageModelFile>& file)
      : model(file), unknown(model.unknown()) {}

  const libime::LanguageModel model;
  const libime::WordIndex unknown;
  libime::WordNode word{{}, 0};  // asked about again and again
};

Result<SentenceModel> SentenceModel::Open() {
  const char* const what = "the language model zh_CN of libime";
  try {
    const auto file =
        libime::DefaultLanguageModelResolver::instance().languageModelFileForLanguage("zh_CN");
    if (!file) return Fail(ErrorKind::kStorage, what);
    auto parts = std::make_unique<Parts>(file);
    if (parts->unknown != kUnknown) return Fail(ErrorKind::kUnsupported, what);
    return SentenceModel(std::move(parts));
  } catch (const std::exception& e) {
    return Fail(ErrorKind::kStorage, std::string(what) + ": " + e.what());
  }
}

SentenceModel::SentenceModel(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

SentenceModel::SentenceModel(SentenceModel&&) noexcept = default;

SentenceModel::~SentenceModel() = default;

SentenceModel::State SentenceModel::Begin() const { return StateOf(parts_->model.beginState()); }

SentenceModel::State SentenceModel::Nothing() const { return StateOf(parts_->model.nullState()); }

std::uint32_t SentenceModel::IndexOf(std::string_view word) const {
  return parts_->model.index({word.data(), word.size()});
}

float SentenceModel::Score(const State& before, std::uint32_t word, State& after) const {
  libime::State from, to;
  std::memcpy(from.data(), before.bytes.data(), sizeof(from));
  parts_->word.setIdx(word);
  const float score = parts_->model.score(from, parts_->word, to);
  std::memcpy(after.bytes.data(), to.data(), sizeof(to));
  return score;
}

}  // namespace studio
