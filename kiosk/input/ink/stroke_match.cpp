#include "input/ink/stroke_match.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <queue>

namespace studio {
namespace {

constexpr float kNever = 1e9F;
constexpr std::uint16_t kNoSpan = 0xffff;

using Kinds = std::vector<std::uint8_t>;

// How a cell of a column is reached: from another cell by so many strokes of the code.
struct Move {
  std::size_t strokes = 0;  // columns back: 0, 1 or 2
  std::size_t from = 0, to = 0;
  float cost = 0;
  std::uint16_t span = kNoSpan, earlier = kNoSpan;  // of the last stroke and the one before
};

// Columns of a dynamic programme, one a stroke of the code; rows are corners where the next stroke
// begins. A column depends only on the code up to it, so codes that begin alike share columns.
class Columns {
 public:
  Columns(const InkSpans& ink, const MatchWeights& weights)
      : ink_(ink), weights_(weights), rows_(ink.end + 1U), cells_(rows_, kNever), least_{0} {
    cells_[0] = 0;
    SkipLines([&](const Move& move) { Relax(0, move); });
  }

  // Column `j` (from 1) for these kinds; the ones before it stand.
  void Fill(const Kinds& kinds, std::size_t j) {
    if (least_.size() < j + 1) {
      least_.resize(j + 1);
      cells_.resize((j + 1) * rows_);
    }
    const auto column = cells_.begin() + static_cast<std::ptrdiff_t>(j * rows_);
    std::fill_n(column, rows_, kNever);
    EachMove(kinds, j, [&](const Move& move) { Relax(j, move); });
    least_[j] = *std::min_element(column, column + static_cast<std::ptrdiff_t>(rows_));
  }

  float At(std::size_t j, std::size_t row) const { return cells_[j * rows_ + row]; }
  float Whole(std::size_t j) const { return At(j, ink_.end); }
  // Whatever goes on from this column costs as much.
  float Least(std::size_t j) const { return least_[j]; }

  // The move that the cell's cost comes from.
  std::optional<Move> Into(const Kinds& kinds, std::size_t j, std::size_t row) const {
    std::optional<Move> best;
    float cost = kNever;
    EachMove(kinds, j, [&](const Move& move) {
      const float reached = At(j - move.strokes, move.from) + move.cost;
      if (move.to == row && reached < cost) cost = reached, best = move;
    });
    return best;
  }

 private:
  void Relax(std::size_t j, const Move& move) {
    float& cell = cells_[j * rows_ + move.to];
    cell = std::min(cell, At(j - move.strokes, move.from) + move.cost);
  }

  template <typename Take>
  void SkipLines(Take take) const {
    for (const std::uint16_t line : ink_.lines) {
      take(Move{0, ink_.spans[line].first, ink_.spans[line].last + 1U, weights_.extra});
    }
  }

  template <typename Take>
  void EachMove(const Kinds& kinds, std::size_t j, Take take) const {
    if (j > 0) {
      for (const InkStep& step : ink_.steps[kinds[j - 1]]) {
        take(Move{1, step.from, step.to, step.cost, step.span});
      }
      for (std::size_t row = 0; row < rows_; ++row) take(Move{1, row, row, weights_.missing});
    }
    if (j > 1) {
      for (std::size_t i = 0; i + 1 < ink_.lines.size(); ++i) {
        const InkSpan &first = ink_.spans[ink_.lines[i]], &second = ink_.spans[ink_.lines[i + 1]];
        take(Move{2, first.first, second.last + 1U,
                  first.costs[kinds[j - 1]] + second.costs[kinds[j - 2]] + weights_.swapped,
                  ink_.lines[i], ink_.lines[i + 1]});
      }
    }
    SkipLines(take);
  }

  const InkSpans& ink_;
  const MatchWeights& weights_;
  std::size_t rows_;
  std::vector<float> cells_, least_;
};

bool Cheaper(const StrokeMatch& a, const StrokeMatch& b) { return a.cost < b.cost; }

bool Keep(const StrokeMatch& match, StrokeMatch& best) {
  const bool better = Cheaper(match, best);
  if (better) best = match;
  return better;
}

// What the dearest of the best costs: nothing dearer is looked at further.
class Limit {
 public:
  Limit(std::size_t most, std::vector<StrokeMatch> known) : most_(most) {
    if (known.size() < most) return;
    const auto last = known.begin() + static_cast<std::ptrdiff_t>(most) - 1;
    std::nth_element(known.begin(), last, known.end(), Cheaper);
    known_ = last->cost;
  }
  void Add(float cost) {
    costs_.push(cost);
    if (costs_.size() > most_) costs_.pop();
  }
  float Get() const { return costs_.size() < most_ ? known_ : std::min(known_, costs_.top()); }

