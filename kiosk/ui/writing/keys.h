// Keys of the keyboard on the screen. They act where and when the finger comes down, and answer at
// once by turning red under it.
#pragma once

#include <string_view>

#include "app/saying/keyboard.h"
#include "ui/kit/frame.h"

namespace studio {

// Of a delete key that is held down; the screen keeps it.
struct KeyHold {
  std::int64_t next_ms = -1;  // monotonic, of the next repeat
};

struct KeyLook {
  std::string_view icon{};   // instead of the label
  std::string_view shown{};  // instead of the label
  std::string_view name{};   // small, under what is shown
  bool dark = false;
  bool enabled = true;
};

// The sheet of a key with its darker foot.
void DrawKeySheet(Frame& frame, const Rect& rect, Colour colour, Colour foot);
bool Key(Frame& frame, const Rect& rect, std::string_view label, KeyLook look = {});
// True when pressed, after half a second ten times a second while held.
bool DeleteKey(Frame& frame, const Rect& rect, KeyHold& hold);
// Pages candidates.
bool TurnKey(Frame& frame, const Rect& rect, std::string_view label, std::string_view icon,
             bool enabled);

// The keys of each way of writing, in the whole of `rect`.
struct KeyTarget {
  Keyboard& keyboard;
  TextDraft& draft;
  KeyHold& hold;
  bool line_break = true;  // a key for it
};
void DrawLetterKeys(Frame& frame, const Rect& rect, const KeyTarget& target);
void DrawStrokeKeys(Frame& frame, const Rect& rect, const KeyTarget& target);
void DrawDigitKeys(Frame& frame, const Rect& rect, const KeyTarget& target);
void DrawSymbolKeys(Frame& frame, const Rect& rect, const KeyTarget& target);
// Under the pad: undo, clear, marks, delete.
void DrawInkKeys(Frame& frame, const Rect& rect, const KeyTarget& target);

}  // namespace studio
