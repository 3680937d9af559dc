// A sheet while it is being read, within the limits of what is read at all.
#pragma once

#include <cstddef>
#include <string>

#include "shared/sheets/sheet.h"

namespace studio {

inline constexpr std::size_t kTableLargest = 16u << 20;    // bytes of a file
inline constexpr int kTableRowLimit = 100'000;             // this many are too many
inline constexpr std::size_t kTableCellLimit = 1'000'000;  // filled ones, in all
inline constexpr int kTableColumns = 256;
inline constexpr std::size_t kTableMergedLimit = 100'000;

class SheetBuilder {
 public:
  explicit SheetBuilder(std::string name = {}) { sheet_.name = std::move(name); }

  // Rows come in order; empty texts are passed over. From 1.
  void Put(int row, int column, std::string text);
  void Merge(MergedCells cells);
  void Hide(int row);  // before its cells
  void HideSheet() { sheet_.hidden = true; }

  bool too_large() const { return too_large_; }
  std::size_t cells() const { return cells_; }
  bool empty() const { return sheet_.rows.empty(); }
  Sheet Take() { return std::move(sheet_); }

 private:
  Sheet sheet_;
  std::size_t cells_ = 0;
  int hidden_row_ = 0;
  bool too_large_ = false;
};

inline tl::unexpected<TableRefusal> RefuseTable(TableFault fault, int line = 0,
                                                std::string detail = {}) {
  return tl::unexpected(TableRefusal{fault, line, std::move(detail)});
}

}  // namespace studio
