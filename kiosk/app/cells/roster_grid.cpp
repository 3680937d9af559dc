#include "app/cells/roster_grid.h"

#include <algorithm>

#include "app/cells/date_cells.h"

namespace studio {

std::string CellName(const CellAt& at) {
  if (at.column < 1) return {};
  std::string letters;
  for (int column = at.column; column > 0; column = (column - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  }
  return letters + std::to_string(at.row);
}

RosterGrid::RosterGrid(const Sheet& sheet, int index) : index_(index) {
  for (const SheetRow& from : sheet.rows) {
    Row row{from.row, from.hidden, {}};
    for (const std::string& text : from.cells) {
      Cell& cell = row.cells.emplace_back();
      cell.text = text;
      cell.folded = FoldCell(text);
    }
    columns_ = std::max(columns_, static_cast<int>(row.cells.size()));
    rows_.push_back(std::move(row));
  }
  FillMerged(sheet);
}

void RosterGrid::FillMerged(const Sheet& sheet) {
  for (const MergedCells& merged : sheet.merged) {
    auto row = std::lower_bound(rows_.begin(), rows_.end(), merged.top,
                                [](const Row& a, int number) { return a.number < number; });
    if (row == rows_.end() || row->number != merged.top) continue;
    const GridAt origin{static_cast<int>(row - rows_.begin()), merged.left - 1};
    const Cell& from = CellOf(origin);
    if (from.folded.empty() || !from.origin.none()) continue;
    const int right = std::min(merged.right, columns_);
    for (; row != rows_.end() && row->number <= merged.bottom; ++row) {
      if (row->cells.size() < static_cast<std::size_t>(right)) {
        row->cells.resize(static_cast<std::size_t>(right));
      }
      for (int column = merged.left - 1; column < right; ++column) {
        Cell& cell = row->cells[static_cast<std::size_t>(column)];
        if (cell.folded.empty() && cell.origin.none()) cell.origin = origin;
      }
    }
  }
}

const RosterGrid::Cell& RosterGrid::CellOf(GridAt at) const {
  static const Cell kEmpty;
  if (at.row < 0 || at.column < 0 || at.row >= rows()) return kEmpty;
  const auto& cells = rows_[static_cast<std::size_t>(at.row)].cells;
  const auto column = static_cast<std::size_t>(at.column);
  return column < cells.size() ? cells[column] : kEmpty;
}

GridAt RosterGrid::Origin(GridAt at) const {
  const GridAt& origin = CellOf(at).origin;
  return origin.none() ? at : origin;
}

RosterGrid::Cell* RosterGrid::Find(GridAt at) {
  at = Origin(at);
  if (at.row < 0 || at.column < 0 || at.row >= rows()) return nullptr;
  auto& cells = rows_[static_cast<std::size_t>(at.row)].cells;
  const auto column = static_cast<std::size_t>(at.column);
  return column < cells.size() ? &cells[column] : nullptr;
}

CellAt RosterGrid::PlaceOf(GridAt at) const {
  at = Origin(at);
  if (at.row < 0 || at.row >= rows()) return {index_, 0, 0};
  return {index_, rows_[static_cast<std::size_t>(at.row)].number, at.column + 1};
}

int RosterGrid::Filled(int row, int left, int right) const {
  int filled = 0;
  GridAt last;
  for (int column = left; column < std::min(right, columns_); ++column) {
    const GridAt at{row, column};
    if (Blank(at) || Origin(at) == last) continue;
    last = Origin(at);
    ++filled;
  }
  return filled;
}

Fate RosterGrid::FateOf(GridAt at) const { return CellOf(Origin(at)).fate; }

void RosterGrid::Mark(GridAt at, Fate fate) {
  Cell* const cell = Find(at);
  if (cell != nullptr && cell->fate != Fate::kUsed) cell->fate = fate;
}

void RosterGrid::MarkRow(int row, Fate fate) {
  for (int column = 0; column < columns_; ++column) Mark({row, column}, fate);
}

}  // namespace studio
