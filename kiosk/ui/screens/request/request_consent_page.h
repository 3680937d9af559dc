// What is written down and who reads it, to be agreed to.
#pragma once

#include "ui/screens/request/request_foot.h"

namespace studio {

class RequestConsentPage {
 public:
  RequestConsentPage(const ThemeChoice& theme, RequestFlow& flow) : theme_(theme), flow_(flow) {}
  RequestTap Draw(Frame& frame, Rect area);

 private:
  const ThemeChoice& theme_;
  RequestFlow& flow_;
};

}  // namespace studio
