// What the keyboard offers, to be tapped. A candidate is never cut: it may be a whole sentence.
#pragma once

#include <string>
#include <vector>

#include "app/saying/keyboard.h"
#include "ui/kit/frame.h"

namespace studio {

struct CandidateCell {
  std::size_t index = 0;
  Rect rect;
  float size = 0;  // of its letters, pixels
};

// As many of the candidates from `first` on as find room in `rows` rows of `rect`, at least one;
// in letters as large as let them all in.
std::vector<CandidateCell> LayOutCandidates(const Frame& frame, const Rect& rect,
                                            const std::vector<std::string>& candidates,
                                            std::size_t first, int rows);

// What was pressed, two rows of candidates and the buttons that page them.
void DrawCandidateBar(Frame& frame, Rect rect, Keyboard& keyboard, TextDraft& draft,
                      std::string_view hint);
// The characters that ink may be: a column of pairs beside the pad.
void DrawInkCandidates(Frame& frame, const Rect& rect, Keyboard& keyboard, TextDraft& draft);

}  // namespace studio
