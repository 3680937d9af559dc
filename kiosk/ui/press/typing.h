// Text from a physical keyboard (and an input method's commits) into a draft.
#pragma once

#include "app/saying/keyboard.h"
#include "app/saying/text_draft.h"
#include "ui/kit/frame.h"

namespace studio {

// Inserts what was typed this frame at the draft's caret; backspace and arrows work, Enter starts a
// line where `multi_line`. True where anything was typed.
bool ApplyTyping(const Frame& frame, TextDraft& draft, bool multi_line = false);
// The same beside a keyboard on the screen: backspace takes what is unfinished there first.
bool ApplyTyping(const Frame& frame, TextDraft& draft, Keyboard& keyboard, bool multi_line);

}  // namespace studio
