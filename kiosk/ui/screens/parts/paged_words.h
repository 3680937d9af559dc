// A long text on pages: as many lines as find room, and big buttons where there are more. Nothing
// is clipped, whatever characters it has.
#pragma once

#include <string_view>

#include "ui/kit/frame.h"
#include "ui/kit/text.h"

namespace studio {

// Draws page `page` of it, which the buttons turn; one that there is not becomes the last.
void DrawPagedWords(Frame& frame, Rect area, std::string_view words, const TextStyle& style,
                    std::size_t& page);
// The beginning of it that finds room in `area`, in whole lines.
void DrawFirstWords(Frame& frame, const Rect& area, std::string_view words, const TextStyle& style);

}  // namespace studio
