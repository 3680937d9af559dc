// What a villager may set for the visit, on every page: read to me, large letters, contrast.
#pragma once

#include "ui/host/reading_aloud.h"
#include "ui/kit/frame.h"

namespace studio {

class VisitModes {
 public:
  explicit VisitModes(const WaysOfSaying& ways) : reading(ways) {}

  float Width(const Frame& frame) const;
  // At the right of `row`, which loses them.
  void Draw(Frame& frame, Rect& row);
  void End();  // the visit is over: as nobody has set anything

  ThemeChoice theme;
  ReadingAloud reading;
};

}  // namespace studio
