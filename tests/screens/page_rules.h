// What must hold of every page, whatever it shows: room for fingers, nothing cut, nothing over
// anything else. Each answers with what is wrong, one line each.
#pragma once

#include <string>
#include <vector>

#include "ui/kit/screen_text.h"
#include "ui/kit/theme.h"

namespace studio {

using Faults = std::vector<std::string>;

Faults TouchFaults(const ScreenText& screen, const Theme& theme, const Rect& drawing);
Faults TextFaults(const ScreenText& screen, const Rect& drawing);
// Two targets that share an id take each other's finger.
Faults IdFaults(const ScreenText& screen);
// The ring after each Tab, as many as there are targets and one more: it comes to each of them
// once, as they are read, seen whole, and lies on no text.
Faults RingFaults(const ScreenText& screen, const std::vector<ScreenText::Ring>& rings,
                  const Rect& drawing);
// Texts under a footer button: half on it, half off.
Faults OverlapFaults(const ScreenText& screen);

}  // namespace studio
