// A page with one of everything, to look at and to measure.
#pragma once

#include <string>

#include "ui/press/paged_list.h"
#include "ui/press/widgets.h"

namespace studio {

// What the pages of a gallery keep between frames.
struct Gallery {
  int tapped = 0;
  bool chosen = true;
  bool on = true;
  int people = 3;
  std::string digits = "037";
  ScrollState scroll;

  void DrawHome(Frame& frame);
  void DrawCategories(Frame& frame);
  void DrawRows(Frame& frame);
  void DrawWords(Frame& frame);

 private:
  void DrawDuty(Frame& frame, Rect card);
  void DrawTop(Frame& frame, Rect strip);
  void DrawTitleLines(Frame& frame, Rect strip);
};

}  // namespace studio
