// A sheet while it is being read, within the limits of what is read at all.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "shared/sheets/sheet.h"

namespace studio {

inline constexpr std::size_t kTableLargest = 16u << 20;  // bytes of a file
inline constexpr int kTableRowLimit = 100'000;           // this many are too many
inline constexpr int kTableColumns = 256;
// Of all sheets of a file. Empty cells before filled ones count, and those that show a merged text.
inline constexpr std::size_t kTableCellLimit = 1'000'000;
inline constexpr std::size_t kTableTextLimit = 32u << 20;  // bytes
inline constexpr std::size_t kTableMergedLimit = 100'000;  // ranges

// What is left of that for a file that is being read.
class TableRoom {
 public:
  // False: there is no room for it, nor for anything from then on.
  bool Take(std::size_t cells, std::size_t text, std::size_t merged = 0);
  void Refuse(TableFault fault);
  std::optional<TableFault> fault() const { return fault_; }

 private:
  std::size_t cells_ = 0, text_ = 0, merged_ = 0;
  std::optional<TableFault> fault_;
};

class SheetBuilder {
 public:
  // `room` outlives it.
  explicit SheetBuilder(TableRoom& room, std::string name = {}) : room_(room) {
    sheet_.name = std::move(name);
  }

  // Rows come in order; empty texts are passed over. From 1.
  void Put(int row, int column, std::string text);
  void Merge(MergedCells cells);
  void Hide(int row);  // before its cells
  void HideSheet() { sheet_.hidden = true; }

  bool empty() const { return sheet_.rows.empty(); }
  // What its merged cells cover takes room only now.
  Sheet Take();

 private:
  void TakeCovered(const MergedCells& merged, std::size_t columns, std::vector<std::size_t>& wide);

  TableRoom& room_;
  Sheet sheet_;
  int hidden_row_ = 0;
};

inline tl::unexpected<TableRefusal> RefuseTable(TableFault fault, int line = 0,
                                                std::string detail = {}) {
  return tl::unexpected(TableRefusal{fault, line, std::move(detail)});
}

}  // namespace studio
