// What somebody has answered, row by row on one card, to be looked at before it is sent. One of the
// answers may be long: it takes what the others leave, and pages.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/kit/frame.h"

namespace studio {

struct Answer {
  std::string_view title;
  std::string text;
  bool long_words = false;
  bool change = false;  // with 改
};

class AnswerRows {
 public:
  // From the top of `area`; the height used.
  float Draw(Frame& frame, const Rect& area, const std::vector<Answer>& answers);
  std::optional<std::size_t> changed() const { return changed_; }  // whose 改 was tapped just now

 private:
  void DrawLong(Frame& frame, Rect row, std::string_view text);

  std::optional<std::size_t> changed_;
  std::size_t page_ = 0;  // of the long one
};

}  // namespace studio
