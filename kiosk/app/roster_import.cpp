#include "app/roster_import.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "app/roster_names.h"
#include "app/shift_hours.h"

namespace studio {
namespace {

constexpr std::size_t kColumns = static_cast<std::size_t>(RosterColumn::kStudio) + 1;
constexpr std::size_t kTitleRows = 20;  // the heading stands within these
constexpr std::size_t kTextCharacters = 40;

std::string Clip(std::string_view text) {
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((text[i] & 0xC0) != 0x80 && ++characters > kTextCharacters) {
      return std::string(text.substr(0, i)) + "…";
    }
  }
  return std::string(text);
}

// Where each column stands; -1: nowhere.
struct Heading {
  std::array<int, kColumns> at{};
  std::size_t row = 0;

  int& operator[](RosterColumn column) { return at[static_cast<std::size_t>(column)]; }
  int operator[](RosterColumn column) const { return at[static_cast<std::size_t>(column)]; }
};

Heading ReadHeading(const TableRow& row, std::size_t index, int& known) {
  Heading heading;
  heading.at.fill(-1);
  heading.row = index;
  known = 0;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const auto column = ColumnOf(row.cells[i]);
    if (!column || heading[*column] >= 0) continue;
    heading[*column] = static_cast<int>(i);
    ++known;
  }
  // 时间 alone is the day; beside a 日期 it is the hours.
  const int when = heading[RosterColumn::kWhen];
  if (when >= 0) {
    auto& meant =
        heading[heading[RosterColumn::kDate] < 0 ? RosterColumn::kDate : RosterColumn::kShift];
    if (meant < 0) meant = when;
  }
  return heading;
}

// The row with most known headings; titles stand above it.
std::optional<Heading> FindHeading(const std::vector<TableRow>& rows) {
  std::optional<Heading> best;
  int most = 1;
  for (std::size_t i = 0; i < std::min(rows.size(), kTitleRows); ++i) {
    int known = 0;
    Heading heading = ReadHeading(rows[i], i, known);
    if (known > most) {
      most = known;
      best = heading;
    }
  }
  return best;
}

// What one row asks for, once it is understood.
struct Wish {
  int line = 0;
  Shift shift;  // date, hours, members
  ShiftHours hours;
};

using HoursKey = std::pair<std::int64_t, std::int64_t>;
HoursKey KeyOf(const ShiftHours& hours) { return {hours.begin_ms, hours.end_ms}; }
bool Overlap(const HoursKey& a, const HoursKey& b) {
  return a.first < b.second && b.first < a.second;
}

class Reading {
 public:
  explicit Reading(const RosterImportInput& input) : input_(input), names_(input.members) {
    for (const Member& member : input.members) members_[member.id] = &member;
  }

  RosterPreview Take(const std::vector<TableRow>& rows) {
    const auto heading = FindHeading(rows);
    if (!heading) return Refused(RosterPreview::Refusal::kNoHeading);
    heading_ = *heading;
    if (heading_[RosterColumn::kDate] < 0) return Refused(RosterPreview::Refusal::kNoDateColumn);
    if (heading_[RosterColumn::kMember] < 0) {
      return Refused(RosterPreview::Refusal::kNoMemberColumn);
    }
    whole_days_ = heading_[RosterColumn::kShift] < 0 && heading_[RosterColumn::kFrom] < 0;
    if (whole_days_) Note(rows[heading_.row].line, RowRemark::kWholeDay, {});
    if (heading_.row + 1 >= rows.size()) return Refused(RosterPreview::Refusal::kNoRows);

    std::vector<Wish> wishes;
    for (std::size_t i = heading_.row + 1; i < rows.size(); ++i) {
      if (auto wish = ReadRow(rows[i])) wishes.push_back(std::move(*wish));
    }
    const Matches matches = Match(wishes);
    for (const Wish& wish : wishes) {
      if (!Clashes(wish, matches)) Join(wish);
    }
    Compare(matches);
    const auto by_line = [](const auto& a, const auto& b) { return a.line < b.line; };
    std::stable_sort(out_.problems.begin(), out_.problems.end(), by_line);
    std::stable_sort(out_.notes.begin(), out_.notes.end(), by_line);
    return std::move(out_);
  }

