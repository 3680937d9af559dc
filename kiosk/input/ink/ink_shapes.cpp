#include "input/ink/ink_shapes.h"

#include <algorithm>
#include <numeric>

namespace studio {
namespace {

constexpr std::size_t kEveryOrder = 4;  // strokes; of more, neighbours change places
constexpr float kMargin = 0.1F;         // around the character, as the model's samples have it

}  // namespace

// People write small and in a corner; the model expects the pad filled.
InkShapes::InkShapes(const ZinniaModel& model, const Ink& ink, const InkPath& path,
                     const InkSpans& spans)
    : model_(model), ink_(ink), path_(path), spans_(spans), known_(spans.spans.size()) {
  const InkBox box = BoxOf(ink);
  scale_ = (1 - 2 * kMargin) / path.side;
  left_ = 0.5F - scale_ * static_cast<float>(box.left + box.right) / 2;
  top_ = 0.5F - scale_ * static_cast<float>(box.top + box.bottom) / 2;
}

std::vector<float> InkShapes::AsDrawn() const {
  std::vector<ZinniaFeatures> strokes, ways;
  std::vector<ZinniaPoint> before;
  for (const std::uint16_t line : spans_.lines) {
    const auto points = PointsOf(line);
    ways.push_back(before.empty() ? ZinniaFeatures{} : WayFeatures(before.back(), points.front()));
    strokes.push_back(StrokeFeatures(points));
    before = points;
  }
  std::vector<ZinniaModel::Part> parts;
  for (std::size_t i = 0; i < strokes.size(); ++i) {
    parts.push_back({ZinniaModel::OffsetOfStroke(i), &strokes[i]});
    parts.push_back({ZinniaModel::OffsetOfWayTo(i), &ways[i]});
  }
  return model_.Scores(parts, strokes.size());
}

float InkShapes::As(std::uint32_t character,
                    std::span<const std::optional<std::uint16_t>> strokes) {
  std::vector<ZinniaFeatures> ways(strokes.size());
  std::vector<ZinniaModel::Part> parts;
  std::optional<ZinniaPoint> before;
  for (std::size_t i = 0; i < strokes.size(); ++i) {
    if (!strokes[i]) {
      before.reset();
      continue;
    }
    const Known& known = Of(*strokes[i]);
    parts.push_back({ZinniaModel::OffsetOfStroke(i), &known.features});
    if (before) ways[i] = WayFeatures(*before, known.first);
    before = known.last;
  }
  for (std::size_t i = 0; i < ways.size(); ++i) {
    parts.push_back({ZinniaModel::OffsetOfWayTo(i), &ways[i]});
  }
  return model_.Score(character, parts, strokes.size());
}

float InkShapes::InAnyOrder(std::uint32_t character,
                            std::vector<std::optional<std::uint16_t>> strokes, float each) {
  if (strokes.size() <= kEveryOrder) return InEveryOrder(character, strokes, each);
  float best = As(character, strokes), less = 0;
  for (bool better = true; better;) {
    better = false;
    for (std::size_t i = 0; i + 1 < strokes.size(); ++i) {
      std::swap(strokes[i], strokes[i + 1]);
      const float score = As(character, strokes) - less - each;
      if (score > best) {
        best = score, less += each, better = true;
      } else {
        std::swap(strokes[i], strokes[i + 1]);
      }
    }
  }
  return best;
}

float InkShapes::InEveryOrder(std::uint32_t character,
                              std::span<const std::optional<std::uint16_t>> strokes, float each) {
  std::vector<std::size_t> order(strokes.size());
  std::iota(order.begin(), order.end(), 0);
  float best = As(character, strokes);
  std::vector<std::optional<std::uint16_t>> moved(strokes.size());
  while (std::next_permutation(order.begin(), order.end())) {
    float less = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
      moved[i] = strokes[order[i]];
      for (std::size_t j = 0; j < i; ++j) less += order[j] > order[i] ? each : 0;
    }
    best = std::max(best, As(character, moved) - less);
  }
  return best;
}

const InkShapes::Known& InkShapes::Of(std::uint16_t span) {
  auto& known = known_[span];
  if (!known) {
    const auto points = PointsOf(span);
    known = Known{StrokeFeatures(points), points.front(), points.back()};
  }
  return *known;
}

std::vector<ZinniaPoint> InkShapes::PointsOf(std::uint16_t span) const {
  const InkCorner &first = path_.corners[spans_.spans[span].first],
                  &last = path_.corners[spans_.spans[span].last];
  std::vector<ZinniaPoint> points;
  for (std::size_t line = first.line; line <= last.line; ++line) {
    const InkStroke& drawn = ink_[line];
    const std::size_t begin = line == first.line ? first.point : 0;
    const std::size_t end = line == last.line ? last.point : drawn.size() - 1;
    for (std::size_t i = begin; i <= end; ++i) {
      points.push_back({left_ + scale_ * drawn[i].x, top_ + scale_ * drawn[i].y});
    }
  }
  return points;
}

}  // namespace studio
