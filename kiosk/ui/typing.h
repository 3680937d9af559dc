// Text from a physical keyboard (and an input method's commits) into a draft.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "ui/frame.h"

namespace studio {

// Appends what was typed this frame to `text`, backspace takes the last character off, Enter
// starts a line where `multi_line`. Stops at max_chars characters (code points). Control characters
// and invalid UTF-8 are dropped. True when the text changed.
bool ApplyTyping(const Frame& frame, std::string& text, std::size_t max_chars,
                 bool multi_line = false);
// Code points in a UTF-8 text.
std::size_t CountCharacters(std::string_view text);
// Takes the last code point off.
void DropLastCharacter(std::string& text);

}  // namespace studio
