// Which rows of a sheet are headings, and what they make of its columns: one row, or two where
// hours, days or days of the week stand below the first.
#pragma once

#include <vector>

#include "app/cells/sheet_words.h"
#include "app/tables/roster_block.h"

namespace studio {

using BlockColumns = std::vector<RosterBlock::Column>;

inline bool IsDayColumn(RosterColumn is) {
  return is == RosterColumn::kDay || is == RosterColumn::kDayName;
}

class HeadingRows {
 public:
  HeadingRows(const RosterGrid& grid, const RosterNames& names, const SheetWords& words)
      : grid_(grid), names_(names), words_(words) {}

  // What each cell of the row would be as a heading.
  BlockColumns Read(int row) const;
  // Few rows have a word of a heading in them; the others need no reading.
  bool MayBeHeading(int row) const;
  // A week of a calendar, whose cells begin with their day: 7日 上午:示例甲.
  bool IsCalendarRow(int row) const;
  static bool IsHeading(const BlockColumns& columns);
  // Below 星期一 … a row of days: the next week of a calendar.
  bool DaysUnderNames(const BlockColumns& open, const BlockColumns& columns) const;
  // All of the row reads as headings, and it says something that the row above does not.
  bool IsSecond(const BlockColumns& above, int row) const;
  void Join(BlockColumns& columns, int row) const;

 private:
  void DecideWhen(BlockColumns& columns) const;

  const RosterGrid& grid_;
  const RosterNames& names_;
  const SheetWords& words_;
};

}  // namespace studio
