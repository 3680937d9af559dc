// The lower part of a page where somebody writes: tabs with the ways of saying it, one tap apart,
// and below them the one chosen. A way that does not work here stays in its place and says why.
#pragma once

#include <span>

#include "ui/writing/keys.h"

namespace studio {

// Where the parts of a page with a keyboard lie. Portrait: one under the other; landscape: what is
// written at the left, the keyboard at the right down to the lower edge.
struct WritingPlaces {
  Rect page;    // question, text and what belongs to it
  Rect footer;  // the row of buttons
  Rect bed;     // the keyboard's ground
  Rect panel;   // the keyboard
};
WritingPlaces PlacesForWriting(const Frame& frame, Rect area);

struct KeyboardPanelLook {
  std::span<const WritingMode> modes;  // the tabs
  bool line_break = true;
};

struct KeyboardPanelState {
  KeyHold hold;
};

// Draws bed, tabs and keys. Returns the place for what the page draws itself (ready sentences,
// voice), empty where the keyboard has drawn all of it.
Rect DrawKeyboardPanel(Frame& frame, const WritingPlaces& places, Keyboard& keyboard,
                       TextDraft& draft, KeyboardPanelState& state, const KeyboardPanelLook& look);

}  // namespace studio
