#include "input/words/lattice.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_set>

namespace studio {
namespace {

constexpr std::size_t kWaysKept = 16;      // at each letter
constexpr std::size_t kBegunWaysKept = 8;  // of those that end with a syllable begun
constexpr std::size_t kWordsOfRange = 24;  // with the same syllables
constexpr std::size_t kWordsOfSpan = 40;   // that take the same letters

// log10 of probabilities.
constexpr float kAccent = -1.2F;   // that somebody writes with an accent
constexpr float kBrief = -1;       // that a syllable is not spelled to its end
constexpr float kSkipped = -8;     // that a letter belongs to no syllable
constexpr float kUnknown = -0.5F;  // of a word that libime does not know, beside its frequency
constexpr float kMostGained = 4;   // by the words before, over how likely a word is alone

constexpr float kVillage = 0.85F;  // how much of what is written is as the village's model says
constexpr float kEnd = 0.5F;  // how much it counts that a sentence may end where the letters do

constexpr float kThousandths = 0.001F;

bool IsVowel(char letter) {
  return std::string_view("aeiouv").find(letter) != std::string_view::npos;
}

bool HasVowel(std::string_view letters) {
  return std::any_of(letters.begin(), letters.end(), IsVowel);
}

std::uint64_t Hash(std::uint64_t hash, std::string_view text) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return hash;
}

float Spelled(float plain, float accented) { return std::max(-plain, kAccent - accented); }

float Mixed(float score, float in_village) {
  if (in_village == 0) return score + std::log10(1 - kVillage);
  return score + std::log10(1 - kVillage + kVillage * in_village * std::pow(10.0F, -score));
}

}  // namespace

Lattice::Lattice(const SentenceModel& model, const VillageModel& village, const Readings& readings,
                 std::vector<const Lexicon*> lexicons)
    : model_(model),
      village_(village),
      readings_(readings),
      lexicons_(std::move(lexicons)),
      end_(model.IndexOf("</s>")) {
  Restart(Begin(model));
}

void Lattice::Restart(const Context& before) {
  letters_.clear();
  apart_ = 0;
  nodes_.assign(1, {});
  Way root;
  root.context = before;
  nodes_[0].ways.push_back(root);
}

void Lattice::Add(char letter, bool apart) {
  const std::size_t end = letters_.size() + 1;
  if (apart) apart_ |= std::uint64_t{1} << letters_.size();
  letters_ += letter;
  nodes_.emplace_back();
  const auto each = [&](auto&& take) {
    for (std::size_t n = 1; n <= std::min(Readings::kLongest, end); ++n) {
      take(end - n, std::string_view(letters_).substr(end - n));
      if (apart_ >> (end - n) & 1) break;
    }
  };
  each([&](std::size_t from, std::string_view syllable) {
    if (HasVowel(syllable)) Extend(from, readings_.Spelled(syllable), End::kWhole, 0);
  });
  const bool whole = !nodes_[end].edges.empty() || !nodes_[end].begun.empty();
  each([&](std::size_t from, std::string_view syllable) {
    if (HasVowel(syllable)) {
      if (readings_.Spelled(syllable).empty()) {
        Extend(from, readings_.Begun(syllable), End::kBegun, 1);
      }
    } else if (!whole) {
      Extend(from, readings_.Spelled(syllable), End::kConsonant, 0);
      Extend(from, readings_.Begun(syllable), End::kConsonant, 1);
    }
  });
  FindWays(nodes_[end]);
}

void Lattice::RemoveLast() {
  if (letters_.empty()) return;
  letters_.pop_back();
  nodes_.pop_back();
  apart_ &= (std::uint64_t{1} << letters_.size()) - 1;
}

bool Lattice::MayGoOn(End end, std::size_t at) const {
  if (at == letters_.size()) return true;
  if (end == End::kBegun) return false;
  return end == End::kWhole || !IsVowel(letters_[at]) || (apart_ >> at & 1);
}

