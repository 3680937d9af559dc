// A table within a sheet: where it stands, which form it has, what its columns are. Side by side or
// one below the other there may be several.
#pragma once

#include <vector>

#include "app/cells/roster_days.h"
#include "app/cells/roster_grid.h"
#include "app/cells/roster_headings.h"

namespace studio {

enum class RosterForm {
  kRows,           // a row for each shift: 日期, 班次, 委员
  kShiftColumns,   // a row for each day, members below 上午, 下午
  kMemberColumns,  // a row for each day, shifts below names
  kDayColumns,     // days side by side, shifts or members at the left; weeks and calendars
};

struct RosterBlock {
  RosterForm form = RosterForm::kRows;
  double sure = 0;  // 0 to 1
  // Another form that is nearly as sure.
  std::vector<RosterForm> also;
  int headings = 0;  // the first row of headings
  int top = 0;       // the first row below the headings
  int bottom = 0;    // behind the last
  int left = 0, right = 0;
  TitleFacts title;
  GridAt title_year;  // the cell that says the year; none: no cell does
  // By column, from `left`: what it is, and the heading's cell; of days the day of the week and the
  // hours that are headings too.
  struct Column {
    RosterColumn is = RosterColumn::kBlank;
    GridAt heading, weekday, hours;
    bool guessed = false;  // by what stands below a heading that says nothing known
  };
  std::vector<Column> columns;

  const Column& At(int column) const { return columns[static_cast<std::size_t>(column - left)]; }
  // The first such column; -1: none.
  int Find(RosterColumn is) const;
};

}  // namespace studio
