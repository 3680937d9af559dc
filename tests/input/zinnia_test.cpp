#include <doctest/doctest.h>
#include <zinnia.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "corpus.h"
#include "hand.h"
#include "input/ink/ink_model.h"
#include "input/ink/ink_shapes.h"
#include "input/words/input_data.h"

namespace studio {
namespace {

// The library itself, asked about an ink that fills its pad.
class ZinniaAlone {
 public:
  ZinniaAlone() : recogniser_(zinnia_recognizer_new(), zinnia_recognizer_destroy) {
    REQUIRE(zinnia_recognizer_open(recogniser_.get(), kInkModel));
  }

  struct Found {
    std::string text;
    float score = 0;
  };
  std::vector<Found> Best(const Ink& ink, std::size_t most) const {
    const int side = 100'000;
    const std::unique_ptr<zinnia_character_t, decltype(&zinnia_character_destroy)> drawing(
        zinnia_character_new(), zinnia_character_destroy);
    zinnia_character_set_width(drawing.get(), side);
    zinnia_character_set_height(drawing.get(), side);
    double left = kInkSide, right = 0, top = kInkSide, bottom = 0;
    for (const InkStroke& stroke : ink) {
      for (const InkPoint p : stroke) {
        left = std::min<double>(left, p.x), right = std::max<double>(right, p.x);
        top = std::min<double>(top, p.y), bottom = std::max<double>(bottom, p.y);
      }
    }
    const double size = std::max(right - left, bottom - top);
    const auto moved = [&](double at, double middle) {
      return static_cast<int>(std::lround(side * (0.5 + 0.8 * (at - middle) / size)));
    };
    for (std::size_t i = 0; i < ink.size(); ++i) {
      for (const InkPoint p : ink[i]) {
        zinnia_character_add(drawing.get(), i, moved(p.x, (left + right) / 2),
                             moved(p.y, (top + bottom) / 2));
      }
    }
    const std::unique_ptr<zinnia_result_t, decltype(&zinnia_result_destroy)> result(
        zinnia_recognizer_classify(recogniser_.get(), drawing.get(), most), zinnia_result_destroy);
    REQUIRE(result);
    std::vector<Found> found;
    for (std::size_t i = 0; i < zinnia_result_size(result.get()); ++i) {
      found.push_back({zinnia_result_value(result.get(), i), zinnia_result_score(result.get(), i)});
    }
    return found;
  }

 private:
  std::unique_ptr<zinnia_recognizer_t, decltype(&zinnia_recognizer_destroy)> recogniser_;
};

// Each character as the hand writes it, and with three strokes in one line.
std::vector<Ink> Written() {
  std::vector<Ink> inks;
  for (const Drawn& drawn : DrawnCharacters()) {
    Hand hand(static_cast<std::uint32_t>(inks.size()));
    inks.push_back(hand.Write(drawn.ink));
    if (const auto joined = hand.InOneLine(inks.back(), 3)) inks.push_back(*joined);
  }
  return inks;
}

}  // namespace

TEST_CASE("the model says of a shape what zinnia says") {
  const ZinniaAlone zinnia;
  const auto model = ZinniaModel::Open(kInkModel);
  REQUIRE(model);
  for (const Ink& ink : Written()) {
    const InkPath path = PathOf(ink);
    const InkSpans spans = SpansOf(path, {});
    InkShapes shapes(*model, ink, path, spans);
    const auto scores = shapes.AsDrawn();
    const std::vector<std::optional<std::uint16_t>> lines(spans.lines.begin(), spans.lines.end());
    for (const auto& found : zinnia.Best(ink, 8)) {
      const std::uint32_t character = model->Find(found.text);
      CHECK(scores[character] == doctest::Approx(found.score).epsilon(0.001));
      CHECK(shapes.As(character, lines) == doctest::Approx(found.score).epsilon(0.001));
    }
  }
}

TEST_CASE("what zinnia alone puts first never leaves the page") {
  const ZinniaAlone zinnia;
  const auto model = InkModel::Open(kInkModel, CompiledData());
  const auto filter = FilterWords::Load(CompiledData() / kFilterFile);
  REQUIRE(model);
  REQUIRE(filter);
  for (const Ink& ink : Written()) {
    const std::string first = zinnia.Best(ink, 1).at(0).text;
    CAPTURE(first);
    const auto ranked = model->Rank(ink);
    CHECK((filter->Hides(first) || std::find(ranked.begin(), ranked.end(), first) != ranked.end()));
  }
}

}  // namespace studio
