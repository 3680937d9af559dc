// Where the desk's pages lead on and where a write-up is filed: never at the same place.
#pragma once

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"

namespace studio {

struct DeskFoot {
  Rect step;
  Rect ends;  // beside the step lying down; upright a row of its own, above it
};

// Of a page that files. `area` loses what is taken.
inline DeskFoot TakeDeskFoot(const Frame& frame, Rect& area) {
  constexpr float kStepShare = 0.3f;
  const Sizes& size = frame.theme.size;
  DeskFoot foot;
  Rect footer = TakeFooter(frame, area);
  if (frame.wide) {
    foot.step = footer.TakeLeft(footer.w * kStepShare, size.gap);
    foot.ends = footer;
  } else {
    foot.step = footer;
    foot.ends = TakeEndRow(frame, area);
  }
  return foot;
}

// Of a page that does not.
inline Rect TakeDeskStep(const Frame& frame, Rect& area) {
  Rect left = area;
  const DeskFoot foot = TakeDeskFoot(frame, left);
  TakeFooter(frame, area);
  return foot.step;
}

}  // namespace studio