 private:
  std::size_t most_;
  float known_ = kNever;
  std::priority_queue<float> costs_;
};

// The lines as they are, in no order, beside a code's strokes.
class Shuffled {
 public:
  Shuffled(const InkSpans& ink, const MatchWeights& weights)
      : lines_(ink.lines.size()), weights_(weights) {
    for (const std::uint16_t line : ink.lines) {
      const KindCosts& costs = ink.spans[line].costs;
      for (std::size_t kind = 0; kind < kStrokeKinds; ++kind) {
        drawn_[kind] += std::exp(-costs[kind]);
      }
    }
  }

  float Cost(const InkStrokesTable::Code& code) const {
    const std::size_t strokes = code.kinds.size();
    if (lines_ < 3 || strokes + 1 < lines_ || strokes > lines_ + 1) return kNever;
    float unlike = 0;
    for (std::size_t kind = 0; kind < kStrokeKinds; ++kind) {
      unlike += std::abs(drawn_[kind] - static_cast<float>(code.counts[kind]));
    }
    return weights_.shuffled + weights_.unlike * unlike;
  }

 private:
  std::size_t lines_;
  const MatchWeights& weights_;
  std::array<float, kStrokeKinds> drawn_{};
};

}  // namespace

std::vector<StrokeMatch> MatchStrokes(const InkStrokesTable& table, const InkSpans& ink,
                                      const MatchWeights& weights, std::size_t most) {
  const auto rare = [&](const InkStrokesTable::Code& code) {
    return weights.rare * table.characters()[code.character].rarity;
  };
  std::vector<StrokeMatch> best(table.characters().size(), {0, kNever});
  const Shuffled shuffled(ink, weights);
  for (std::uint32_t c = 0; c < table.codes().size(); ++c) {
    const InkStrokesTable::Code& code = table.codes()[c];
    Keep({c, shuffled.Cost(code) + rare(code), false, true}, best[code.character]);
  }
  Limit limit(most, best);
  Columns columns(ink, weights);
  std::size_t filled = 0;  // columns that fit the code at hand
  for (std::uint32_t c = 0; c < table.codes().size(); ++c) {
    const InkStrokesTable::Code& code = table.codes()[c];
    filled = std::min<std::size_t>(filled, code.shared);
    const std::size_t m = code.kinds.size();
    while (filled < m && columns.Least(filled) < limit.Get()) columns.Fill(code.kinds, ++filled);
    StrokeMatch match{c, filled == m ? columns.Whole(m) : kNever};
    for (std::size_t j = 1; j <= filled && j < m; ++j) {
      const float cost =
          columns.Whole(j) + weights.begun + weights.ahead * static_cast<float>(m - j);
      if (cost < match.cost) match.cost = cost, match.begun = true;
    }
    match.cost += rare(code);
    if (Keep(match, best[code.character])) limit.Add(match.cost);
  }
  std::erase_if(best, [](const StrokeMatch& match) { return match.cost >= kNever; });
  const auto end = best.begin() + static_cast<std::ptrdiff_t>(std::min(best.size(), most));
  std::partial_sort(best.begin(), end, best.end(), Cheaper);
  best.erase(end, best.end());
  return best;
}

std::vector<std::optional<std::uint16_t>> Aligned(const InkStrokesTable::Code& code,
                                                  const InkSpans& ink,
                                                  const MatchWeights& weights) {
  Columns columns(ink, weights);
  const std::size_t m = code.kinds.size();
  for (std::size_t j = 1; j <= m; ++j) columns.Fill(code.kinds, j);
  std::vector<std::optional<std::uint16_t>> strokes(m);
  for (std::size_t j = m, row = ink.end; j > 0 || row > 0;) {
    const auto move = columns.Into(code.kinds, j, row);
    if (!move) break;
    if (move->span != kNoSpan) strokes[j - 1] = move->span;
    if (move->earlier != kNoSpan) strokes[j - 2] = move->earlier;
    j -= move->strokes;
    row = move->from;
  }
  return strokes;
}

}  // namespace studio