void Lattice::Extend(std::size_t from, const std::vector<Readings::Reading>& readings, End end,
                     int brief) {
  if (readings.empty()) return;
  const std::size_t to = letters_.size();
  const auto extend = [&](const Begun& begun) {
    for (const Readings::Reading& reading : readings) {
      Begun next = begun;
      next.range = begun.lexicon->Next(begun.range, begun.depth, reading.syllable);
      if (next.range.empty()) continue;
      ++next.depth;
      next.costs.plain += reading.plain;
      next.costs.accented += reading.accented;
      next.costs.brief += brief;
      next.costs.end = end;
      if (from > 0) next.costs.cuts |= std::uint64_t{1} << from;
      TakeEdges(next);
      if (end != End::kBegun) nodes_[to].begun.push_back(next);
    }
  };
  const Node& node = nodes_[from];
  for (const Begun& begun : node.begun) {
    if (MayGoOn(begun.costs.end, from)) extend(begun);
  }
  const bool reached = std::any_of(node.ways.begin(), node.ways.end(),
                                   [&](const Way& way) { return MayGoOn(way.costs.end, from); });
  if (!reached) return;
  for (const Lexicon* lexicon : lexicons_) {
    extend({lexicon, lexicon->all(), static_cast<std::uint8_t>(from), 0, {}});
  }
}

void Lattice::TakeEdges(const Begun& begun) {
  const Lexicon::Range range = begun.lexicon->Ending(begun.range, begun.depth);
  const std::uint32_t size = range.end - range.begin;
  const std::uint32_t taken =
      begun.start == 0 ? size : std::min<std::uint32_t>(size, kWordsOfRange);
  for (std::uint32_t at = range.begin; at < range.begin + taken; ++at) {
    const Lexicon::Word& word = begun.lexicon->word(at);
    Edge edge;
    edge.lexicon = begun.lexicon;
    edge.word = &word;
    edge.start = begun.start;
    edge.costs = begun.costs;
    edge.alone = static_cast<float>(word.alone) * kThousandths +
                 Spelled(begun.costs.plain, begun.costs.accented) +
                 static_cast<float>(begun.costs.brief) * kBrief;
    nodes_.back().edges.push_back(edge);
  }
}

// Keeps the likeliest of those that start at the same letter, and all that start at the first.
void Lattice::Prune(std::vector<Edge>& edges) const {
  std::stable_sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) {
    return a.start != b.start ? a.start < b.start : a.alone > b.alone;
  });
  std::size_t kept = 0, of_span = 0;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    of_span = i > 0 && edges[i].start == edges[i - 1].start ? of_span + 1 : 0;
    if (edges[i].start > 0 && of_span >= kWordsOfSpan) continue;
    if (kept != i) edges[kept] = edges[i];
    ++kept;
  }
  edges.resize(kept);
}

void Lattice::FindWays(Node& node) {
  Prune(node.edges);
  std::vector<Way> ways;
  float worst = -std::numeric_limits<float>::infinity();
  const auto better = [](const Way& a, const Way& b) { return a.score > b.score; };
  const auto shrink = [&] {
    std::stable_sort(ways.begin(), ways.end(), better);
    std::unordered_set<std::uint64_t> known;
    std::size_t whole = 0, others = 0;
    std::erase_if(ways, [&](const Way& way) {
      if (!known.insert(way.hash).second) return true;
      if (way.costs.end != End::kWhole) return ++others > kBegunWaysKept;
      if (++whole == kWaysKept) worst = way.score;
      return whole > kWaysKept;
    });
  };
  for (std::size_t i = 0; i < node.edges.size(); ++i) {
    Edge& edge = node.edges[i];
    edge.in_model = model_.IndexOf(edge.lexicon->TextOf(*edge.word));
    for (const Way& before : nodes_[edge.start].ways) {
      if (edge.start > 0 && before.score + edge.alone + kMostGained < worst) break;
      if (!MayGoOn(before.costs.end, edge.start)) continue;
      Way way = Follow(before, edge);
      way.edge = static_cast<std::uint16_t>(i);
      way.before = static_cast<std::uint16_t>(&before - nodes_[edge.start].ways.data());
      if (edge.start == 0) {
        edge.first = way.score;
        edge.after = way.context;
      }
      if (way.score < worst) continue;
      ways.push_back(way);
      if (ways.size() >= 8 * kWaysKept) shrink();
    }
  }
  shrink();
  node.ways = std::move(ways);
}

