// What a drawn character may be: zinnia's opinion of its shape, the table's of its strokes, and how
// common each character is, in one order. Either of model and table may be missing.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "input/ink_strokes_table.h"
#include "input/stroke_match.h"
#include "input/zinnia_model.h"

namespace studio {

// Beside the strokes' own costs; found by search on centre lines of characters, see README.md.
struct InkWeights {
  MatchWeights match;
  float rare = 0.41F;   // of a character's rarity
  float shape = 3.3F;   // of zinnia's score
  float faint = -1.2F;  // zinnia's score of what it is not asked about
  float worst = -1.3F;  // nothing scores less: some of its characters have strokes in other orders
};

class InkRanking {
 public:
  InkRanking(std::optional<ZinniaModel> model, std::optional<InkStrokesTable> table);

  // Best first. An ink without strokes is nothing.
  std::vector<std::string> Rank(const Ink& ink, const InkWeights& weights = {}) const;

 private:
  struct Candidate {
    StrokeMatch match;
    std::uint32_t number = ZinniaModel::kNone;  // in the model
    float score = 0;                            // zinnia's
    float cost = 0;
  };
  std::vector<Candidate> ByStrokes(std::span<const DrawnStroke> drawn,
                                   const InkWeights& weights) const;
  void AskForShape(const Ink& ink, std::span<const DrawnStroke> drawn,
                   std::vector<Candidate>& candidates, const MatchWeights& weights) const;
  static void Sort(std::vector<Candidate>& candidates, std::size_t most);

  std::optional<ZinniaModel> model_;
  std::optional<InkStrokesTable> table_;
  std::vector<std::uint32_t> numbers_;  // the table's characters in the model
};

}  // namespace studio
