// A cell that says more than names: 上午:示例甲 下午:示例乙、示例丙; 示例甲上午、示例乙下午;
// 示例甲(上午)、示例乙(下午); 示例甲8:30-11:30; the cell of a calendar, 7日 上午:示例甲.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/cells/sheet_words.h"

namespace studio {

struct DutyPart {
  std::string hours;  // as written; empty: not said
  std::string names;  // as written; empty: nobody
};

// One part without hours where the cell says none. Hours of which nobody can say whether they are
// those of the name before or behind them: one part whose hours are the whole cell, which no hours
// are.
std::vector<DutyPart> DutyPartsOf(std::string_view cell, const SheetWords& words,
                                  const RosterNames& names);

// A cell that begins with its day: 7日 示例甲. `day` empty: it does not.
struct DayAhead {
  std::string day;
  std::string rest;
};
DayAhead DayAheadIn(std::string_view cell);

// What a cell of dates says, day and hours by turns: 12月10日上午、12月17日下午 as two. One piece
// where it cannot be parted.
std::vector<std::string> DayPieces(std::string_view cell, const SheetWords& words);

}  // namespace studio
