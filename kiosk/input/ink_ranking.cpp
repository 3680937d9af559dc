#include "input/ink_ranking.h"

#include <algorithm>
#include <map>

namespace studio {
namespace {

constexpr std::size_t kShaped = 400;  // the model is asked about so many as drawn
constexpr std::size_t kRedrawn = 60;  // and so many of them redrawn as their code says
constexpr std::size_t kWays = 16;     // in no more ways than these
constexpr std::size_t kOffered = 64;
constexpr std::size_t kPoints = 96;  // of a stroke; a tangle of many more takes zinnia seconds

Ink Thinned(const Ink& ink) {
  Ink thinned;
  for (const InkStroke& stroke : ink) {
    const std::size_t each = stroke.size() / kPoints + 1;
    InkStroke& kept = thinned.emplace_back();
    for (std::size_t i = 0; i < stroke.size(); i += each) kept.push_back(stroke[i]);
    if (kept.back() != stroke.back()) kept.push_back(stroke.back());
  }
  return thinned;
}

}  // namespace

InkRanking::InkRanking(std::optional<ZinniaModel> model, std::optional<InkStrokesTable> table)
    : model_(std::move(model)), table_(std::move(table)) {
  if (!table_) return;
  for (const auto& character : table_->characters()) {
    numbers_.push_back(model_ ? model_->Find(character.text) : ZinniaModel::kNone);
  }
}

std::vector<std::string> InkRanking::Rank(const Ink& drawn_ink, const InkWeights& weights) const {
  std::vector<std::string> ranked;
  if (drawn_ink.empty()) return ranked;
  const Ink ink = Thinned(drawn_ink);
  std::vector<Candidate> candidates;
  if (table_) {
    const float side = SideOf(ink);
    std::vector<DrawnStroke> drawn;
    for (const InkStroke& stroke : ink) drawn.push_back(JudgeStroke(stroke, side));
    candidates = ByStrokes(drawn, weights);
    if (model_) AskForShape(ink, drawn, candidates, weights.match);
  }
  // No table, or more strokes than any of its characters has.
  if (candidates.empty() && model_) {
    for (const auto& scored : model_->Rank(ink, {}, kOffered)) {
      ranked.emplace_back(model_->TextOf(scored.character));
    }
  }
  for (Candidate& candidate : candidates) {
    candidate.cost -= weights.shape * std::max(candidate.score, weights.worst);
  }
  Sort(candidates, kOffered);
  for (const Candidate& candidate : candidates) {
    const auto character = table_->codes()[candidate.match.code].character;
    ranked.push_back(table_->characters()[character].text);
  }
  return ranked;
}

std::vector<InkRanking::Candidate> InkRanking::ByStrokes(std::span<const DrawnStroke> drawn,
                                                         const InkWeights& weights) const {
  std::vector<Candidate> candidates;
  for (const StrokeMatch& match : MatchStrokes(*table_, drawn, weights.match)) {
    const auto character = table_->codes()[match.code].character;
    const float rarity = table_->characters()[character].rarity;
    candidates.push_back(
        {match, numbers_[character], weights.faint, match.cost + weights.rare * rarity});
  }
  Sort(candidates, kShaped);
  return candidates;
}

void InkRanking::AskForShape(const Ink& ink, std::span<const DrawnStroke> drawn,
                             std::vector<Candidate>& candidates,
                             const MatchWeights& weights) const {
  std::vector<StrokePiece> as_drawn;
  for (std::size_t i = 0; i < ink.size(); ++i) as_drawn.push_back({i, 0, ink[i].size() - 1});
  // Each way of drawing the ink again, with the candidates whose codes have it so. A character that
  // is not finished has no shape yet.
  std::map<std::vector<StrokePiece>, std::map<std::uint32_t, Candidate*>> ways;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    Candidate& candidate = candidates[i];
    if (candidate.number == ZinniaModel::kNone || candidate.match.begun) continue;
    const auto& code = table_->codes()[candidate.match.code];
    auto pieces = i < kRedrawn ? Pieces(code, ink, drawn, weights) : as_drawn;
    if (ways.size() >= kWays && !ways.contains(pieces)) pieces = as_drawn;
    ways[pieces].emplace(candidate.number, &candidate);
  }
  for (const auto& [pieces, meant] : ways) {
    std::vector<std::uint32_t> numbers;
    for (const auto& [number, candidate] : meant) numbers.push_back(number);
    for (const auto& scored : model_->Rank(Redrawn(ink, pieces), numbers, numbers.size())) {
      meant.at(scored.character)->score = scored.score;
    }
  }
}

void InkRanking::Sort(std::vector<Candidate>& candidates, std::size_t most) {
  const std::size_t size = std::min(candidates.size(), most);
  std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(size),
                    candidates.end(),
                    [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; });
  candidates.resize(size);
}

}  // namespace studio
