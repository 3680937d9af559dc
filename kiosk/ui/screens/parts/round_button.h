// The huge round button of the pages where people speak or take a photo: a disc with an icon, its
// label under it, both to be touched.
#pragma once

#include <string_view>

#include "ui/kit/frame.h"

namespace studio {

// As high as fits into `rect`, in the middle of it; a plain wide button where there is no height
// for a disc. True when tapped.
bool RoundButton(Frame& frame, const Rect& rect, std::string_view label, std::string_view icon,
                 bool enabled = true);
// The disc alone, as RoundButton draws it in that place; empty where it draws none.
Rect RoundButtonDisc(const Frame& frame, const Rect& rect);

}  // namespace studio