// Both models together: with the village's for a share of what is written.
float Lattice::ScoreAfter(const Context& before, const Edge& edge, Context& after) const {
  const Lexicon::Word& word = *edge.word;
  const float reading = static_cast<float>(word.reading) * kThousandths;
  float score;
  if (edge.in_model == SentenceModel::kUnknown) {
    score = static_cast<float>(word.alone) * kThousandths + kUnknown - reading;
    after.state = model_.Nothing();
  } else {
    score = model_.Score(before.state, edge.in_model, after.state);
  }
  after.village = {word.village, before.village.last};
  return Mixed(score, village_.After(before.village, word.village)) + reading;
}

float Lattice::ScoreOfEnd(const Context& before) const {
  SentenceModel::State after;
  return Mixed(model_.Score(before.state, end_, after),
               village_.After(before.village, VillageModel::kEdge));
}

Lattice::Way Lattice::Follow(const Way& before, const Edge& edge) const {
  Way way;
  const float score = ScoreAfter(before.context, edge, way.context);
  way.model = before.model + score + static_cast<float>(edge.costs.brief) * kBrief;
  way.costs = edge.costs;
  way.costs.plain += before.costs.plain;
  way.costs.accented += before.costs.accented;
  way.costs.brief += before.costs.brief;
  way.costs.cuts |= before.costs.cuts;
  way.score = way.model + Spelled(way.costs.plain, way.costs.accented);
  way.hash = Hash(before.hash, edge.lexicon->TextOf(*edge.word));
  way.words = static_cast<std::uint8_t>(before.words + 1);
  return way;
}

std::string Lattice::TextOf(std::size_t node, const Way& way) const {
  std::vector<std::string_view> words;
  for (const Way* at = &way; node > 0;) {
    const Edge& edge = nodes_[node].edges[at->edge];
    words.push_back(edge.lexicon->TextOf(*edge.word));
    at = &nodes_[edge.start].ways[at->before];
    node = edge.start;
  }
  std::string text;
  for (auto word = words.rbegin(); word != words.rend(); ++word) text += *word;
  return text;
}

std::vector<Lattice::Found> Lattice::Sentences(std::size_t at_most) const {
  std::vector<Found> found;
  if (letters_.empty()) return found;
  // Here they may end: 收 ends more sentences than 首.
  std::vector<std::pair<float, const Way*>> ended;
  for (const Way& way : nodes_.back().ways) {
    ended.emplace_back(way.score + kEnd * ScoreOfEnd(way.context), &way);
  }
  std::stable_sort(ended.begin(), ended.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  for (const auto& [score, at] : ended) {
    const Way& way = *at;
    if (found.size() == at_most) break;
    found.push_back({TextOf(letters_.size(), way), letters_.size(), way.score, way.costs.brief == 0,
                     way.words == 1, false, way.context});
  }
  return found;
}

std::vector<Lattice::Found> Lattice::FirstWords() const {
  // How likely the best rest from each letter on is.
  std::vector<float> rest(nodes_.size(), -std::numeric_limits<float>::infinity());
  rest.back() = 0;
  for (std::size_t end = letters_.size(); end > 0; --end) {
    if (end < letters_.size()) rest[end] = std::max(rest[end], rest[end + 1] + kSkipped);
    for (const Edge& edge : nodes_[end].edges) {
      if (MayGoOn(edge.costs.end, end)) {
        rest[edge.start] = std::max(rest[edge.start], rest[end] + edge.alone);
      }
    }
  }
  std::vector<Found> found;
  for (std::size_t end = 1; end < nodes_.size(); ++end) {
    for (const Edge& edge : nodes_[end].edges) {
      if (edge.start > 0) break;
      if (!MayGoOn(edge.costs.end, end)) continue;
      found.push_back({std::string(edge.lexicon->TextOf(*edge.word)), end, edge.first + rest[end],
                       edge.costs.brief == 0, true, edge.lexicon != lexicons_.front(), edge.after});
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Found& a, const Found& b) { return a.score > b.score; });
  return found;
}

std::string Lattice::Parted() const {
  std::size_t reached = letters_.size();
  while (reached > 0 && nodes_[reached].ways.empty()) --reached;
  std::uint64_t cuts = apart_;
  if (reached > 0) {
    const Way& best = nodes_[reached].ways.front();
    cuts |= best.costs.cuts;
    if (reached < letters_.size()) cuts |= std::uint64_t{1} << reached;
  }
  std::string parted;
  for (std::size_t i = 0; i < letters_.size(); ++i) {
    if (i > 0 && (cuts >> i & 1)) parted += ' ';
    parted += letters_[i];
  }
  return parted;
}

}  // namespace studio