 private:
  using Matches = std::map<HoursKey, const Shift*>;

  static RosterPreview Refused(RosterPreview::Refusal refusal) {
    RosterPreview preview;
    preview.refusal = refusal;
    return preview;
  }

  std::string_view Cell(const TableRow& row, RosterColumn column) const {
    const auto at = static_cast<std::size_t>(heading_[column]);
    return heading_[column] >= 0 && at < row.cells.size() ? row.cells[at] : std::string_view();
  }

  void Note(int line, RowRemark remark, std::string_view text, int other_line = 0) {
    out_.notes.push_back({line, remark, Clip(text), other_line});
  }

  RowProblem& Refuse(int line, RowFault fault, std::string_view text) {
    RowProblem& problem = out_.problems.emplace_back();
    problem.line = line;
    problem.fault = fault;
    problem.text = Clip(text);
    return problem;
  }

  std::optional<Wish> ReadRow(const TableRow& row) {
    const bool blank = std::all_of(row.cells.begin(), row.cells.end(),
                                   [](const std::string& cell) { return FoldCell(cell).empty(); });
    if (blank) return std::nullopt;
    const auto date = ReadDate(row);
    if (!date) return std::nullopt;
    if (FoldCell(Cell(row, RosterColumn::kShift)) == kUnplannedShift) {
      Note(row.line, RowRemark::kNotOnRoster, Cell(row, RosterColumn::kMember));
      return std::nullopt;
    }
    const auto hours = ReadHours(row, date->rest);
    if (!hours) return std::nullopt;
    Wish wish;
    wish.line = row.line;
    wish.shift.studio = input_.studio;
    wish.shift.date = ToText(date->date);
    wish.shift.from = hours->from;
    wish.shift.to = hours->to;
    wish.hours = *HoursOf(wish.shift);
    if (!OfThisStudio(row)) return std::nullopt;
    if (!ReadMembers(row, wish)) {
      partly_refused_.insert(KeyOf(wish.hours));
      return std::nullopt;
    }
    if (date->date.year() / date->date.month() != input_.month) {
      Note(row.line, RowRemark::kOtherMonth, wish.shift.date);
    }
    return wish;
  }

  // Merged cells leave the rows under the first one empty.
  std::optional<DateCell> ReadDate(const TableRow& row) {
    const std::string_view text = Cell(row, RosterColumn::kDate);
    if (FoldCell(text).empty()) {
      if (!above_.date.ok()) {
        Refuse(row.line, RowFault::kNoDate, {});
        return std::nullopt;
      }
      Note(row.line, RowRemark::kDateFromAbove, ToText(above_.date));
      return above_;
    }
    const DateCell date = ReadDateCell(text, input_.month);
    above_ = {};
    shift_above_.clear();
    if (date.fault != DateCell::Fault::kNone) {
      Refuse(row.line,
             date.fault == DateCell::Fault::kNoSuchDay ? RowFault::kNoSuchDay : RowFault::kBadDate,
             text);
      return std::nullopt;
    }
    const auto column_weekday = ReadWeekdayCell(Cell(row, RosterColumn::kWeekday));
    for (const auto& weekday : {date.weekday, column_weekday}) {
      if (weekday && *weekday != WeekdayOf(date.date)) {
        Note(row.line, RowRemark::kWeekdayDiffers, text);
        break;
      }
    }
    above_ = date;
    return date;
  }

  std::optional<CellHours> ReadHours(const TableRow& row, const std::string& behind_date) {
    const std::string_view from = Cell(row, RosterColumn::kFrom), to = Cell(row, RosterColumn::kTo);
    if (!FoldCell(from).empty() && !FoldCell(to).empty()) {
      const auto hours = ReadHoursCells(from, to);
      if (!hours) Refuse(row.line, RowFault::kBadHours, std::string(from) + " " + std::string(to));
      return hours;
    }
    std::string text(Cell(row, RosterColumn::kShift));
    if (FoldCell(text).empty()) text = FoldCell(from).empty() ? behind_date : std::string(from);
    if (FoldCell(text).empty()) text = whole_days_ ? "全天" : shift_above_;
    if (FoldCell(text).empty()) {
      Refuse(row.line, RowFault::kNoHours, {});
      return std::nullopt;
    }
    const auto hours = ReadHoursCell(text, input_.usual_hours);
    if (!hours) Refuse(row.line, RowFault::kBadHours, text);
    shift_above_ = hours ? text : "";
    return hours;
  }

