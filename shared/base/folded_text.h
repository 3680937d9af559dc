// Text made equal where it means the same, to be compared or read as a number; never to be shown or
// kept. How wide a letter or digit is, which of several numbers Unicode has for one ideograph
// (those of Kangxi radicals, of compatibility), which dot stands between parts of a name: none of
// that makes another name.
#pragma once

#include <string>
#include <string_view>

namespace studio {

// One line of narrow letters and ASCII digits (of any script's digits), radicals as the characters
// that they look like, nothing unseen, no spaces around it; NFKC.
std::string FoldedText(std::string_view text);
// The digits in a text, ASCII, whatever they were written in: of a telephone, a PIN, a number.
std::string DigitsIn(std::string_view text);
// Two names are the same where their keys are: FoldedText without spaces, letters small, any middle
// dot as "·".
std::string NameKey(std::string_view name);

}  // namespace studio
