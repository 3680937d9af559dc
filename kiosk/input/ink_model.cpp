#include "input/ink_model.h"

#include <zinnia.h>

#include <algorithm>

#include "app/phrase_engine.h"
#include "input/input_data.h"

namespace studio {
namespace {

constexpr std::size_t kAsked = 24;  // enough to fill a page after the filter
constexpr int kMargin = 100;        // around the character, as the model's samples have it

// People write small and in a corner; the model expects the pad filled.
Ink FillPad(const Ink& ink) {
  int left = kInkSide, top = kInkSide, right = 0, bottom = 0;
  for (const InkStroke& stroke : ink) {
    for (const InkPoint& point : stroke) {
      left = std::min<int>(left, point.x);
      right = std::max<int>(right, point.x);
      top = std::min<int>(top, point.y);
      bottom = std::max<int>(bottom, point.y);
    }
  }
  const int side = std::max({right - left, bottom - top, 1});
  const auto moved = [&](int at, int from, int to) {
    const int doubled = 2 * at - (from + to);  // from the middle
    return static_cast<std::int16_t>(kInkSide / 2 + doubled * (kInkSide / 2 - kMargin) / side);
  };
  Ink filled = ink;
  for (InkStroke& stroke : filled) {
    for (InkPoint& point : stroke) {
      point = {moved(point.x, left, right), moved(point.y, top, bottom)};
    }
  }
  return filled;
}

struct DestroyCharacter {
  void operator()(zinnia_character_t* c) const { zinnia_character_destroy(c); }
};
struct DestroyResult {
  void operator()(zinnia_result_t* r) const { zinnia_result_destroy(r); }
};

}  // namespace

void InkModel::Close::operator()(zinnia_recognizer_t* recogniser) const {
  zinnia_recognizer_destroy(recogniser);
}

InkModel::InkModel(Recogniser recogniser, FilterWords filter)
    : recogniser_(std::move(recogniser)), filter_(std::move(filter)) {}

Result<InkModel> InkModel::Open(const std::filesystem::path& model,
                                const std::filesystem::path& data) {
  Recogniser recogniser(zinnia_recognizer_new());
  if (!zinnia_recognizer_open(recogniser.get(), model.c_str())) {
    return Fail(ErrorKind::kStorage, "cannot read the handwriting model " + model.string());
  }
  auto filter = FilterWords::Load(data / kFilterFile);
  if (!filter) return tl::unexpected(filter.error());
  return InkModel(std::move(recogniser), std::move(*filter));
}

std::vector<std::string> InkModel::Rank(const Ink& ink) const {
  std::vector<std::string> found;
  if (ink.empty()) return found;
  const std::unique_ptr<zinnia_character_t, DestroyCharacter> character(zinnia_character_new());
  zinnia_character_set_width(character.get(), kInkSide);
  zinnia_character_set_height(character.get(), kInkSide);
  const Ink filled = FillPad(ink);
  for (std::size_t stroke = 0; stroke < filled.size(); ++stroke) {
    for (const InkPoint& point : filled[stroke]) {
      zinnia_character_add(character.get(), stroke, point.x, point.y);
    }
  }
  const std::unique_ptr<zinnia_result_t, DestroyResult> result(
      zinnia_recognizer_classify(recogniser_.get(), character.get(), kAsked));
  const std::size_t size = result ? zinnia_result_size(result.get()) : 0;
  for (std::size_t i = 0; i < size && found.size() < kCandidatesPerPage; ++i) {
    std::string text = zinnia_result_value(result.get(), i);
    if (!filter_.Hides(text)) found.push_back(std::move(text));
  }
  return found;
}

}  // namespace studio
