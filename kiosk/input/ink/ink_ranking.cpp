#include "input/ink/ink_ranking.h"

#include <algorithm>
#include <numeric>

#include "app/saying/phrase_engine.h"

namespace studio {
namespace {

constexpr std::size_t kMatched = 400;   // by their strokes; of these the shape is looked at
constexpr std::size_t kReordered = 40;  // so many are tried with their strokes in other orders
constexpr std::size_t kOffered = 64;

std::vector<std::uint32_t> Highest(const std::vector<float>& scores, std::size_t most) {
  std::vector<std::uint32_t> best(scores.size());
  std::iota(best.begin(), best.end(), 0U);
  const auto end = best.begin() + static_cast<std::ptrdiff_t>(std::min(most, best.size()));
  std::partial_sort(best.begin(), end, best.end(),
                    [&](std::uint32_t a, std::uint32_t b) { return scores[a] > scores[b]; });
  best.erase(end, best.end());
  return best;
}

// The last on the page, unless it is there already.
void PutOnPage(const std::string& text, std::vector<std::string>& ranked) {
  const auto known = std::find(ranked.begin(), ranked.end(), text);
  const auto last = std::min(ranked.size(), kCandidatesPerPage - 1);
  const auto page_end = ranked.begin() + static_cast<std::ptrdiff_t>(last);
  if (known <= page_end && known != ranked.end()) return;
  if (known != ranked.end()) ranked.erase(known);
  ranked.insert(page_end, text);
}

}  // namespace

InkRanking::InkRanking(std::optional<ZinniaModel> model, std::optional<InkStrokesTable> table)
    : model_(std::move(model)), table_(std::move(table)) {
  if (!table_) return;
  for (const auto& character : table_->characters()) {
    numbers_.push_back(model_ ? model_->Find(character.text) : ZinniaModel::kNone);
  }
}

std::vector<std::string> InkRanking::Rank(const Ink& ink, const InkWeights& weights) const {
  std::vector<std::string> ranked;
  if (ink.empty()) return ranked;
  const InkPath path = PathOf(ink);
  const InkSpans spans = SpansOf(path, weights.span);
  std::vector<float> as_drawn;
  if (model_) as_drawn = InkShapes(*model_, ink, path, spans).AsDrawn();
  if (table_) {
    for (const Candidate& candidate : ByStrokes(ink, as_drawn, path, spans, weights)) {
      ranked.push_back(table_->characters()[candidate.character].text);
    }
  }
  if (!model_) return ranked;
  const auto alone = Highest(as_drawn, kOffered);
  if (!alone.empty()) PutOnPage(std::string(model_->TextOf(alone[0])), ranked);
  for (const std::uint32_t number : alone) {
    if (ranked.size() >= kOffered) break;
    const std::string text(model_->TextOf(number));
    if (std::find(ranked.begin(), ranked.end(), text) == ranked.end()) ranked.push_back(text);
  }
  return ranked;
}

std::vector<InkRanking::Candidate> InkRanking::ByStrokes(const Ink& ink,
                                                         const std::vector<float>& as_drawn,
                                                         const InkPath& path, const InkSpans& spans,
                                                         const InkWeights& weights) const {
  std::optional<InkShapes> shapes;
  if (model_) shapes.emplace(*model_, ink, path, spans);
  std::vector<Candidate> candidates;
  for (const StrokeMatch& match : MatchStrokes(*table_, spans, weights.match, kMatched)) {
    const auto& code = table_->codes()[match.code];
    const std::uint32_t number = numbers_[code.character];
    float score = weights.faint;
    std::vector<std::optional<std::uint16_t>> strokes;
    if (shapes && number != ZinniaModel::kNone && !match.begun) {
      score = as_drawn[number] - weights.as_drawn;
      if (!match.shuffled) strokes = Aligned(code, spans, weights.match);
      if (!match.shuffled) score = std::max(score, shapes->As(number, strokes));
    }
    const float cost = match.cost + weights.OfShape(score);
    candidates.push_back({code.character, cost, score, std::move(strokes)});
  }
  Sort(candidates, kOffered);
  if (!shapes) return candidates;
  for (std::size_t i = 0; i < std::min(candidates.size(), kReordered); ++i) {
    Candidate& candidate = candidates[i];
    if (candidate.strokes.empty()) continue;
    const float score =
        shapes->InAnyOrder(numbers_[candidate.character], candidate.strokes, weights.reordered);
    candidate.cost += weights.OfShape(std::max(score, candidate.score));
    candidate.cost -= weights.OfShape(candidate.score);
  }
  Sort(candidates, kOffered);
  return candidates;
}

float InkWeights::OfShape(float score) const { return -shape * std::clamp(score, worst, surest); }

void InkRanking::Sort(std::vector<Candidate>& candidates, std::size_t most) {
  std::sort(candidates.begin(), candidates.end(),
            [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; });
  if (candidates.size() > most) candidates.resize(most);
}

}  // namespace studio