  bool OfThisStudio(const TableRow& row) {
    const std::string text = FoldCell(Cell(row, RosterColumn::kStudio));
    if (text.empty()) return true;
    for (const Studio& studio : input_.studios) {
      if (FoldCell(studio.name) != text && std::to_string(studio.id) != text) continue;
      if (studio.id == input_.studio) return true;
      Refuse(row.line, RowFault::kOtherStudio, text);
      return false;
    }
    Refuse(row.line, RowFault::kUnknownStudio, text);
    return false;
  }

  bool ReadMembers(const TableRow& row, Wish& wish) {
    const auto found = names_.In(Cell(row, RosterColumn::kMember), Cell(row, RosterColumn::kSector),
                                 Cell(row, RosterColumn::kGroup));
    if (found.empty()) {
      Refuse(row.line, RowFault::kNoMember, {});
      return false;
    }
    bool usable = true;
    for (const auto& name : found) {
      if (name.ids.size() != 1) {
        Refuse(row.line, name.ids.empty() ? RowFault::kUnknownMember : RowFault::kAmbiguousMember,
               name.text)
            .ids = name.ids;
        usable = false;
        continue;
      }
      const std::string& id = name.ids.front();
      auto& members = wish.shift.members;
      if (std::find(members.begin(), members.end(), id) != members.end()) {
        Note(row.line, RowRemark::kDuplicate, name.text, row.line);
        continue;
      }
      const Member& member = *members_.at(id);
      const auto& places = member.studios;
      if (!places.empty() &&
          std::find(places.begin(), places.end(), input_.studio) == places.end()) {
        Note(row.line, RowRemark::kNotOfThisStudio, name.text);
      }
      members.push_back(id);
    }
    return usable;
  }

  // Which shift of this studio each pair of hours speaks of: the one with the same hours, else one
  // of the same date that overlaps.
  Matches Match(const std::vector<Wish>& wishes) const {
    Matches matches;
    std::map<std::string, std::vector<const Shift*>> free;  // by date
    std::map<HoursKey, const Wish*> wanted;
    for (const Wish& wish : wishes) wanted.emplace(KeyOf(wish.hours), &wish);
    for (const Shift& shift : input_.shifts) {
      const auto hours = HoursOf(shift);
      if (shift.studio != input_.studio || !hours) continue;
      const bool same = wanted.contains(KeyOf(*hours)) || partly_refused_.contains(KeyOf(*hours));
      if (!same || !matches.emplace(KeyOf(*hours), &shift).second) {
        free[shift.date].push_back(&shift);
      }
    }
    for (const auto& [key, wish] : wanted) {
      if (matches.contains(key)) continue;
      auto& candidates = free[wish->shift.date];
      const auto it = std::find_if(
          candidates.begin(), candidates.end(),
          [&, hours = key](const Shift* shift) { return Overlap(KeyOf(*HoursOf(*shift)), hours); });
      if (it == candidates.end()) continue;
      matches.emplace(key, *it);
      candidates.erase(it);
    }
    return matches;
  }

  // Whether a member would be in two places at once.
  bool Clashes(const Wish& wish, const Matches& matches) {
    if (busy_.empty()) FillBusy(matches);
    const HoursKey key = KeyOf(wish.hours);
    for (const std::string& id : wish.shift.members) {
      for (int offset : {-1, 0, 1}) {
        const auto it = busy_.find({id, DayOf(key.first) + offset});
        if (it == busy_.end()) continue;
        for (const Busy& busy : it->second) {
          if (!Overlap(busy.hours, key) || (busy.hours == key && !busy.shift)) continue;
          RowProblem& problem =
              Refuse(wish.line, busy.shift ? RowFault::kOverlapExisting : RowFault::kOverlap,
                     members_.at(id)->name);
          problem.ids = {id};
          problem.other_line = busy.line;
          if (busy.shift) problem.shift = busy.shift->id;
          partly_refused_.insert(key);
          return true;
        }
      }
    }
    for (const std::string& id : wish.shift.members) {
      auto& days = busy_[{id, DayOf(key.first)}];
      const auto known = std::find_if(days.begin(), days.end(),
                                      [&](const Busy& busy) { return busy.hours == key; });
      if (known == days.end()) days.push_back({key, wish.line, nullptr});
    }
    return false;
  }

