// What widgets share among themselves.
#pragma once

#include <string_view>

#include "ui/press/widgets.h"

namespace studio {

// A label as people read it: without "##" and what follows.
inline std::string_view Shown(std::string_view label) { return label.substr(0, label.find("##")); }

// An icon beside a text and the gap between, in sizes of the text.
inline constexpr float kIconInLine = 1.1f, kIconGap = 0.3f;

// A card, darker while a finger is on it.
void DrawPressCard(Frame& frame, const Rect& rect, const Press& press);
// Icon and text side by side, together in the middle of `rect`.
void DrawIconAndText(Frame& frame, const Rect& rect, std::string_view icon, Colour icon_colour,
                     std::string_view text, const TextStyle& style);
// A title above one line (or more, where `lines` allows) of explanation, together in the vertical
// middle of `rect`.
void DrawTitleAndHint(Frame& frame, const Rect& rect, std::string_view title,
                      const TextStyle& title_style, std::string_view hint,
                      const TextStyle& hint_style);

}  // namespace studio
