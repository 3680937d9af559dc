// Where the text being written is seen: wrapped softly, with a caret that a tap moves, and buttons
// that page it where it is longer than its place. Says how much still fits when the limit nears.
#pragma once

#include <string_view>

#include "app/saying/text_draft.h"
#include "ui/kit/frame.h"

namespace studio {

// The screen keeps it; none of it is text.
struct TextAreaState {
  float offset = 0;  // pixels from the top
  float drag_origin = 0;
  bool dragging = false;
  // As last shown: a caret that moved comes into sight.
  std::size_t caret = 0, size = 0;
};

struct TextAreaLook {
  std::string_view placeholder{};
  bool refused = false;  // what somebody wanted to write last did not fit
};

void DrawTextArea(Frame& frame, const Rect& rect, std::string_view label, TextDraft& draft,
                  TextAreaState& state, TextAreaLook look);

}  // namespace studio
