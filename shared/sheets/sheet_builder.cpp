#include "shared/sheets/sheet_builder.h"

#include <algorithm>
#include <utility>

namespace studio {

bool TableRoom::Take(std::size_t cells, std::size_t text, std::size_t merged) {
  if (cells > kTableCellLimit - cells_ || merged > kTableMergedLimit - merged_) {
    Refuse(TableFault::kTooManyRows);
  } else if (text > kTableTextLimit - text_) {
    Refuse(TableFault::kTooMuchText);
  }
  if (fault_) return false;
  cells_ += cells;
  text_ += text;
  merged_ += merged;
  return true;
}

void TableRoom::Refuse(TableFault fault) {
  if (!fault_) fault_ = fault;
}

void SheetBuilder::Put(int row, int column, std::string text) {
  if (text.empty() || room_.fault()) return;
  auto& rows = sheet_.rows;
  const bool added = rows.empty() || rows.back().row < row;
  // A damaged file may go back to a row that is through.
  const bool back = !added && rows.back().row != row;
  if (row < 1 || column < 1 || column > kTableColumns || back ||
      (added && rows.size() + 1 >= static_cast<std::size_t>(kTableRowLimit))) {
    return room_.Refuse(TableFault::kTooManyRows);
  }
  const std::size_t there = added ? 0 : rows.back().cells.size();
  const auto wanted = static_cast<std::size_t>(column);
  if (!room_.Take(wanted > there ? wanted - there : 0, text.size())) return;
  if (added) rows.push_back({row, {}, row == hidden_row_});
  auto& cells = rows.back().cells;
  if (wanted > there) cells.resize(wanted);
  cells[wanted - 1] = std::move(text);
}

void SheetBuilder::Merge(MergedCells cells) {
  if (cells.top < 1 || cells.left < 1 || cells.bottom < cells.top || cells.right < cells.left ||
      (cells.bottom == cells.top && cells.right == cells.left)) {
    return;
  }
  if (room_.Take(0, 0, 1)) sheet_.merged.push_back(cells);
}

void SheetBuilder::Hide(int row) { hidden_row_ = row; }

Sheet SheetBuilder::Take() {
  std::vector<std::size_t> wide;  // each row, with what is merged
  std::size_t columns = 0;
  for (const SheetRow& row : sheet_.rows) {
    wide.push_back(row.cells.size());
    columns = std::max(columns, row.cells.size());
  }
  for (const MergedCells& merged : sheet_.merged) TakeCovered(merged, columns, wide);
  return std::move(sheet_);
}

void SheetBuilder::TakeCovered(const MergedCells& merged, std::size_t columns,
                               std::vector<std::size_t>& wide) {
  const auto& rows = sheet_.rows;
  auto row = std::lower_bound(rows.begin(), rows.end(), merged.top,
                              [](const SheetRow& a, int number) { return a.row < number; });
  const auto left = static_cast<std::size_t>(merged.left),
             right = std::min(static_cast<std::size_t>(merged.right), columns);
  if (row == rows.end() || row->row != merged.top || left > row->cells.size() ||
      row->cells[left - 1].empty()) {
    return;
  }
  for (; row != rows.end() && row->row <= merged.bottom; ++row) {
    std::size_t& now = wide[static_cast<std::size_t>(row - rows.begin())];
    const std::size_t added = right > now ? right - now : 0;
    if (!room_.Take(right - left + 1 + added, 0)) return;
    now += added;
  }
}

}  // namespace studio
