#include "input/ink/ink_spans.h"

#include <algorithm>
#include <cmath>

namespace studio {
namespace {

constexpr std::size_t kMostPieces = 8;       // between the corners of one stroke
constexpr std::size_t kMostSplitPieces = 4;  // of each of the two lines that make one
constexpr float kWidestGap = 0.15F;
constexpr float kTooDear = 6.5F;  // nobody draws it so; a line as a whole is always tried

class SpanMaker {
 public:
  SpanMaker(const InkPath& path, const SpanWeights& weights)
      : path_(path), corners_(path.corners), weights_(weights) {
    made_.end = static_cast<std::uint16_t>(corners_.size());
  }

  InkSpans Make() {
    for (std::size_t first = 0, last = 0; first < corners_.size(); first = last + 1) {
      for (last = first; !corners_[last].lifted;) ++last;
      AddLine(first, last);
    }
    return std::move(made_);
  }

 private:
  void AddLine(std::size_t first, std::size_t last) {
    AddSpan(first, last, 0, true);
    for (std::size_t a = first; a < last; ++a) {
      for (std::size_t b = a + 1; b <= std::min(a + kMostPieces, last); ++b) {
        if (a > first || b < last) AddSpan(a, b, 0, false);
      }
    }
    if (last + 1 < corners_.size()) AddSplit(first, last);
  }

  // Strokes that begin in this line and end in the next.
  void AddSplit(std::size_t first, std::size_t last) {
    const float gap = Distance(corners_[last].at, corners_[last + 1].at) / path_.side;
    if (gap > kWidestGap || first == last || corners_[last + 1].lifted) return;
    const float cost = weights_.split + weights_.gap * gap;
    for (std::size_t a = last - std::min(last - first, kMostSplitPieces); a < last; ++a) {
      for (std::size_t b = last + 2; b <= last + 1 + kMostSplitPieces; ++b) {
        AddSpan(a, b, cost, false);
        if (corners_[b].lifted) break;
      }
    }
  }

  void AddSpan(std::size_t a, std::size_t b, float cost, bool whole_line) {
    std::vector<InkPoint> points;
    for (std::size_t c = a; c <= b; ++c) points.push_back(corners_[c].at);
    if (cost > 0) points = Straightened(points, path_.side);
    const auto number = static_cast<std::uint16_t>(made_.spans.size());
    InkSpan span{static_cast<std::uint16_t>(a), static_cast<std::uint16_t>(b),
                 KindsOf(points, path_.side)};
    for (std::size_t kind = 0; kind < kStrokeKinds; ++kind) {
      span.costs[kind] += cost;
      if (span.costs[kind] > kTooDear && !whole_line) continue;
      AddSteps(made_.steps[kind], span, number, span.costs[kind]);
    }
    if (whole_line) made_.lines.push_back(number);
    made_.spans.push_back(span);
  }

  void AddSteps(std::vector<InkStep>& steps, const InkSpan& span, std::uint16_t number,
                float cost) {
    const std::size_t b = span.last;
    const auto add = [&](std::size_t to, float more) {
      steps.push_back({span.first, static_cast<std::uint16_t>(to), number, cost + more});
    };
    if (corners_[b].lifted) {
      add(b + 1, 0);
      return;
    }
    add(b, weights_.joined);
    if (corners_[b + 1].lifted) {
      const float hook = Distance(corners_[b].at, corners_[b + 1].at) / path_.side;
      add(b + 2, weights_.tail + weights_.hook * hook);
      return;
    }
    add(b + 1, weights_.joined + Link(b, b + 1));
    if (!corners_[b + 2].lifted) add(b + 2, weights_.joined + Link(b, b + 2) + weights_.bent);
  }

  // Strokes go to the right and down, ways between them to the left and up.
  float Link(std::size_t a, std::size_t b) const {
    const InkPoint from = corners_[a].at, to = corners_[b].at;
    const float right = static_cast<float>(to.x - from.x) / path_.side;
    const float down = static_cast<float>(to.y - from.y) / path_.side;
    return std::max(0.0F, weights_.link + weights_.link_right * right + weights_.link_down * down);
  }

  const InkPath& path_;
  const std::vector<InkCorner>& corners_;
  const SpanWeights& weights_;
  InkSpans made_;
};

}  // namespace

InkSpans SpansOf(const InkPath& path, const SpanWeights& weights) {
  return SpanMaker(path, weights).Make();
}

}  // namespace studio
