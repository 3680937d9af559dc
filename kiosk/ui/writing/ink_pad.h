// Handwriting on the screen: the pad that a finger draws on, and ink as it was drawn.
#pragma once

#include "app/saying/keyboard.h"
#include "ui/kit/frame.h"

namespace studio {

// One character, 0 to kInkSide across the square `rect`.
void DrawInk(Frame& frame, const Rect& rect, const Ink& ink, float thickness, Colour colour);
// A name's characters side by side from the left, as large as fits; each a small sheet. Returns the
// width used.
float DrawInkName(Frame& frame, const Rect& rect, const std::vector<Ink>& characters);
// The square pad with its guide lines. What a finger draws goes to the keyboard, also when it
// leaves the pad on the way; nothing else is pressed by it.
void DrawInkPad(Frame& frame, const Rect& rect, Keyboard& keyboard);

}  // namespace studio
