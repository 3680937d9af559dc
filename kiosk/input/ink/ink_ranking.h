// What a drawn character may be: zinnia's opinion of its shape, the table's of its strokes, and how
// common each character is, in one order. Either of model and table may be missing.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "input/ink/ink_shapes.h"
#include "input/ink/ink_strokes_table.h"
#include "input/ink/stroke_match.h"
#include "input/ink/zinnia_model.h"

namespace studio {

// Beside the strokes' own costs; found by search on centre lines of characters, see README.md.
struct InkWeights {
  SpanWeights span;
  MatchWeights match;
  float shape = 2.67F;   // of zinnia's score
  float faint = -1.3F;   // zinnia's score of what it is not asked about
  float worst = -1.5F;   // nothing scores less: some of its characters have strokes in other orders
  float surest = 0.75F;  // nor more: a wrong one may please it better than the right one
  float reordered = 0.25F;  // less of it for each two strokes in the other order
  float as_drawn = 0.23F;   // less of zinnia's score for the ink as it was drawn

  float OfShape(float score) const;  // what such a score of zinnia's costs
};

class InkRanking {
 public:
  InkRanking(std::optional<ZinniaModel> model, std::optional<InkStrokesTable> table);

  // Best first; what zinnia alone puts first is among the first eight. An ink without strokes is
  // nothing.
  std::vector<std::string> Rank(const Ink& ink, const InkWeights& weights = {}) const;

 private:
  struct Candidate {
    std::uint32_t character = 0;  // of the table
    float cost = 0;
    float score = 0;                                    // of its shape
    std::vector<std::optional<std::uint16_t>> strokes;  // spans of the ink
  };
  static void Sort(std::vector<Candidate>& candidates, std::size_t most);
  std::vector<Candidate> ByStrokes(const Ink& ink, const std::vector<float>& as_drawn,
                                   const InkPath& path, const InkSpans& spans,
                                   const InkWeights& weights) const;

  std::optional<ZinniaModel> model_;
  std::optional<InkStrokesTable> table_;
  std::vector<std::uint32_t> numbers_;  // the table's characters in the model
};

}  // namespace studio
