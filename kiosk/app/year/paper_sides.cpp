#include "app/year/paper_sides.h"

namespace studio {

std::vector<PaperSide> SidesOf(const PrintedSheet& sheet) {
  constexpr double kInexact = 0.01;  // sums of heights
  const double room = Paper::Height(sheet.across) + kInexact;
  std::vector<PaperSide> sides;
  for (std::size_t i = 0; i < sheet.pages.size(); ++i) {
    const PrintedPage& page = sheet.pages[i];
    double above = 0;
    for (std::size_t row = 0; row < page.repeated; ++row) above += page.rows[row].high;
    PaperSide side{i, 0, 0, false};
    double used = 0;
    for (std::size_t row = 0; row < page.rows.size(); ++row) {
      const double high = page.rows[row].high;
      if (used + high > room && row > side.first && row >= page.repeated) {
        side.last = row;
        sides.push_back(side);
        side = {i, row, row, page.repeated > 0};
        used = above;
      }
      used += high;
    }
    side.last = page.rows.size();
    sides.push_back(side);
  }
  return sides;
}

}  // namespace studio
