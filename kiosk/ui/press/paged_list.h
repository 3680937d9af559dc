// A list that is longer than its place: big buttons page it, a finger may drag it.
//   if (PagedList list(frame, rect, "villages", state, count, row_height); true)
//     for (int i = list.First(); i < list.End(); ++i) ListRow(frame, list.Row(i), ...);
// Rows outside the place are clipped while the object lives; the buttons are drawn at its end.
#pragma once

#include <string>
#include <string_view>

#include "ui/kit/frame.h"

namespace studio {

// The screen keeps it.
struct ScrollState {
  float offset = 0;       // pixels from the top
  float drag_origin = 0;  // offset where the finger came down
  bool dragging = false;
};

class PagedList {
 public:
  // `gap` lies between rows. Buttons take a strip at the foot of `rect` only where needed.
  PagedList(Frame& frame, const Rect& rect, std::string_view label, ScrollState& state, int count,
            float row_height, float gap = 0);
  ~PagedList();
  PagedList(const PagedList&) = delete;
  PagedList& operator=(const PagedList&) = delete;

  int First() const { return first_; }
  int End() const { return end_; }
  Rect Row(int index) const;

 private:
  void Drag();
  void DrawButtons();

  Frame& frame_;
  ScrollState& state_;
  std::string label_;
  Rect view_, buttons_;
  float row_height_, gap_, content_ = 0;
  int first_ = 0, end_ = 0;
};

}  // namespace studio
