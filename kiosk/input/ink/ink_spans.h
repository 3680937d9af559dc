// The parts of an ink's path that may be one stroke each, and the steps that lead from one stroke
// to the next: a line for a stroke mostly, but several strokes may lie in one line, and one stroke
// in two lines that touch.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "input/ink/ink_path.h"
#include "input/ink/stroke_kinds.h"

namespace studio {

// Costs beside those of the strokes' kinds. Lengths are shares of the ink's side.
struct SpanWeights {
  float joined = 0.41F;                         // the next stroke follows in the same line
  float link = 0.14F;                           // the way to it is drawn as well
  float link_right = 0.43F, link_down = 0.58F;  // for how much that way goes where strokes go
  float bent = 1.32F;                           // that way has a corner
  float tail = 1.88F;   // the line ends with a hook that belongs to no stroke
  float hook = 15;      // for how long that is
  float split = 1.41F;  // the finger was lifted within the stroke
  float gap = 12;       // for how far it came down from where it was lifted
};

struct InkSpan {
  std::uint16_t first = 0, last = 0;  // corners of the path, both included
  KindCosts costs{};
};

// From the corner where a stroke begins to the one where the next begins.
struct InkStep {
  std::uint16_t from = 0, to = 0, span = 0;
  float cost = 0;
};

struct InkSpans {
  std::vector<InkSpan> spans;
  std::array<std::vector<InkStep>, kStrokeKinds> steps;  // of each kind
  std::vector<std::uint16_t> lines;                      // the span of each line as a whole
  std::uint16_t end = 0;                                 // the corner after the last
};

InkSpans SpansOf(const InkPath& path, const SpanWeights& weights);

}  // namespace studio
