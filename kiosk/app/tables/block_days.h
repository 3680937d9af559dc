// The days that the cells of one block mean, all of them looked at together: each cell of dates, or
// the part of it that is meant, may say several things by turns (12月10日上午、12月17日下午). What
// they leave open is asked here.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "app/cells/cell_telling.h"
#include "app/tables/roster_forms.h"

namespace studio {

class BlockDays {
 public:
  BlockDays(const RosterGrid& grid, const RosterBlock& block, const SheetWords& words,
            std::chrono::year_month screen)
      : grid_(grid), block_(block), words_(words), screen_(screen), title_(block.title) {}

  // False: nothing of the block can be read before it is known of which year it is, which is asked.
  bool Find(const std::vector<RosterEntry>& entries, CellTelling& telling);

  struct Piece {
    DaysFound found;
    std::string text;  // of this piece, where the cell has several; empty: the cell
  };
  // Of an entry with a date, in the order of the cell.
  const std::vector<Piece>& Of(const RosterEntry& entry) const;
  // One day in two rows of a form that has a row for each day: the cell that has it already; none:
  // no other does. Where many days stand twice it is the manner of the table.
  GridAt TwiceWith(GridAt origin) const;

  // A cell, and the part of it that is meant; empty: all of it.
  using Key = std::pair<GridAt, std::string>;
  Key KeyOf(const RosterEntry& entry) const;

 private:
  int OtherYear(const std::vector<DaysFound>& found) const;
  bool TakeYear(std::vector<DaysFound>& found, CellTelling& telling);
  static void Decide(GridAt at, const std::string& text, DaysFound& days, CellTelling& telling);
  void FindTwice(const std::vector<RosterEntry>& entries);

  const RosterGrid& grid_;
  const RosterBlock& block_;
  const SheetWords& words_;
  const std::chrono::year_month screen_;
  TitleFacts title_;
  std::vector<DayText> texts_;  // all pieces, in the order of the sheet
  std::map<Key, std::vector<Piece>> pieces_;
  std::map<GridAt, GridAt> twice_;
};

CellFault FaultOf(DayFault fault);

}  // namespace studio
