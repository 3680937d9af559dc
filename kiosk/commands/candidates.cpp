#include "commands/candidates.h"

#include <fstream>
#include <istream>
#include <ostream>

#include "input/ink/ink_model.h"
#include "input/words/accents.h"
#include "input/words/input_data.h"
#include "input/words/keyboard_engine.h"
#include "shared/base/json.h"
#include "shared/base/shown_text.h"

namespace studio {
namespace {

using nlohmann::ordered_json;

std::filesystem::path DataOf(const CandidatesOrder& order) {
  return order.input_data.empty() ? DefaultInputData() : order.input_data;
}

Result<void> PrintLine(PhraseEngine& engine, PhraseMode mode, const std::string& keys,
                       std::ostream& out) {
  const auto session = engine.Begin(mode);
  if (!session) return Fail(ErrorKind::kStorage, "the keyboard's data cannot be used");
  for (const char key : keys) {
    if (key != ' ' && !session->Press(key)) {
      return Fail(ErrorKind::kInvalid, "not keys of this mode: " + keys);
    }
  }
  const PhraseOffer offer = session->Offer();
  const ordered_json line{{"keys", keys}, {"typed", offer.typed}, {"candidates", offer.candidates}};
  out << ShownJson(line.dump(-1, ' ', false, ordered_json::error_handler_t::replace)) << '\n';
  return {};
}

Result<void> PrintTyped(const CandidatesOrder& order, PhraseMode mode, std::istream& in,
                        std::ostream& out) {
  if (order.keys.empty())
    return Fail(ErrorKind::kInvalid, "--keys KEYS is required, or - for lines");
  const auto engine = KeyboardEngine::Open(DataOf(order));
  if (!engine->Has(mode)) {
    return Fail(ErrorKind::kStorage, "the keyboard's data are missing: " + engine->missing());
  }
  engine->SetSpelling(SpellingFromName(order.spelling));
  if (order.keys != "-") return PrintLine(*engine, mode, order.keys, out);
  for (std::string keys; std::getline(in, keys);) {
    if (const auto printed = PrintLine(*engine, mode, keys, out); !printed) return printed;
  }
  return {};
}

Result<void> PrintInk(const CandidatesOrder& order, std::ostream& out) {
  std::ifstream file(order.strokes);
  if (!file) {
    return Fail(ErrorKind::kInvalid,
                "--strokes FILE: cannot read '" + order.strokes.string() + "'");
  }
  Ink ink;
  for (std::string line; std::getline(file, line);) {
    if (line.empty()) continue;
    auto stroke = InkStrokeFromText(line);
    if (!stroke) return tl::unexpected(stroke.error());
    ink.push_back(std::move(*stroke));
  }
  if (ink.empty() || ink.size() > kMaxInkStrokes) {
    return Fail(ErrorKind::kInvalid, "a character has 1 to 64 strokes, one a line");
  }
  const auto model = InkModel::Open(kInkModel, DataOf(order));
  if (!model) return tl::unexpected(model.error());
  const ordered_json line{{"strokes", ink.size()}, {"candidates", model->Rank(ink)}};
  out << ShownJson(line.dump(-1, ' ', false, ordered_json::error_handler_t::replace)) << '\n';
  return {};
}

}  // namespace

Result<void> PrintCandidates(const CandidatesOrder& order, std::istream& in, std::ostream& out) {
  if (order.spelling != "standard" && order.spelling != "southern" && order.spelling != "wide") {
    return Fail(ErrorKind::kInvalid, "--spelling is standard, southern or wide");
  }
  if (order.mode == "pinyin") return PrintTyped(order, PhraseMode::kPinyin, in, out);
  if (order.mode == "names") return PrintTyped(order, PhraseMode::kNames, in, out);
  if (order.mode == "stroke") return PrintTyped(order, PhraseMode::kStroke, in, out);
  if (order.mode == "ink") return PrintInk(order, out);
  return Fail(ErrorKind::kInvalid, "--mode is pinyin, names, stroke or ink");
}

}  // namespace studio
