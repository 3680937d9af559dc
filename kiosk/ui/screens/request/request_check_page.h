// Everything that was said, to be looked at before it is filed, each answer with its way to change
// it; and who helped to fill it in, with the page on which they show their badge.
#pragma once

#include "ui/kit/text.h"
#include "ui/screens/keys/helper_page.h"
#include "ui/screens/parts/screen_parts.h"
#include "ui/screens/request/request_foot.h"

namespace studio {

class RequestCheckPage {
 public:
  RequestCheckPage(const ScreenParts& parts, RequestFlow& flow)
      : theme_(parts.modes.theme), flow_(flow), helper_page_(parts) {}

  // Before each frame of the screen: what leads away from the page leads away from the camera, too.
  void Begin(Frame& frame, bool shown);
  RequestTap Draw(Frame& frame, const Rect& area);
  bool OnCode(const ScannedCode& code) { return helper_page_.OnCode(code); }
  // From the helper's page, which lies over this one; false: it does not.
  bool StepBack();

 private:
  struct Line;

  RequestTap DrawAnswers(Frame& frame, Rect area);
  void DrawRow(Frame& frame, Rect row, const Line& line);
  void DrawLongWords(Frame& frame, const Rect& area, std::string_view words,
                     const TextStyle& style);
  Rect LongWordsChange(Frame& frame, const Rect& column, Rect& row);
  float PanelHeight(const Frame& frame, float width) const;  // of whom it goes with, and its gap
  void DrawPanel(Frame& frame, Rect& area);
  float HelperHeight(const Frame& frame, float width) const;
  void DrawHelper(Frame& frame, Rect area);

  const ThemeChoice& theme_;
  RequestFlow& flow_;
  HelperPage helper_page_;
  std::size_t words_page_ = 0;  // of words too long for their row
};

}  // namespace studio
