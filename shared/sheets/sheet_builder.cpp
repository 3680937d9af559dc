#include "shared/sheets/sheet_builder.h"

#include <utility>

namespace studio {

void SheetBuilder::Put(int row, int column, std::string text) {
  if (text.empty() || too_large_) return;
  if (row < 1 || column < 1 || column > kTableColumns || cells_ >= kTableCellLimit) {
    too_large_ = true;
    return;
  }
  auto& rows = sheet_.rows;
  if (rows.empty() || rows.back().row < row) {
    if (rows.size() + 1 >= static_cast<std::size_t>(kTableRowLimit)) {
      too_large_ = true;
      return;
    }
    rows.push_back({row, {}, row == hidden_row_});
  }
  // A damaged file may go back to a row that is through.
  if (rows.back().row != row) {
    too_large_ = true;
    return;
  }
  auto& cells = rows.back().cells;
  if (cells.size() < static_cast<std::size_t>(column)) {
    cells.resize(static_cast<std::size_t>(column));
  }
  cells[static_cast<std::size_t>(column - 1)] = std::move(text);
  ++cells_;
}

void SheetBuilder::Merge(MergedCells cells) {
  if (cells.top < 1 || cells.left < 1 || cells.bottom < cells.top || cells.right < cells.left ||
      (cells.bottom == cells.top && cells.right == cells.left)) {
    return;
  }
  if (sheet_.merged.size() >= kTableMergedLimit) {
    too_large_ = true;
    return;
  }
  sheet_.merged.push_back(cells);
}

void SheetBuilder::Hide(int row) { hidden_row_ = row; }

}  // namespace studio
