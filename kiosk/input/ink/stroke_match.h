// The steps through an ink laid beside the strokes of every character of the table: what each
// costs, and which part of the ink is which stroke.
#pragma once

#include <optional>
#include <vector>

#include "input/ink/ink_spans.h"
#include "input/ink/ink_strokes_table.h"

namespace studio {

// Costs beside those of the steps.
struct MatchWeights {
  float missing = 5;        // of the code, not drawn
  float extra = 5;          // a line that is not in the code
  float swapped = 1.7F;     // two strokes in the other order
  float begun = 1.88F;      // the code goes on
  float ahead = 0.06F;      // for each stroke that it goes on
  float shuffled = 10.26F;  // the same kinds in any order
  float unlike = 1.41F;     // for each kind too many or too few, shuffled
  float rare = 0.55F;       // of a character's rarity
};

struct StrokeMatch {
  std::uint32_t code = 0;  // of the table
  float cost = 0;
  bool begun = false;     // the character has more strokes than are drawn yet
  bool shuffled = false;  // its strokes are drawn in quite another order
};

// The best code of each character that could be meant, at most `most`, the likeliest first.
std::vector<StrokeMatch> MatchStrokes(const InkStrokesTable& table, const InkSpans& ink,
                                      const MatchWeights& weights, std::size_t most);

// Which span of the ink each stroke of the code is; nothing where it is not drawn.
std::vector<std::optional<std::uint16_t>> Aligned(const InkStrokesTable::Code& code,
                                                  const InkSpans& ink, const MatchWeights& weights);

}  // namespace studio
