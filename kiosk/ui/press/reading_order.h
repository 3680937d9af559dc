// The order in which targets are read: row by row from the top, in a row from the left; what stands
// side by side in columns is read column by column.
#pragma once

#include <vector>

#include "ui/kit/screen_text.h"

namespace studio {

// Those that are enabled.
std::vector<const Tappable*> InReadingOrder(const std::vector<Tappable>& targets);

}  // namespace studio
