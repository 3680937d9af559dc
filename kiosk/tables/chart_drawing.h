// A chart of bars on a cairo canvas. Inside the room only.
#pragma once

#include <cairo.h>

#include <functional>
#include <string>

#include "app/year/printed_sheet.h"

namespace studio {

struct ChartBox {
  double x, y, wide, high;  // in the canvas's units, millimetres
};
// Written around its middle, or from the left side of its room.
struct ChartText {
  std::string text;
  double x, y, wide;
  bool left = false;
};

void DrawChart(cairo_t* cairo, const PrintedChart& chart, const ChartBox& box,
               const std::function<void(const ChartText&)>& write);

}  // namespace studio
