// A sheet of paper as a value: rows of cells on one grid, whatever program draws it. Measures are
// millimetres.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/mechanism/sheet_forms.h"

namespace studio {

enum class CellLook {
  kTitle,    // of a page
  kLine,     // beside the table: no border
  kHeading,  // of columns
  kLabel,    // what stands beside it
  kText,
  kCentre,
  kSum,
  kSign,  // below, at the right: where somebody signs
};

struct PrintedCell {
  std::string text{};
  CellLook look = CellLook::kText;
  int across = 1;                  // columns of the grid
  std::optional<double> figure{};  // what `text` says, where it is a number
};

struct PrintedChart {
  enum class Kind { kColumns, kBars };
  struct Series {
    std::string name;
    std::vector<double> values;  // as many as labels
  };
  Kind kind = Kind::kColumns;
  std::string title;
  std::vector<std::string> labels;
  std::vector<Series> series;
};

struct PrintedRow {
  std::vector<PrintedCell> cells;       // together as wide as the grid
  double high = 0;                      // with room for its texts
  std::optional<PrintedChart> chart{};  // in the place of cells
};

// Begins on a new side of paper.
struct PrintedPage {
  std::vector<PrintedRow> rows;
  std::size_t repeated = 0;  // the first rows, on top of each of its sides
};

struct PrintedSheet {
  SheetKind kind = SheetKind::kPoints;
  std::string title;
  std::string foot;          // of every side, before its number
  bool across = false;       // A4 lying
  std::vector<double> grid;  // widths of columns
  std::vector<PrintedPage> pages;
};

struct Paper {
  static constexpr double kShort = 210, kLong = 297, kMargin = 10, kFoot = 8;
  // What may be printed on.
  static constexpr double Width(bool across) { return (across ? kLong : kShort) - 2 * kMargin; }
  static constexpr double Height(bool across) {
    return (across ? kShort : kLong) - 2 * kMargin - kFoot;
  }
};

// In points, as both makers write.
double SizeOf(CellLook look);
bool IsBold(CellLook look);
bool HasBorder(CellLook look);

// How high a cell of that width is, by the widths of Noto Sans CJK.
double HeightOf(const PrintedCell& cell, double wide);

// Adds the row with its height, at least `least`. What is too much for half a side goes on in rows
// below it.
void AddRow(PrintedPage& page, const std::vector<double>& grid, std::vector<PrintedCell> cells,
            double least = 0);

}  // namespace studio
