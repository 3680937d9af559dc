// Drawn strokes laid beside the strokes of every character of the table: what each costs, and how
// the ink must be redrawn to be what the character's code says.
#pragma once

#include <span>
#include <vector>

#include "input/ink_strokes_table.h"
#include "input/stroke_kinds.h"
#include "shared/record/ink.h"

namespace studio {

// Costs beside those of the strokes' kinds.
struct MatchWeights {
  float joined = 0.9F;    // two strokes in one line
  float missing = 3.9F;   // of the code, not drawn
  float extra = 3.7F;     // drawn, not in the code
  float swapped = 2;      // two strokes in the other order
  float begun = 1.5F;     // the code goes on
  float ahead = 0.06F;    // for each stroke that it goes on
  float shuffled = 5.6F;  // the same kinds in any order
  float unlike = 1.5F;    // for each kind too many or too few, shuffled
};

struct StrokeMatch {
  std::uint32_t code = 0;  // of the table
  float cost = 0;
  bool begun = false;  // the character has more strokes than are drawn yet
};

// The best code of each character that could be meant, in the order of the characters' numbers.
std::vector<StrokeMatch> MatchStrokes(const InkStrokesTable& table,
                                      std::span<const DrawnStroke> drawn,
                                      const MatchWeights& weights);

// Which points of which drawn stroke, both ends included, make one stroke of the code.
struct StrokePiece {
  std::size_t stroke = 0, first = 0, last = 0;
  auto operator<=>(const StrokePiece&) const = default;
};

// The ink cut and put in order as the code has it; strokes that the code lacks stay where they are.
std::vector<StrokePiece> Pieces(const InkStrokesTable::Code& code, const Ink& ink,
                                std::span<const DrawnStroke> drawn, const MatchWeights& weights);
Ink Redrawn(const Ink& ink, std::span<const StrokePiece> pieces);

}  // namespace studio
