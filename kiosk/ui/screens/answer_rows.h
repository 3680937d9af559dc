// What somebody has answered, row by row on one card, to be looked at before it is sent. One of the
// answers may be long: it takes what the others leave, and pages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/frame.h"

namespace studio {

struct Answer {
  std::string_view title;
  std::string text;
  bool long_words = false;
};

class AnswerRows {
 public:
  // From the top of `area`; the height used.
  float Draw(Frame& frame, const Rect& area, const std::vector<Answer>& answers);

 private:
  void DrawLong(Frame& frame, Rect row, std::string_view text);

  std::size_t page_ = 0;  // of the long one
};

}  // namespace studio