  // Shifts that stay as they are: other studios', and those the table does not name.
  void FillBusy(const Matches& matches) {
    std::set<const Shift*> named;
    for (const auto& [key, shift] : matches) named.insert(shift);
    for (const Shift& shift : input_.shifts) {
      const auto hours = HoursOf(shift);
      if (!hours || named.contains(&shift)) continue;
      for (const DutyPlace& place : PlacesOf(shift)) {
        if (place.comes.empty()) continue;
        busy_[{place.comes, DayOf(hours->begin_ms)}].push_back({KeyOf(*hours), 0, &shift});
      }
    }
  }

  void Join(const Wish& wish) {
    RosterChange& change = joined_[KeyOf(wish.hours)];
    if (change.lines.empty()) {
      change.shift = wish.shift;
      change.shift.members.clear();
    }
    for (const std::string& id : wish.shift.members) {
      const auto [known, added] = first_line_.try_emplace({KeyOf(wish.hours), id}, wish.line);
      if (added) {
        change.shift.members.push_back(id);
      } else {
        Note(wish.line, RowRemark::kDuplicate, members_.at(id)->name, known->second);
      }
    }
    change.lines.push_back(wish.line);
  }

  void Compare(const Matches& matches) {
    std::set<const Shift*> named;
    std::set<std::string> months;
    for (auto& [key, change] : joined_) {
      change.incomplete = partly_refused_.contains(key);
      months.insert(change.shift.date.substr(0, 7));
      if (const auto it = matches.find(key); it != matches.end()) {
        CompareWith(*it->second, change);
      }
      out_.changes.push_back(std::move(change));
    }
    for (const auto& [key, shift] : matches) named.insert(shift);
    for (const Shift& shift : input_.shifts) {
      if (shift.studio == input_.studio && months.contains(shift.date.substr(0, 7)) &&
          !named.contains(&shift)) {
        out_.not_named.push_back(shift.id);
      }
    }
  }

  static void CompareWith(const Shift& before, RosterChange& change) {
    Shift& after = change.shift;
    change.members_before = before.members;
    if (change.incomplete) {
      for (const std::string& id : before.members) {
        if (std::find(after.members.begin(), after.members.end(), id) == after.members.end()) {
          after.members.push_back(id);
        }
      }
    }
    const auto hours_before = HoursOf(before), hours_after = HoursOf(after);
    const bool same_hours = KeyOf(*hours_before) == KeyOf(*hours_after);
    const bool same_members = std::set(before.members.begin(), before.members.end()) ==
                              std::set(after.members.begin(), after.members.end());
    if (same_hours && same_members) after = before;
    after.id = before.id;
    after.changes = before.changes;
    after.version = before.version;
    change.kind =
        same_hours && same_members ? RosterChange::Kind::kSame : RosterChange::Kind::kChanged;
  }

  static std::int64_t DayOf(std::int64_t ms) { return ms / (24 * 60 * 60'000); }

  struct Busy {
    HoursKey hours;
    int line = 0;
    const Shift* shift = nullptr;  // null: of the table itself
  };

  const RosterImportInput& input_;
  const RosterNames names_;
  std::map<std::string, const Member*> members_;
  Heading heading_;
  bool whole_days_ = false;
  DateCell above_;
  std::string shift_above_;
  std::set<HoursKey> partly_refused_;
  std::map<std::pair<std::string, std::int64_t>, std::vector<Busy>> busy_;  // by member and day
  std::map<HoursKey, RosterChange> joined_;
  std::map<std::pair<HoursKey, std::string>, int> first_line_;
  RosterPreview out_;
};

}  // namespace

int RosterPreview::Count(RosterChange::Kind kind) const {
  return static_cast<int>(
      std::count_if(changes.begin(), changes.end(),
                    [&](const RosterChange& change) { return change.kind == kind; }));
}

RosterPreview ReadRoster(const std::vector<TableRow>& rows, const RosterImportInput& input) {
  return Reading(input).Take(rows);
}

}  // namespace studio
