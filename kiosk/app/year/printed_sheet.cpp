#include "app/year/printed_sheet.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "shared/base/utf8.h"

namespace studio {
namespace {

constexpr double kPointMm = 25.4 / 72;
constexpr double kBeside = 1.0, kAbove = 1.1;  // room around a cell's text
constexpr double kLineHigh = 1.48;             // of a size
constexpr double kMostHigh = 100;

double WidthOf(char32_t code) {
  constexpr double kNarrow = 0.58;
  return code < 0x2E80 ? kNarrow : 1.0;
}

// Where `lines` lines of that width end in the text, and how many it takes in all.
struct Filled {
  std::size_t end = 0;
  int lines = 1;
};

Filled Fill(std::string_view text, double sizes_wide, int most_lines) {
  Filled out;
  double used = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t before = at;
    const char32_t code = NextCodePoint(text, at);
    const double wide = code == U'\n' ? 0 : WidthOf(code);
    if (code == U'\n' || used + wide > sizes_wide) {
      if (out.lines == most_lines) {
        out.end = before;
        return out;
      }
      ++out.lines;
      used = 0;
    }
    used += wide;
  }
  out.end = text.size();
  return out;
}

double SizesWide(CellLook look, double wide) {
  return std::max(1.0, (wide - 2 * kBeside) / (SizeOf(look) * kPointMm));
}

double LineOf(CellLook look) { return SizeOf(look) * kPointMm * kLineHigh; }

}  // namespace

double SizeOf(CellLook look) {
  switch (look) {
    case CellLook::kTitle:
      return 16;
    case CellLook::kLine:
    case CellLook::kSign:
      return 9.5;
    case CellLook::kHeading:
    case CellLook::kLabel:
    case CellLook::kText:
    case CellLook::kCentre:
    case CellLook::kSum:
      break;
  }
  return 9;
}

bool IsBold(CellLook look) {
  return look == CellLook::kTitle || look == CellLook::kHeading || look == CellLook::kSum;
}

bool HasBorder(CellLook look) { return look != CellLook::kTitle && look != CellLook::kLine; }

double HeightOf(const PrintedCell& cell, double wide) {
  constexpr int kNoEnd = 1'000'000;
  const int lines = Fill(cell.text, SizesWide(cell.look, wide), kNoEnd).lines;
  return lines * LineOf(cell.look) + 2 * kAbove;
}

void AddRow(PrintedPage& page, const std::vector<double>& grid, std::vector<PrintedCell> cells,
            double least) {
  for (bool first = true;; first = false) {
    PrintedRow row;
    std::vector<PrintedCell> rest = cells;
    bool more = false;
    std::size_t column = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      PrintedCell& cell = cells[i];
      double wide = 0;
      for (int k = 0; k < cell.across && column < grid.size(); ++k) wide += grid[column++];
      const int lines = std::max(1, static_cast<int>(kMostHigh / LineOf(cell.look)));
      const Filled filled = Fill(cell.text, SizesWide(cell.look, wide), lines);
      rest[i].text = cell.text.substr(filled.end);
      rest[i].figure.reset();
      if (rest[i].text.starts_with('\n')) rest[i].text.erase(0, 1);
      more = more || !rest[i].text.empty();
      cell.text.resize(filled.end);
      row.high = std::max(row.high, HeightOf(cell, wide));
    }
    if (first) row.high = std::max(row.high, least);
    row.cells = std::move(cells);
    page.rows.push_back(std::move(row));
    if (!more) return;
    cells = std::move(rest);
  }
}

}  // namespace studio
