#include "app/tables/block_days.h"

#include <algorithm>
#include <utility>

#include "app/cells/date_cells.h"
#include "app/cells/duty_parts.h"

namespace studio {
namespace {

std::size_t Differing(const std::vector<DaysFound>& days) {
  return static_cast<std::size_t>(std::count_if(
      days.begin(), days.end(),
      [](const DaysFound& found) { return found.fault == DayFault::kWeekdayDiffers; }));
}

// "2026-12-03/2026-12-05"
std::string WayText(const std::vector<CalendarDate>& days) {
  const std::string first = ToText(days.front());
  return days.size() == 1 ? first : first + "/" + ToText(days.back());
}

}  // namespace

BlockDays::Key BlockDays::KeyOf(const RosterEntry& entry) const {
  return {grid_.Origin(entry.date), entry.date_said};
}

CellFault FaultOf(DayFault fault) {
  switch (fault) {
    case DayFault::kNoSuchDay:
      return CellFault::kNoSuchDay;
    case DayFault::kCutZero:
      return CellFault::kCutZero;
    case DayFault::kTwoWays:
      return CellFault::kTwoWays;
    case DayFault::kWhichMonth:
      return CellFault::kWhichMonth;
    case DayFault::kWhichWeek:
      return CellFault::kWhichWeek;
    case DayFault::kWeekdayDiffers:
      return CellFault::kWeekdayDiffers;
    case DayFault::kNone:
    case DayFault::kNotUnderstood:
      break;
  }
  return CellFault::kBadDate;
}

bool BlockDays::Find(const std::vector<RosterEntry>& entries, CellTelling& telling) {
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
  std::vector<DaysFound> found = FindDays(texts_, title_, screen_);
  if (!TakeYear(found, telling)) return false;
  std::size_t next = 0;
  for (auto& [key, pieces] : pieces_) {
    for (Piece& piece : pieces) {
      piece.found = std::move(found[next++]);
      Decide(key.first, piece.text.empty() ? grid_.Text(key.first) : piece.text, piece.found,
             telling);
    }
  }
  FindTwice(entries);
  return true;
}

void BlockDays::Decide(GridAt at, const std::string& text, DaysFound& days, CellTelling& telling) {
  if (days.ways.empty()) return;
  CellProblem problem = telling.About(at, FaultOf(days.fault), text);
  for (const auto& way : days.ways) problem.ways.push_back(WayText(way));
  const auto way = telling.Ask(at, std::move(problem));
  if (!way) return;
  days.days = days.ways[*way];
  days.fault = DayFault::kNone;
}

const std::vector<BlockDays::Piece>& BlockDays::Of(const RosterEntry& entry) const {
  return pieces_.at(KeyOf(entry));
}

// The title of last year's file: the days of the week are not those of its year, and all are those
// of the next or the one before. 0: they are not.
int BlockDays::OtherYear(const std::vector<DaysFound>& found) const {
  constexpr std::size_t kEnough = 3;
  const std::size_t wrong = Differing(found);
  if (title_.year == 0 || wrong < kEnough || wrong * 2 < texts_.size()) return 0;
  for (const int year : {title_.year + 1, title_.year - 1}) {
    TitleFacts title = title_;
    title.year = year;
    if (Differing(FindDays(texts_, title, screen_)) == 0) return year;
  }
  return 0;
}

bool BlockDays::TakeYear(std::vector<DaysFound>& found, CellTelling& telling) {
  const int year = OtherYear(found);
  if (year == 0) return true;
  const GridAt at = block_.title_year.none() ? block_.columns.front().heading : block_.title_year;
  CellProblem problem = telling.About(at, CellFault::kTitleYear, grid_.Text(at));
  problem.ways = {std::to_string(year)};
  if (!telling.Ask(at, std::move(problem))) return false;
  title_.year = year;
  found = FindDays(texts_, title_, screen_);
  return true;
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
