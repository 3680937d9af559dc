// A number being typed, in the groups in which it is printed, with a place for every digit still
// to come.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/kit/frame.h"

namespace studio {

using DigitGroups = std::vector<std::size_t>;

// "037482" in groups of 3, 5, 1: "037 482". What is longer follows the last group.
std::string GroupDigits(std::string_view digits, const DigitGroups& groups);
void DrawNumberField(Frame& frame, const Rect& rect, std::string_view digits,
                     const DigitGroups& groups);

}  // namespace studio
