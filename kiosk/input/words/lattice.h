// The words that letters may stand for, one behind the other, and the likeliest ways through them:
// what the model of sentences and the two typists of Accents together hold likely. It grows and
// shrinks by a letter, and only the last letter's part is worked out anew.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "input/words/lexicon.h"
#include "input/words/readings.h"
#include "input/words/sentence_model.h"
#include "input/words/village_model.h"

namespace studio {

class Lattice {
 public:
  static constexpr std::size_t kMostLetters = 64;

  // What came before, as far as it matters.
  struct Context {
    SentenceModel::State state;
    VillageModel::Before village;
  };
  struct Found {
    std::string text;
    std::size_t letters = 0;  // how many it takes
    float score = 0;          // log10 of how likely it is, with the likeliest rest
    bool full = false;        // every syllable was spelled to its end
    bool one_word = false;
    bool counties = false;  // one word, and not of the first lexicon
    Context after;
  };

  // All outlive it. Lexicons have the same syllables.
  Lattice(const SentenceModel& model, const VillageModel& village, const Readings& readings,
          std::vector<const Lexicon*> lexicons);

  static Context Begin(const SentenceModel& model) {
    return {model.Begin(), {VillageModel::kEdge, VillageModel::kNone}};
  }

  void Restart(const Context& before);
  // apart: a syllable ends before this letter. Not beyond kMostLetters.
  void Add(char letter, bool apart);
  void RemoveLast();

  // Different texts that take all letters, likeliest first; at most so many.
  std::vector<Found> Sentences(std::size_t at_most) const;
  // Every word that the letters may begin with, likeliest first.
  std::vector<Found> FirstWords() const;
  // The letters with spaces between the syllables of the likeliest sentence.
  std::string Parted() const;

 private:
  // What the last syllable of something is spelled with.
  enum class End : std::uint8_t {
    kWhole,
    kConsonant,  // a consonant; no vowel may follow
    kBegun,      // another beginning; only at the end of all letters
  };
  struct Costs {
    float plain = 0, accented = 0;
    int brief = 0;  // syllables not spelled to their end
    End end = End::kWhole;
    std::uint64_t cuts = 0;  // bit i: a syllable ends before letter i
  };
  // Words that are not at their end.
  struct Begun {
    const Lexicon* lexicon = nullptr;
    Lexicon::Range range;
    std::uint8_t start = 0, depth = 0;
    Costs costs;
  };
  struct Edge {
    const Lexicon* lexicon = nullptr;
    const Lexicon::Word* word = nullptr;
    std::uint8_t start = 0;
    std::uint32_t in_model = 0;
    float alone = 0;  // how likely by itself and spelled like this
    float first = 0;  // as the first word
    Costs costs;
    Context after;  // as the first word
  };
  struct Way {
    float score = 0, model = 0;
    Costs costs;
    std::uint64_t hash = 0;    // of the text
    std::uint16_t edge = 0;    // of this node
    std::uint16_t before = 0;  // of the node where the edge starts
    std::uint8_t words = 0;
    Context context;
  };
  struct Node {
    std::vector<Begun> begun;
    std::vector<Edge> edges;
    std::vector<Way> ways;  // best first
  };

  bool MayGoOn(End end, std::size_t at) const;
  void Extend(std::size_t from, const std::vector<Readings::Reading>& readings, End end, int brief);
  void TakeEdges(const Begun& begun);
  void Prune(std::vector<Edge>& edges) const;
  void FindWays(Node& node);
  float ScoreAfter(const Context& before, const Edge& edge, Context& after) const;
  float ScoreOfEnd(const Context& before) const;
  Way Follow(const Way& before, const Edge& edge) const;
  std::string TextOf(std::size_t node, const Way& way) const;

  const SentenceModel& model_;
  const VillageModel& village_;
  const Readings& readings_;
  const std::vector<const Lexicon*> lexicons_;
  const std::uint32_t end_;  // of a sentence, in the model
  std::string letters_;
  std::uint64_t apart_ = 0;  // bit i: a syllable ends before letter i
  std::vector<Node> nodes_;  // one more than letters
};

}  // namespace studio
