// What somebody agrees to, line by line in plain words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/kit/frame.h"

namespace studio {

struct ConsentLine {
  std::string_view icon, title;
  std::string text;
};

// Every line as high as its words, the rest shared out between them; smaller type where the page
// is too low for the usual one.
void DrawConsentLines(Frame& frame, Rect inside, const std::vector<ConsentLine>& lines);

}  // namespace studio
