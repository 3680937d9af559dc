#include "input/stroke_match.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <optional>

namespace studio {
namespace {

constexpr float kNever = 1e9F;

enum class Step : std::uint8_t { kNone, kOne, kTwo, kMissing, kExtra, kSwapped };

// Columns of a dynamic programme, one a stroke of the code; rows are drawn strokes. A column
// depends only on the code up to it, so codes that begin alike share columns.
class Columns {
 public:
  Columns(std::span<const DrawnStroke> drawn, const MatchWeights& weights)
      : drawn_(drawn), weights_(weights), rows_(drawn.size() + 1) {
    cells_.resize(rows_);
    for (std::size_t i = 0; i < rows_; ++i) cells_[i] = weights.extra * static_cast<float>(i);
  }

  // Column `j` (from 1) for these kinds; the ones before it stand.
  void Fill(const std::vector<std::uint8_t>& kinds, std::size_t j) {
    if (cells_.size() < (j + 1) * rows_) cells_.resize((j + 1) * rows_);
    for (std::size_t i = 0; i < rows_; ++i) {
      cells_[j * rows_ + i] = Best(kinds, j, i, [](Step, float) {});
    }
  }

  float At(std::size_t j, std::size_t i) const { return cells_[j * rows_ + i]; }
  std::size_t drawn() const { return rows_ - 1; }

  // The step that the cell's cost comes from.
  Step StepAt(const std::vector<std::uint8_t>& kinds, std::size_t j, std::size_t i) const {
    Step best = Step::kExtra;
    if (j > 0) Best(kinds, j, i, [&](Step step, float) { best = step; });
    return best;
  }

 private:
  template <typename Better>
  float Best(const std::vector<std::uint8_t>& kinds, std::size_t j, std::size_t i,
             Better better) const {
    const float* before = &cells_[(j - 1) * rows_];
    const std::uint8_t kind = kinds[j - 1];
    float best = kNever;
    const auto offer = [&](Step step, float cost) {
      if (cost < best) best = cost, better(step, cost);
    };
    if (i > 0) {
      offer(Step::kOne, before[i - 1] + drawn_[i - 1].one[kind]);
      offer(Step::kExtra, cells_[j * rows_ + i - 1] + weights_.extra);
      if (j > 1) {
        const std::uint8_t earlier = kinds[j - 2];
        const float* two_before = before - rows_;
        offer(Step::kTwo,
              two_before[i - 1] + drawn_[i - 1].two[earlier][kind].cost + weights_.joined);
        if (i > 1) {
          offer(Step::kSwapped, two_before[i - 2] + drawn_[i - 2].one[kind] +
                                    drawn_[i - 1].one[earlier] + weights_.swapped);
        }
      }
    }
    offer(Step::kMissing, before[i] + weights_.missing);
    return best;
  }

  std::span<const DrawnStroke> drawn_;
  const MatchWeights& weights_;
  std::size_t rows_;
  std::vector<float> cells_;
};

// Beyond this many strokes of a code nothing drawn reaches.
std::size_t Reach(std::size_t drawn) { return drawn + 3 + drawn / 2; }

}  // namespace

std::vector<StrokeMatch> MatchStrokes(const InkStrokesTable& table,
                                      std::span<const DrawnStroke> drawn,
                                      const MatchWeights& weights) {
  std::vector<StrokeMatch> best(table.characters().size(), {0, kNever, false});
  const std::size_t n = drawn.size(), reach = Reach(n);
  std::array<float, kStrokeKinds> kinds_drawn{};
  for (const DrawnStroke& stroke : drawn) {
    for (std::size_t k = 0; k < kStrokeKinds; ++k) kinds_drawn[k] += std::exp(-stroke.one[k]);
  }
  Columns columns(drawn, weights);
  std::size_t filled = 0;  // columns that fit the code at hand
  for (std::uint32_t c = 0; c < table.codes().size(); ++c) {
    const InkStrokesTable::Code& code = table.codes()[c];
    filled = std::min<std::size_t>(filled, code.shared);
    const std::size_t m = code.kinds.size();
    if (m + 2 < n) continue;
    const std::size_t depth = std::min(m, reach);
    while (filled < depth) columns.Fill(code.kinds, ++filled);
    StrokeMatch match{c, m <= reach ? columns.At(m, n) : kNever, false};
    for (std::size_t j = 1; j <= depth && j < m; ++j) {
      const float cost =
          columns.At(j, n) + weights.begun + weights.ahead * static_cast<float>(m - j);
      if (cost < match.cost) match.cost = cost, match.begun = true;
    }
    if (n > 2 && m + 1 >= n && m <= n + 1) {
      float unlike = 0;
      for (std::size_t k = 0; k < kStrokeKinds; ++k) {
        unlike += std::abs(kinds_drawn[k] - static_cast<float>(code.counts[k]));
      }
      const float cost = weights.shuffled + weights.unlike * unlike;
      if (cost < match.cost) match.cost = cost, match.begun = false;
    }
    StrokeMatch& known = best[code.character];
    if (match.cost < known.cost) known = match;
  }
  std::erase_if(best, [](const StrokeMatch& match) { return match.cost >= kNever; });
  return best;
}

std::vector<StrokePiece> Pieces(const InkStrokesTable::Code& code, const Ink& ink,
                                std::span<const DrawnStroke> drawn, const MatchWeights& weights) {
  Columns columns(drawn, weights);
  const std::size_t m = code.kinds.size();
  for (std::size_t j = 1; j <= m; ++j) columns.Fill(code.kinds, j);
  std::vector<StrokePiece> pieces;  // backwards
  const auto whole = [&](std::size_t stroke) {
    pieces.push_back({stroke, 0, ink[stroke].size() - 1});
  };
  for (std::size_t j = m, i = drawn.size(); i > 0;) {
    switch (columns.StepAt(code.kinds, j, i)) {
      case Step::kNone:
      case Step::kMissing:
        --j;
        break;
      case Step::kOne:
        whole(--i);
        --j;
        break;
      case Step::kExtra:
        whole(--i);
        break;
      case Step::kTwo: {
        const auto& joint = drawn[--i].two[code.kinds[j - 2]][code.kinds[j - 1]];
        pieces.push_back({i, joint.begin, ink[i].size() - 1});
        pieces.push_back({i, 0, joint.end});
        j -= 2;
        break;
      }
      case Step::kSwapped:
        whole(i - 2);
        whole(i - 1);
        i -= 2;
        j -= 2;
        break;
    }
  }
  std::reverse(pieces.begin(), pieces.end());
  return pieces;
}

Ink Redrawn(const Ink& ink, std::span<const StrokePiece> pieces) {
  Ink redrawn;
  for (const StrokePiece& piece : pieces) {
    const InkStroke& stroke = ink[piece.stroke];
    const auto at = [&](std::size_t i) { return stroke.begin() + static_cast<std::ptrdiff_t>(i); };
    redrawn.emplace_back(at(piece.first), at(piece.last + 1));
  }
  return redrawn;
}

}  // namespace studio
