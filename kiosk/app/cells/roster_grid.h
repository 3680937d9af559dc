// A sheet as a person looks at it: what is merged stands in all of its cells, and for every filled
// cell there is what became of it. Rows and columns count from 0, rows without text do not count.
#pragma once

#include <compare>
#include <string>
#include <vector>

#include "shared/sheets/sheet.h"

namespace studio {

// As office programs show it: from 1. `sheet` from 0.
struct CellAt {
  int sheet = 0, row = 0, column = 0;
  auto operator<=>(const CellAt&) const = default;
};

// "B7"; empty: no cell.
std::string CellName(const CellAt& at);

enum class Fate {
  kNone,     // nobody has looked at it
  kHeading,  // title or heading
  kPassed,   // known not to matter: a remark, a telephone
  kUsed,
  kRefused,  // a problem tells of it
};

// A cell of a grid; none where a row is negative.
struct GridAt {
  int row = -1, column = -1;
  bool none() const { return row < 0; }
  auto operator<=>(const GridAt&) const = default;
};

class RosterGrid {
 public:
  RosterGrid(const Sheet& sheet, int index);

  int rows() const { return static_cast<int>(rows_.size()); }
  int columns() const { return columns_; }
  // Of cells outside: empty.
  const std::string& Text(GridAt at) const { return Shown(at).text; }
  const std::string& Folded(GridAt at) const { return Shown(at).folded; }
  bool Blank(GridAt at) const { return Shown(at).folded.empty(); }
  // Where the text really stands, of cells within merged ones.
  GridAt Origin(GridAt at) const;
  CellAt PlaceOf(GridAt at) const;
  bool Hidden(int row) const { return rows_[static_cast<std::size_t>(row)].hidden; }
  void Show(int row) { rows_[static_cast<std::size_t>(row)].hidden = false; }
  bool BlankRow(int row) const { return Filled(row, 0, columns_) == 0; }
  // How many different cells of columns from `left` to before `right` have text.
  int Filled(int row, int left, int right) const;

  Fate FateOf(GridAt at) const;
  void Mark(GridAt at, Fate fate);  // a cell that is used stays so
  void MarkRow(int row, Fate fate);

 private:
  struct Cell {
    std::string text, folded;
    GridAt origin;  // whose text it shows; none: its own
    Fate fate = Fate::kNone;
  };
  struct Row {
    int number = 0;
    bool hidden = false;
    std::vector<Cell> cells;
  };

  const Cell& CellOf(GridAt at) const;
  const Cell& Shown(GridAt at) const { return CellOf(Origin(at)); }
  Cell* Find(GridAt at);
  void FillMerged(const Sheet& sheet);

  int index_ = 0, columns_ = 0;
  std::vector<Row> rows_;
};

}  // namespace studio
