#include "app/tables/block_days.h"

#include <algorithm>

#include "app/tables/date_cells.h"
#include "app/tables/duty_parts.h"

namespace studio {
namespace {

std::size_t Differing(const std::vector<DaysFound>& days) {
  return static_cast<std::size_t>(std::count_if(
      days.begin(), days.end(),
      [](const DaysFound& found) { return found.fault == DayFault::kWeekdayDiffers; }));
}

}  // namespace

BlockDays::Key BlockDays::KeyOf(const RosterEntry& entry) const {
  return {grid_.Origin(entry.date), entry.date_said};
}

void BlockDays::Find(const std::vector<RosterEntry>& entries) {
  std::map<Key, const RosterEntry*> by_cell;  // in the order of the sheet
  for (const RosterEntry& entry : entries) {
    if (!entry.date.none()) by_cell.try_emplace(KeyOf(entry), &entry);
  }
  for (const auto& [key, entry] : by_cell) {
    const auto weekday = ReadWeekdayCell(grid_.Folded(entry->weekday));
    const std::string& said = entry->date_said.empty() ? grid_.Text(entry->date) : entry->date_said;
    const std::vector<std::string> pieces = DayPieces(said, words_);
    for (const std::string& piece : pieces) {
      texts_.push_back({piece, weekday});
      pieces_[key].push_back({{}, pieces.size() > 1 ? piece : std::string()});
    }
  }
  const std::vector<DaysFound> found = FindDays(texts_, block_.title, screen_);
  std::size_t next = 0;
  for (auto& [key, pieces] : pieces_) {
    for (Piece& piece : pieces) piece.found = found[next++];
  }
  FindTwice(entries);
}

const std::vector<BlockDays::Piece>& BlockDays::Of(const RosterEntry& entry) const {
  return pieces_.at(KeyOf(entry));
}

bool BlockDays::AreOfAnotherYear() const {
  constexpr std::size_t kEnough = 3;
  const auto differing = [&](const TitleFacts& title) {
    return Differing(FindDays(texts_, title, screen_));
  };
  if (block_.title.year == 0) return false;
  const std::size_t wrong = differing(block_.title);
  if (wrong < kEnough || wrong * 2 < texts_.size()) return false;
  TitleFacts next = block_.title, last = block_.title;
  ++next.year;
  --last.year;
  return differing(next) == 0 || differing(last) == 0;
}

GridAt BlockDays::TwiceWith(GridAt origin) const {
  const auto found = twice_.find(origin);
  return found == twice_.end() ? GridAt() : found->second;
}

void BlockDays::FindTwice(const std::vector<RosterEntry>& entries) {
  if (block_.form != RosterForm::kShiftColumns) return;
  std::map<GridAt, std::string> rows;
  std::vector<GridAt> order;
  for (const RosterEntry& entry : entries) {
    if (entry.date.none() || entry.names.none()) continue;
    const GridAt origin = grid_.Origin(entry.date);
    if (!rows.contains(origin)) order.push_back(origin);
    rows[origin] += grid_.Folded(entry.hours) + "=" + grid_.Folded(entry.names) + "\n";
  }
  std::map<CalendarDate, GridAt> first;
  std::map<GridAt, GridAt> twice;
  for (const GridAt& origin : order) {
    for (const Piece& piece : pieces_.at({origin, {}})) {
      for (const CalendarDate& day : piece.found.days) {
        const auto [known, added] = first.try_emplace(day, origin);
        if (!added && known->second != origin && rows[known->second] != rows[origin]) {
          twice.emplace(origin, known->second);
        }
      }
    }
  }
  if (twice.size() * 3 <= order.size()) twice_ = std::move(twice);
}

}  // namespace studio
