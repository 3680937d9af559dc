// A row of somebody's table as a reader found it: nothing interpreted yet.
#pragma once

#include <string>
#include <vector>

namespace studio {

struct TableRow {
  int line = 0;                    // of the file, from 1, where the row begins
  std::vector<std::string> cells;  // UTF-8; empty cells at the end are left out
};

}  // namespace studio
