// What of a page is read aloud, in reading order: each target with all that stands on it, and every
// text that stands by itself. Keys are not read, nor what lies in a quiet place.
#pragma once

#include <string>
#include <vector>

#include "ui/kit/screen_text.h"

namespace studio {

struct SpokenBlock {
  Rect rect;  // pixels, on the screen
  std::vector<std::string> sentences;
};

std::vector<SpokenBlock> SpokenBlocks(const ScreenText& screen);

}  // namespace studio
