// A sheet's rows on sides of paper: each as many as fit, the repeated ones on top.
#pragma once

#include <cstddef>
#include <vector>

#include "app/year/printed_sheet.h"

namespace studio {

struct PaperSide {
  std::size_t page = 0;             // of the sheet
  std::size_t first = 0, last = 0;  // its rows, `last` not among them
  bool repeats = false;             // the page's repeated rows stand above these
};

// At least one of each page. A row that is higher than a side stands alone.
std::vector<PaperSide> SidesOf(const PrintedSheet& sheet);

}  // namespace studio
