// Who says it: with a name or without, how many people, and the fields that lead to the pages on
// which names and the telephone number are written.
#pragma once

#include "ui/screens/parts/screen_parts.h"
#include "ui/screens/request/request_foot.h"
#include "ui/screens/request/request_name_page.h"
#include "ui/screens/request/request_phone_page.h"

namespace studio {

class RequestWhoPage {
 public:
  RequestWhoPage(const ScreenParts& parts, RequestFlow& flow)
      : theme_(parts.modes.theme), flow_(flow), name_page_(parts.ways, flow), phone_page_(flow) {}

  // `as_before`: how they wrote until now.
  RequestTap Draw(Frame& frame, const Rect& area, WritingMode as_before);
  // From a page that lies over this one; false: none does.
  bool StepBack();

 private:
  RequestTap DrawQuestions(Frame& frame, Rect area, WritingMode as_before);
  void DrawVisibility(Frame& frame, Rect& area, bool crowded);
  void DrawWhoReads(Frame& frame, Rect& area, bool crowded);
  void DrawIdentity(Frame& frame, Rect area, WritingMode as_before);

  const ThemeChoice& theme_;
  RequestFlow& flow_;
  RequestNamePage name_page_;
  RequestPhonePage phone_page_;
};

}  // namespace studio
